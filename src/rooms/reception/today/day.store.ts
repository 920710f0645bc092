/** The lines of one day as the tables hold them: the statement that every board asks. */

import type { IsoDate } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { DayRow } from './day-row.ts';

/** Names of those whose address is blocked never leave the database here; the year tells two of them apart. */
const ofDay = statement<{ day: IsoDate }, DayRow>(
  'day: lines',
  `select a.id, a.patient, a.type, a.books, a.starts_at as "from", a.ends_at as "until", a.haste, a.about, a.marks, a.state,
     a.arrived_at as "arrivedAt", a.waits_in as "waitsIn", a.stays->-1 as "stay", w.given_name as "stayWith", a.ended_at as "endedAt", a.looked_at as "lookedAt",
     a.open_orders as "openOrders", a.unseen_by_doctor as "unseenByDoctor", a.observed_until as "observedUntil", a.bill,
     p.family_name as "familyName", p.given_name as "givenName", p.birth_date as "birthDate", p.address_block as "addressBlock",
     p.cave <> '[]' as "hasCave", p.infection is not null as "hasInfection",
     case when p.needs_interpreter then coalesce(p.language, '') end as "interpreter"
   from appointment a join patient p on p.clinic = :clinic and p.id = a.patient
   left join person w on w.clinic = :clinic and w.id = (a.stays->-1->>'with')::uuid
   where a.clinic = :clinic and a.day = :day order by a.starts_at, a.id`,
);

export const linesOfDay = (db: Db, day: IsoDate): Promise<DayRow[]> => db.rows(ofDay, { day });
