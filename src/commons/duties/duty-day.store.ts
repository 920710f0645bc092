/** What was done of each duty, as the access log has it. */

import type { PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { DutyId } from './duty.ts';

export type DoneLine = {
  readonly duty: DutyId;
  readonly person: PersonId;
  readonly times: number;
  readonly lastAt: Moment;
};

/** Acts that went through, also past a stop in an emergency; a refusal is not work that was done. */
const since = statement<{ from: Moment; duty: DutyId | null }, DoneLine>(
  'duty: done since',
  `select duty, person, count(*)::integer as times, max(at) as "lastAt" from access_line
   where clinic = :clinic and at >= :from::timestamptz and kind = 'act' and allowed and duty is not null and person is not null
     and (why is null or why ^@ 'passed: ') and (:duty::text is null or duty = :duty::text)
   group by duty, person`,
);
const name = statement<object, { name: string }>('clinic: own name', 'select name from clinic where clinic = :clinic');

export const doneSince = (db: Db, from: Moment, duty: DutyId | null = null): Promise<DoneLine[]> =>
  db.rows(since, { from, duty });
export const clinicName = async (db: Db): Promise<string> => (await db.row(name, {}))?.name ?? '';
