/** The lines of one day as the tables hold them: the statement that every board asks. */

import type { IsoDate } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { Book, BookId } from '../appointments/book.ts';
import type { PaperRow } from './day-paper.ts';
import type { DayRow } from './day-row.ts';

/** Lists go as text or as nothing, since most are empty and a driver's reading of lists is slow. */
type Lean = Omit<DayRow, 'books' | 'marks' | 'openOrders'> & {
  books: string;
  marks: DayRow['marks'] | null;
  openOrders: DayRow['openOrders'] | null;
};
const ofDay = statement<{ day: IsoDate }, Lean>(
  'day: lines',
  `select a.id, a.patient, a.type, array_to_string(a.books, ' ') as books, a.starts_at as "from", a.ends_at as "until", a.haste, a.about, nullif(a.marks, '{}') as marks, a.state,
     a.arrived_at as "arrivedAt", a.waits_in as "waitsIn", a.stays->-1 as "stay", w.given_name as "stayWith", a.ended_at as "endedAt", a.looked_at as "lookedAt",
     nullif(a.open_orders, '[]') as "openOrders", a.unseen_by_doctor as "unseenByDoctor", a.observed_until as "observedUntil", a.bill,
     p.family_name as "familyName", p.given_name as "givenName", p.birth_date as "birthDate", p.address_block as "addressBlock",
     p.cave <> '[]' as "hasCave", p.infection is not null as "hasInfection",
     case when p.needs_interpreter then coalesce(p.language, '') end as "interpreter"
   from appointment a join patient p on p.clinic = :clinic and p.id = a.patient
   left join person w on w.clinic = :clinic and w.id = (a.stays->-1->>'with')::uuid
   where a.clinic = :clinic and a.day = :day order by a.starts_at, a.id`,
);

/** The hottest reading of the house: rows are filled in where they stand rather than copied. */
export async function linesOfDay(db: Db, day: IsoDate): Promise<DayRow[]> {
  const rows: (Omit<Lean, 'books'> & { books: string | readonly BookId[] })[] = await db.rows(ofDay, { day });
  for (const row of rows) {
    row.books = (row.books as string).split(' ') as BookId[];
    row.marks ??= [];
    row.openOrders ??= [];
  }
  return rows as DayRow[];
}

const onPaper = statement<{ day: IsoDate }, PaperRow & { patient: string }>(
  'day: on paper',
  `select a.patient, a.starts_at as "from", p.family_name as "familyName", p.given_name as "givenName", p.birth_date as "birthDate",
     p.address_block as "addressBlock", p.phone, a.about, a.books, p.cave <> '[]' as "hasCave"
   from appointment a join patient p on p.clinic = :clinic and p.id = a.patient
   where a.clinic = :clinic and a.day = :day and a.state not in ('cancelled', 'no-show', 'left') order by a.starts_at, a.id`,
);
const booksOf = statement<object, Book>(
  'day: books',
  'select id, name, serves, owner from book where clinic = :clinic order by position, name',
);
const clinicNamed = statement<object, { name: string }>(
  'day: clinic',
  'select name from clinic where clinic = :clinic',
);

export const paperLines = (db: Db, day: IsoDate): Promise<(PaperRow & { patient: string })[]> =>
  db.rows(onPaper, { day });
export const booksOfClinic = (db: Db): Promise<Book[]> => db.rows(booksOf, {});
export const clinicName = async (db: Db): Promise<string> => (await db.row(clinicNamed, {}))?.name ?? '';
