/** What one does at the sign-in doors: in, out, lock, change of user, one's own password and PIN. */

import type { PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { dayMs, type Moment, momentOf } from '#kernel/time';
import type { Me } from '../call.ts';
import type { Db } from '../database.ts';
import { announce } from '../outbox.ts';
import * as store from './account.store.ts';
import { begin, clinicMeant, type SignedIn, type SignInParts, tryAccount, writeSignIn } from './attempt.ts';
import { fitsSecret, hashSecret, judgePassword, judgePin } from './password.ts';

export type Credentials = {
  readonly clinic?: string | undefined;
  readonly username: string;
  readonly password: string;
  readonly workstation: string;
};

export async function signIn(parts: SignInParts, given: Credentials): Promise<Result<SignedIn>> {
  const entry = await clinicMeant(parts, given.clinic);
  if (!entry) return refuse('choose clinic');
  return tryAccount(parts, {
    clinic: entry.clinic,
    call: 'signIn',
    find: (db) => db.row(store.accountByUsername, { username: given.username }),
    secretOf: ({ passwordHash }) => passwordHash,
    secret: given.password,
    onFit: (db, { person }) => begin(parts, db, person, given.workstation, 'password'),
  });
}

export type PinGiven = { readonly person: PersonId; readonly pin: string; readonly workstation: string };
/** Nothing where the same person goes on in the session that was locked. */
export type Changed = SignedIn | undefined;

/** At a shared workstation: the one who was here is signed out, the one who gives the PIN goes on, or unlocks. */
export async function changeUser(parts: SignInParts, me: Me, given: PinGiven): Promise<Result<Changed>> {
  const isSame = given.person === me.person;
  if (!isSame) {
    const here = await parts.database.read(me.clinic, (db) => facesIn(db, me, parts.clock()));
    if (!here.includes(given.person)) return refuse('not at this workstation');
  }
  const hasPin = await parts.database.read(me.clinic, (db) => db.row(store.accountByPerson, { person: given.person }));
  if (!hasPin?.pinHash) return refuse('no pin');
  return tryAccount<Changed>(parts, {
    clinic: me.clinic,
    call: isSame ? 'unlockScreen' : 'changeUser',
    session: me.session,
    find: (db) => db.row(store.accountByPerson, { person: given.person }),
    secretOf: ({ pinHash }) => pinHash,
    secret: given.pin,
    onFit: (db) => goOn(parts, db, me, { person: given.person, workstation: given.workstation, means: 'pin' }),
  });
}

/** The same person unlocks the session that stands; another one begins a new session, and the old one ends. */
export async function goOn(
  parts: SignInParts,
  db: Db,
  me: Me,
  next: { readonly person: PersonId; readonly workstation: string; readonly means: string },
): Promise<Result<Changed>> {
  const now = parts.clock();
  await announce(db, now, 'SessionChanged', {});
  if (next.person === me.person) {
    if (!(await parts.whoIs(db, me.person, now))) return refuse('access ended');
    await db.run(store.unlockSession, { id: me.session, now });
    return ok(undefined);
  }
  await db.run(store.endSession, { id: me.session, now });
  return begin(parts, db, next.person, me.workstation || next.workstation, next.means);
}

export async function leave(parts: SignInParts, me: Me, how: 'signOut' | 'lockScreen'): Promise<void> {
  const now = parts.clock();
  await parts.database.write(me.clinic, async (db) => {
    await db.run(how === 'signOut' ? store.endSession : store.lockSession, { id: me.session, now });
    await writeSignIn(db, now, { call: how, person: me.person, session: me.session });
    await announce(db, now, 'SessionChanged', {});
  });
  parts.sessions.forget(me.clinic);
}

export type NewSecret = {
  readonly old: string;
  readonly password?: string | undefined;
  readonly pin?: string | undefined;
};

/** With the password one has now; a new password ends the sessions one has elsewhere. */
export async function changeSecret(parts: SignInParts, me: Me, given: NewSecret): Promise<Result<undefined>> {
  const account = await parts.database.read(me.clinic, (db) => db.row(store.accountByPerson, { person: me.person }));
  const judged = await judgeSecrets(given, account?.username ?? '', account?.mustChange ?? false);
  if (!judged.ok) return judged;
  const done = await tryAccount<undefined>(parts, {
    clinic: me.clinic,
    call: given.password === undefined ? 'changeOwnPin' : 'changeOwnPassword',
    session: me.session,
    find: (db) => db.row(store.accountByPerson, { person: me.person }),
    secretOf: ({ passwordHash }) => passwordHash,
    secret: given.old,
    onFit: async (db, { passwordHash }) => {
      const now = parts.clock();
      if (given.password !== undefined) {
        if (await fitsSecret(passwordHash, given.password)) return refuse('same as before');
        const next = {
          person: me.person,
          passwordHash: judged.value.passwordHash,
          mustChange: false,
          passwordUntil: null,
        };
        await db.run(store.setPassword, next);
        await db.run(store.endOtherSessionsOf, { person: me.person, id: me.session, now });
      }
      if (given.pin !== undefined) await db.run(store.setPin, { person: me.person, pinHash: judged.value.pinHash });
      await announce(db, now, 'AccountChanged', {});
      return ok();
    },
  });
  if (done.ok) parts.sessions.forget(me.clinic);
  return done;
}

async function judgeSecrets(
  { password, pin }: NewSecret,
  username: string,
  mustChange: boolean,
): Promise<Result<{ passwordHash: string; pinHash: string }>> {
  if (mustChange && password === undefined) return refuse('too short', { atLeast: 12 });
  const word = password === undefined ? ok('') : judgePassword(password, username);
  if (!word.ok) return word;
  const number = pin === undefined ? ok('') : judgePin(pin);
  if (!number.ok) return number;
  return ok({
    passwordHash: word.value && (await hashSecret(word.value)),
    pinHash: number.value && (await hashSecret(number.value)),
  });
}

const faceDays = 14;
async function facesIn(db: Db, me: Me, now: Moment): Promise<PersonId[]> {
  const since = momentOf(Date.parse(now) - faceDays * dayMs);
  return (await db.rows(store.recentAtWorkstation, { workstation: me.workstation, since })).map(({ person }) => person);
}

/** Who has worked at this workstation lately, by name. */
export async function facesHere(parts: SignInParts, me: Me): Promise<{ person: PersonId; name: string }[]> {
  return parts.database.read(me.clinic, async (db) => {
    const named: { person: PersonId; name: string }[] = [];
    for (const person of await facesIn(db, me, parts.clock())) {
      const who = await parts.whoIs(db, person, parts.clock());
      if (who) named.push({ person, name: who.name });
    }
    return named;
  });
}
