/** Loops as the tables hold them. */

import type { PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Db, statement } from '#platform/server';
import type { Closed, Evidence, Haste, Loop, LoopId, LoopKind, Open, Owner, Station } from './loop.ts';

type Row = {
  id: LoopId;
  kind: LoopKind;
  patient: PatientId | null;
  subjectThing: string;
  subjectId: string;
  what: string;
  haste: Haste;
  ownerPerson: PersonId | null;
  ownerStation: Station | null;
  deputyPerson: PersonId | null;
  deputyStation: Station | null;
  openedAt: Moment;
  openedBy: PersonId;
  expectedBy: Moment;
  state: Loop['state'];
  settledAt: Moment | null;
  settledBy: PersonId | null;
  evidence: Evidence | null;
  reason: string | null;
  handedTo: string | null;
  acceptedBy: string | null;
};

const columns = `l.id, l.kind, l.patient, l.subject_thing as "subjectThing", l.subject_id as "subjectId", l.what, l.haste,
  l.owner_person as "ownerPerson", l.owner_station as "ownerStation", l.deputy_person as "deputyPerson", l.deputy_station as "deputyStation",
  l.opened_at as "openedAt", l.opened_by as "openedBy", l.expected_by as "expectedBy", l.state, l.settled_at as "settledAt",
  l.settled_by as "settledBy", l.evidence, l.reason, l.handed_to as "handedTo", l.accepted_by as "acceptedBy"`;

const byId = statement<{ id: LoopId }, Row>(
  'loop: by id',
  `select ${columns} from loop l where l.clinic = :clinic and l.id = :id for update`,
);
const openOf = statement<{ thing: string; id: string }, Row>(
  'loop: open of subject',
  `select ${columns} from loop l where l.clinic = :clinic and l.subject_thing = :thing and l.subject_id = :id and l.state = 'open' for update`,
);
const add = statement<Row>(
  'loop: add',
  `insert into loop (clinic, id, kind, patient, subject_thing, subject_id, what, haste, owner_person, owner_station, deputy_person, deputy_station,
     opened_at, opened_by, expected_by)
   values (:clinic, :id, :kind, :patient, :subjectThing, :subjectId, :what, :haste, :ownerPerson, :ownerStation, :deputyPerson, :deputyStation,
     :openedAt, :openedBy, :expectedBy)`,
);
const save = statement<Row>(
  'loop: save',
  `update loop set owner_person = :ownerPerson, owner_station = :ownerStation, deputy_person = :deputyPerson, deputy_station = :deputyStation,
     expected_by = :expectedBy, state = :state, settled_at = :settledAt, settled_by = :settledBy, evidence = :evidence, reason = :reason,
     handed_to = :handedTo, accepted_by = :acceptedBy
   where clinic = :clinic and id = :id`,
);
const addChange = statement<{ loop: LoopId; at: Moment; by: PersonId; change: string; reason: string | null }>(
  'loop: add change',
  'insert into loop_change (clinic, loop, at, by, change, reason) values (:clinic, :loop, :at, :by, :change, :reason)',
);

/** An open loop on the board: with the patient's name and the owner's. */
export type BoardRow = Row & {
  familyName: string | null;
  givenName: string | null;
  addressBlock: number | null;
  ownerName: string | null;
};
const board = statement<
  { person: PersonId | null; station: string | null; patient: PatientId | null; most: number },
  BoardRow
>(
  'loop: board',
  `select ${columns}, p.family_name as "familyName", p.given_name as "givenName", p.address_block as "addressBlock",
     s.given_name as "ownerName"
   from loop l left join patient p on p.clinic = l.clinic and p.id = l.patient
     left join person s on s.clinic = l.clinic and s.id = l.owner_person
   where l.clinic = :clinic and l.state = 'open'
     and (:person::uuid is null or l.owner_person = :person) and (:station::text is null or l.owner_station = :station)
     and (:patient::uuid is null or l.patient = :patient)
   order by l.expected_by limit :most`,
);
const countOfDay = statement<{ from: Moment; until: Moment }, { open: number; closed: number }>(
  'loop: count of day',
  `select count(*) filter (where state = 'open' and expected_by < :until::timestamptz) as open,
     count(*) filter (where settled_at >= :from::timestamptz and settled_at < :until::timestamptz) as closed
   from loop where clinic = :clinic and (state = 'open' or settled_at >= :from::timestamptz)`,
);

function loopOf(row: Row): Loop {
  const known = {
    id: row.id,
    kind: row.kind,
    ...(row.patient ? { patient: row.patient } : {}),
    subject: { thing: row.subjectThing, id: row.subjectId },
    haste: row.haste,
    owner: ownerOf(row.ownerPerson, row.ownerStation),
    deputy: ownerOf(row.deputyPerson, row.deputyStation),
    openedAt: row.openedAt,
    openedBy: row.openedBy,
    expectedBy: row.expectedBy,
  };
  const settled = { at: row.settledAt as Moment, by: row.settledBy as PersonId };
  switch (row.state) {
    case 'open':
      return { ...known, state: 'open' };
    case 'closed':
      return {
        ...known,
        state: 'closed',
        evidence: row.evidence as Evidence,
        closedAt: settled.at,
        ...(row.settledBy ? { closedBy: settled.by } : {}),
      };
    case 'handed over':
      return {
        ...known,
        state: 'handed over',
        to: row.handedTo ?? '',
        acceptedBy: row.acceptedBy ?? '',
        handedOverAt: settled.at,
        handedOverBy: settled.by,
      };
    case 'abandoned':
      return {
        ...known,
        state: 'abandoned',
        reason: row.reason ?? '',
        abandonedAt: settled.at,
        abandonedBy: settled.by,
      };
  }
}

function ownerOf(person: PersonId | null, station: Station | null): Owner {
  return person ? { kind: 'person', person } : { kind: 'station', station: station ?? 'reception' };
}

function rowOf(loop: Loop, what: string): Row {
  const settled = {
    open: () => ({}),
    closed: () =>
      loop.state === 'closed' && {
        settledAt: loop.closedAt,
        settledBy: loop.closedBy ?? null,
        evidence: loop.evidence,
      },
    'handed over': () =>
      loop.state === 'handed over' && {
        settledAt: loop.handedOverAt,
        settledBy: loop.handedOverBy,
        handedTo: loop.to,
        acceptedBy: loop.acceptedBy,
      },
    abandoned: () =>
      loop.state === 'abandoned' && { settledAt: loop.abandonedAt, settledBy: loop.abandonedBy, reason: loop.reason },
  }[loop.state]();
  return {
    id: loop.id,
    kind: loop.kind,
    patient: loop.patient ?? null,
    subjectThing: loop.subject.thing,
    subjectId: loop.subject.id,
    what,
    haste: loop.haste,
    ownerPerson: loop.owner.kind === 'person' ? loop.owner.person : null,
    ownerStation: loop.owner.kind === 'station' ? loop.owner.station : null,
    deputyPerson: loop.deputy.kind === 'person' ? loop.deputy.person : null,
    deputyStation: loop.deputy.kind === 'station' ? loop.deputy.station : null,
    openedAt: loop.openedAt,
    openedBy: loop.openedBy,
    expectedBy: loop.expectedBy,
    state: loop.state,
    settledAt: null,
    settledBy: null,
    evidence: null,
    reason: null,
    handedTo: null,
    acceptedBy: null,
    ...settled,
  };
}

export const loopById = async (db: Db, id: LoopId): Promise<Loop | undefined> => {
  const row = await db.row(byId, { id });
  return row && loopOf(row);
};
export const openLoopsOf = async (db: Db, subject: { thing: string; id: string }): Promise<Open[]> =>
  (await db.rows(openOf, subject)).map(loopOf).filter((loop): loop is Open => loop.state === 'open');
export const addLoop = (db: Db, loop: Open, what: string): Promise<number> => db.run(add, rowOf(loop, what));
export const saveLoop = (db: Db, loop: Loop | Closed): Promise<number> => db.run(save, rowOf(loop, ''));
export const noteChange = (
  db: Db,
  loop: LoopId,
  by: PersonId,
  at: Moment,
  change: string,
  reason: string | null,
): Promise<number> => db.run(addChange, { loop, by, at, change, reason });

export type BoardLine = {
  readonly loop: Open;
  readonly what: string;
  readonly patientName: string | null;
  readonly isProtected: boolean;
  readonly ownerName: string | null;
};
export async function openOnBoard(
  db: Db,
  of: { person?: PersonId; station?: Station; patient?: PatientId },
  most = 200,
): Promise<BoardLine[]> {
  const rows = await db.rows(board, {
    person: of.person ?? null,
    station: of.station ?? null,
    patient: of.patient ?? null,
    most,
  });
  return rows.map((row) => ({
    loop: loopOf(row) as Open,
    what: row.what,
    patientName: row.familyName === null ? null : `${row.familyName}, ${row.givenName}`,
    isProtected: row.addressBlock !== null,
    ownerName: row.ownerName,
  }));
}
export const countLoops = async (db: Db, from: Moment, until: Moment): Promise<{ open: number; closed: number }> =>
  (await db.row(countOfDay, { from, until })) ?? { open: 0, closed: 0 };
