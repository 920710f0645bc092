/** What is no record of anything is swept away when it has served: answers to commands, challenges, sessions that are over. */

import type { ClinicNumber } from '#kernel/ids';
import { dayMs, type Moment, momentOf } from '#kernel/time';
import type { Database } from './database.ts';
import { sweepChallenges, sweepSessions } from './sign-in/account.store.ts';
import { statement } from './statement.ts';

/** A desk that was away for longer asks its user whether to send again. */
const answerDays = 7;
/** Longer than the faces of a workstation are remembered; that someone was signed in stands in the access log. */
const sessionDays = 30;

const sweepAnswers = statement<{ before: Moment }>(
  'command: sweep',
  'delete from command_answer where clinic = :clinic and at < :before::timestamptz',
);

/** Safe in several processes at once: a row goes once. */
export async function sweepOld(database: Database, clinic: ClinicNumber, now: Moment): Promise<void> {
  const before = (days: number): { before: Moment } => ({ before: momentOf(Date.parse(now) - days * dayMs) });
  await database.write(clinic, async (db) => {
    await db.run(sweepAnswers, before(answerDays));
    await db.run(sweepChallenges, before(0));
    await db.run(sweepSessions, before(sessionDays));
  });
}
