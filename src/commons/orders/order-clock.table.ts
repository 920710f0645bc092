/** By when an order is expected to be done, by its haste: the clinic's own rule, dated. */

import type { IsoDate, TimeOfDay } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import type { Haste } from '#loops';

/** Calendar days after the order, and the time of that day at which it should be done. */
export type OrderClock = Readonly<Record<Haste, { readonly days: number; readonly at: TimeOfDay }>>;

const closing = '15:30' as TimeOfDay;
export const orderClocks: readonly Dated<OrderClock>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'clinic rule on the national haste grades (code system of haste grades: same day, 1–3 days, later), 2026',
    value: { 1: { days: 0, at: closing }, 2: { days: 3, at: closing }, 3: { days: 14, at: closing } },
  },
];
