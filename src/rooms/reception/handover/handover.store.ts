/** Hand-overs as the table holds them, and the day's visits that nobody has paid for. */

import type { IsoDate, Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Db, statement } from '#platform/server';
import type { Handover, HandoverId, HandoverView } from './handover.ts';

const put = statement<{ id: HandoverId; givenAt: Moment; handover: Handover; view: HandoverView }>(
  'handover: put',
  `insert into handover (clinic, id, given_at, handover, view) values (:clinic, :id, :givenAt, :handover::jsonb, :view::jsonb)
   on conflict (clinic, id) do update set handover = excluded.handover`,
);
const last = statement<object, { handover: Handover; view: HandoverView }>(
  'handover: last',
  'select handover, view from handover where clinic = :clinic order by given_at desc limit 1 for update',
);
const unpaid = statement<{ day: IsoDate }, { id: string; patient: PatientId; about: string; since: Moment }>(
  'handover: unpaid',
  `select id, patient, about, coalesce(ended_at, starts_at) as since from appointment
   where clinic = :clinic and day = :day and bill = 'to pay' order by starts_at`,
);

export const putHandover = (db: Db, handover: Handover, view: HandoverView): Promise<number> =>
  db.run(put, { id: handover.id, givenAt: handover.givenAt, handover, view });
export const lastHandover = (db: Db): Promise<{ handover: Handover; view: HandoverView } | undefined> =>
  db.row(last, {});
export const unpaidVisits = (db: Db, day: IsoDate) => db.rows(unpaid, { day });
