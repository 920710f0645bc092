/** What stands on the printed day: who comes when, to whom, and how each is reached, without more than the day needs. */

import { groupedTelephone, type TelephoneNumber } from '#kernel/telephone';
import type { Language } from '#kernel/texts';
import { dayOf, type IsoDate, type Moment, timeOf } from '#kernel/time';
import type { Book, BookId } from '../appointments/book.ts';
import { dayInWords } from '../appointments/reminder.ts';
import { dayTexts } from './day.texts.ts';

export type PaperRow = {
  readonly from: Moment;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: IsoDate | null;
  readonly addressBlock: number | null;
  readonly phone: string | null;
  readonly about: string;
  readonly books: readonly BookId[];
  readonly hasCave: boolean;
};

const shortDay = (day: IsoDate): string => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(2, 4)}`;

/** A patient whose address is blocked stands with the year of birth alone, as on the board. */
export function paperOf(
  rows: readonly PaperRow[],
  around: { readonly books: readonly Book[]; readonly clinic: string; readonly day: IsoDate; readonly now: Moment },
  language: Language,
) {
  const text = dayTexts[language];
  const { books, clinic, day, now } = around;
  const nameOf = (id: BookId): string => books.find((book) => book.id === id)?.name ?? '';
  return {
    heading: `${clinic} · ${dayInWords(language, day)}`,
    made: text.printedAt(`${shortDay(dayOf(now))} ${timeOf(now)}`),
    head: [text.time, text.patient, text.birth, text.with, text.about, text.telephone, text.cameAt, text.doneAt],
    rows: rows.map((row) => {
      const isHidden = row.addressBlock === 6 || row.addressBlock === 7;
      const name = isHidden ? text.blocked : `${row.familyName}, ${row.givenName}`;
      const birth = row.birthDate ? (isHidden ? row.birthDate.slice(0, 4) : shortDay(row.birthDate)) : '';
      const phone = row.phone && row.addressBlock === null ? groupedTelephone(row.phone as TelephoneNumber) : '';
      const who = row.hasCave && !isHidden ? `${name} (${text.cave})` : name;
      return [timeOf(row.from), who, birth, row.books.map(nameOf).join(' + '), row.about, phone];
    }),
    foot: text.shred,
    language,
    day: day.split('-').map(Number),
  };
}
