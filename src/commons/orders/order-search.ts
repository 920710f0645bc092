/** Finding what can be ordered by a few letters, and the letters of the most common. */

import type { Language } from '#kernel/texts';
import type { IsoDate } from '#kernel/time';
import { orderableOn } from './order.ts';
import { type OrderableCode, orderableCodes } from './orderable.table.ts';

/** One key each on the patient's screen. */
export const quickOrders: Readonly<Record<'c' | 'h' | 'b', OrderableCode>> = {
  c: 'crp',
  h: 'hemoglobin',
  b: 'blood-pressure',
};

export function orderableName(code: OrderableCode, day: IsoDate, language: Language): string {
  return orderableOn(code, day)?.name[language] ?? code;
}

/** Names that begin with what was typed come before those that only hold it. */
export function searchOrderables(
  typed: string,
  day: IsoDate,
  language: Language,
  atMost = 8,
): readonly OrderableCode[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  const places = orderableCodes
    .filter((code) => orderableOn(code, day))
    .map((code) => {
      const names = [orderableName(code, day, language).toLowerCase(), code];
      const at = Math.min(...names.map((name) => name.indexOf(wanted)).map((place) => (place < 0 ? 999 : place)));
      return { code, at };
    })
    .filter(({ at }) => at < 999);
  return places
    .toSorted((a, b) => a.at - b.at)
    .slice(0, atMost)
    .map(({ code }) => code);
}
