/** Checks as the table holds them. */

import type { PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { Check } from './readiness.ts';

const since = statement<{ since: Moment }, Omit<Check, 'by'> & { by: PersonId | null }>(
  'readiness: since',
  `select dependency, at, by, health, note from readiness_check where clinic = :clinic and at >= :since::timestamptz order by at desc limit 2000`,
);
const add = statement<Omit<Check, 'by'> & { by: PersonId | null }>(
  'readiness: add',
  'insert into readiness_check (clinic, dependency, at, by, health, note) values (:clinic, :dependency, :at, :by, :health, :note)',
);

export const checksSince = async (db: Db, from: Moment): Promise<Check[]> =>
  (await db.rows(since, { since: from })).map((row) => ({ ...row, by: row.by ?? 'system' }));
export const addCheck = (db: Db, check: Check): Promise<number> =>
  db.run(add, { ...check, by: check.by === 'system' ? null : check.by });
