/** Calls as the tables hold them. */

import type { PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Db, statement } from '#platform/server';
import type { Call, CallId } from './call.ts';

type Row = {
  id: CallId;
  state: string;
  direction: string;
  number: string | null;
  patient: PatientId | null;
  rangAt: Moment;
  answeredAt: Moment | null;
  answeredBy: PersonId | null;
  call: Call;
};
const put = statement<Row>(
  'call: put',
  `insert into telephone_call (clinic, id, state, direction, number, patient, rang_at, answered_at, answered_by, call)
   values (:clinic, :id, :state, :direction, :number, :patient, :rangAt, :answeredAt, :answeredBy, :call::jsonb)
   on conflict (clinic, id) do update set state = excluded.state, patient = excluded.patient, answered_at = excluded.answered_at,
     answered_by = excluded.answered_by, call = excluded.call`,
);
const byId = statement<{ id: CallId }, { call: Call }>(
  'call: by id',
  'select call from telephone_call where clinic = :clinic and id = :id for update',
);
const between = statement<
  { from: Moment; until: Moment },
  { call: Call; patientName: string | null; isProtected: boolean; answeredByName: string | null }
>(
  'call: between',
  `select c.call, p.family_name || ', ' || p.given_name as "patientName", p.address_block is not null as "isProtected",
     s.given_name as "answeredByName"
   from telephone_call c left join patient p on p.clinic = c.clinic and p.id = c.patient
     left join person s on s.clinic = c.clinic and s.id = c.answered_by
   where c.clinic = :clinic and c.rang_at >= :from::timestamptz and c.rang_at < :until::timestamptz
   order by c.rang_at desc limit 500`,
);
const waited = statement<
  { from: Moment; until: Moment },
  { direction: 'in' | 'out'; state: Call['state']; rangAt: Moment; answeredAt: Moment | null }
>(
  'call: waited',
  `select direction, state, rang_at as "rangAt", answered_at as "answeredAt" from telephone_call
   where clinic = :clinic and rang_at >= :from::timestamptz and rang_at < :until::timestamptz`,
);
const ofPatientSince = statement<{ patient: PatientId; since: Moment }, { call: Call }>(
  'call: of patient since',
  `select call from telephone_call where clinic = :clinic and patient = :patient and rang_at >= :since::timestamptz
   order by rang_at desc limit 50`,
);

export const putCall = (db: Db, call: Call): Promise<number> =>
  db.run(put, {
    id: call.id,
    state: call.state,
    direction: call.direction,
    number: call.number,
    patient: call.state === 'ended' ? call.patient : null,
    rangAt: call.rangAt,
    answeredAt: call.state === 'answered' || call.state === 'ended' ? call.answeredAt : null,
    answeredBy: call.state === 'answered' || call.state === 'ended' ? call.answeredBy : null,
    call,
  });
export const callById = async (db: Db, id: CallId): Promise<Call | undefined> => (await db.row(byId, { id }))?.call;
export const callsBetween = (db: Db, from: Moment, until: Moment) => db.rows(between, { from, until });
export const waitedBetween = async (db: Db, from: Moment, until: Moment) =>
  (await db.rows(waited, { from, until })).map(({ answeredAt, ...call }) => ({
    ...call,
    ...(answeredAt ? { answeredAt } : {}),
  }));
export const callsOfPatient = async (db: Db, patient: PatientId, since: Moment): Promise<Call[]> =>
  (await db.rows(ofPatientSince, { patient, since })).map(({ call }) => call);
