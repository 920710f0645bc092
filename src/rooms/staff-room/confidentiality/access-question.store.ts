/** The access log as it is asked; who wrote it, and how it is sealed, is the house's business. */

import type { Id, PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { AccessLine } from './access-question.ts';

export type Span = { readonly from: Moment; readonly until: Moment };
const most = 20_000;

const columns = 'l.number, l.at, l.kind, l.call, l.duty, l.person, l.allowed, l.ground, l.why';
const inSpan = 'l.at >= :from::timestamptz and l.at < :until::timestamptz';

const ofPatient = statement<Span & { patient: string; most: number }, AccessLine>(
  'access question: opened by',
  `select ${columns}, l.patient, 'opened' as how from access_line l
   where l.clinic = :clinic and l.patient = :patient::uuid and ${inSpan} order by l.at desc limit :most`,
);
const showing = statement<Span & { patient: string; most: number }, AccessLine>(
  'access question: shown to',
  `select ${columns}, :patient::uuid as patient, 'shown' as how from access_line l
   where l.clinic = :clinic and l.seen @> array[:patient::uuid] and l.patient is distinct from :patient::uuid and ${inSpan}
   order by l.at desc limit :most`,
);
const byPerson = statement<Span & { person: PersonId; most: number }, AccessLine>(
  'access question: by person',
  `select ${columns}, l.patient, 'opened' as how from access_line l
   where l.clinic = :clinic and l.person = :person and l.patient is not null and ${inSpan} order by l.at desc limit :most`,
);
const refusedIn = statement<Span & { most: number }, AccessLine>(
  'access question: refused',
  `select ${columns}, l.patient, 'opened' as how from access_line l
   where l.clinic = :clinic and not l.allowed and ${inSpan} order by l.at desc limit :most`,
);

export const linesOpening = (db: Db, patient: Id<'Patient'>, span: Span): Promise<AccessLine[]> =>
  db.rows(ofPatient, { patient, ...span, most });
export const linesShowing = (db: Db, patient: Id<'Patient'>, span: Span): Promise<AccessLine[]> =>
  db.rows(showing, { patient, ...span, most });
export const linesBy = (db: Db, person: PersonId, span: Span): Promise<AccessLine[]> =>
  db.rows(byPerson, { person, ...span, most });
export const linesRefused = (db: Db, span: Span): Promise<AccessLine[]> => db.rows(refusedIn, { ...span, most: 500 });
