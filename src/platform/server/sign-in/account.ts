/** Accounts as whoever gives access handles them: opened with a one-time password, set anew, closed; sessions ended. */

import type { PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { dayMs, type Moment, momentOf } from '#kernel/time';
import { type Db, isTaken } from '../database.ts';
import * as store from './account.store.ts';
import { hashSecret, oneTimeDays } from './password.ts';

export type { AccountLine } from './account.store.ts';

export const allAccounts = (db: Db, now: Moment): Promise<store.AccountLine[]> => db.rows(store.allAccounts, { now });

const until = (now: Moment): Moment => momentOf(Date.parse(now) + oneTimeDays * dayMs);

/** The password is for one sign-in; an account that was closed opens again under a new one. */
export async function openAccount(
  db: Db,
  given: { readonly person: PersonId; readonly username: string; readonly oneTime: string },
  now: Moment,
): Promise<Result<undefined, 'has an account' | 'username is taken'>> {
  const { person, username } = given;
  const next = { person, username, passwordHash: await hashSecret(given.oneTime), passwordUntil: until(now) };
  try {
    if ((await db.run(store.reopenAccount, next)) === 0)
      await db.run(store.addAccount, { ...next, mustChange: true, subject: null });
  } catch (fault) {
    if (isTaken(fault, 'account_clinic_username_key')) return refuse('username is taken');
    if (isTaken(fault, 'account_pkey')) return refuse('has an account');
    throw fault;
  }
  return ok();
}

/** Lifts the lock after failures too; whoever is signed in with the old password is signed out. */
export async function resetPassword(
  db: Db,
  person: PersonId,
  oneTime: string,
  now: Moment,
): Promise<Result<undefined, 'no account'>> {
  const next = { person, passwordHash: await hashSecret(oneTime), mustChange: true, passwordUntil: until(now) };
  if ((await db.run(store.setPassword, next)) === 0) return refuse('no account');
  await db.run(store.endSessionsOf, { person, now });
  return ok();
}

export async function closeAccount(db: Db, person: PersonId, now: Moment): Promise<Result<undefined, 'no account'>> {
  if ((await db.run(store.closeAccount, { person, now })) === 0) return refuse('no account');
  await db.run(store.removePasskeysOf, { person });
  await db.run(store.endSessionsOf, { person, now });
  return ok();
}

export const endSessions = (db: Db, person: PersonId, now: Moment): Promise<number> =>
  db.run(store.endSessionsOf, { person, now });

/** Ties the account to who someone is at the outside provider; null takes it off. */
export async function setOutsideSubject(
  db: Db,
  person: PersonId,
  subject: string | null,
): Promise<Result<undefined, 'no account' | 'belongs to another'>> {
  try {
    return (await db.run(store.setSubject, { person, subject })) === 0 ? refuse('no account') : ok();
  } catch (fault) {
    if (isTaken(fault, 'account_clinic_oidc_subject_key')) return refuse('belongs to another');
    throw fault;
  }
}

/** Emergency mode of one session, until it is over or runs out. */
export const setEmergency = (db: Db, session: string, now: Moment, over: Moment | null): Promise<number> =>
  db.run(store.setEmergency, { id: session, now, until: over });
