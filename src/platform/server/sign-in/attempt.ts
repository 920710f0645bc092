/** An attempt to sign in: who tries, whether the secret fits, when it is enough, and its line in the access log. */

import type { ClinicNumber, PersonId } from '#kernel/ids';
import { type Result, refuse } from '#kernel/result';
import { addMinutes, type Moment } from '#kernel/time';
import { writeLine } from '../access-log.ts';
import type { Clock } from '../clock.ts';
import type { Database, Db } from '../database.ts';
import { type AccountRow, clearFailures, countFailure } from './account.store.ts';
import { fitsSecret, lockMinutes, mostFailures } from './password.ts';
import type { Sessions, WhoIs } from './session.ts';

export type ClinicEntry = {
  readonly clinic: ClinicNumber;
  readonly code: string;
  readonly name: string;
  readonly isDemo: boolean;
};
export type SignInParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly whoIs: WhoIs;
  readonly clinics: () => Promise<readonly ClinicEntry[]>;
  readonly isSecure: boolean;
  /** Where browsers reach us, `https://dagsverk.klinikk.no`; without it, what the request says. */
  readonly origin?: string | undefined;
};
export type SignedIn = { readonly token: string };

/** What is done at the sign-in doors, outside the gate; each stands in the access log like every act. */
export type SignInAct =
  | 'signIn'
  | 'signOut'
  | 'lockScreen'
  | 'unlockScreen'
  | 'changeUser'
  | 'changeOwnPassword'
  | 'changeOwnPin'
  | 'registerPasskey'
  | 'removePasskey';

export type SignInLine = {
  readonly call: SignInAct;
  readonly person: PersonId | null;
  readonly session?: string | null;
  readonly why?: string | undefined;
};
export async function writeSignIn(db: Db, now: Moment, { call, person, session, why }: SignInLine): Promise<void> {
  const nothing = { duty: null, patient: null, seen: null, ground: null };
  const allowed = why === undefined;
  await writeLine(db, {
    ...nothing,
    at: now,
    kind: 'act',
    call,
    person,
    session: session ?? null,
    allowed,
    why: why ?? null,
  });
}

export type Attempt<T> = {
  readonly clinic: ClinicNumber;
  readonly call: SignInAct;
  readonly session?: string;
  readonly find: (db: Db) => Promise<AccountRow | undefined>;
  readonly secretOf: (account: AccountRow) => string | null;
  readonly secret: string;
  /** The act is not done with this: its line is written when it is, and here only a no. */
  readonly goesOn?: boolean;
  /** In the same transaction as the line, when the secret fits. */
  readonly onFit: (db: Db, account: AccountRow) => Promise<Result<T>>;
};

/** The secret is compared outside any transaction; of one account one at a time, so that guesses at once count one by one. */
export function tryAccount<T>(parts: SignInParts, attempt: Attempt<T>): Promise<Result<T>> {
  const { clinic } = attempt;
  return parts.database.read(clinic, attempt.find).then((first) =>
    inTurn(`${clinic} ${first?.person ?? ''}`, async () => {
      const account = first && (await parts.database.read(clinic, attempt.find));
      const now = parts.clock();
      const isLocked = account?.lockedUntil != null && account.lockedUntil > now;
      const fits = !isLocked && (await fitsSecret(account ? attempt.secretOf(account) : null, attempt.secret));
      return parts.database.write(clinic, async (db) => {
        const done = account ? await judge(db, attempt, account, fits, now) : refuse('wrong name or password');
        const why = done.ok ? undefined : done.why;
        const line = { call: attempt.call, person: account?.person ?? null, session: attempt.session ?? null, why };
        if (why !== undefined || !attempt.goesOn) await writeSignIn(db, now, line);
        return done;
      });
    }),
  );
}

/** Five failures lock the account for a quarter of an hour. */
async function judge<T>(
  db: Db,
  attempt: Attempt<T>,
  account: AccountRow,
  fits: boolean,
  now: Moment,
): Promise<Result<T>> {
  const { person, lockedUntil } = account;
  if (lockedUntil && lockedUntil > now) return refuse('locked after failures', { until: lockedUntil });
  if (!fits) {
    await db.run(countFailure, { person, most: mostFailures, lockedUntil: addMinutes(now, lockMinutes) });
    return refuse('wrong name or password');
  }
  if (account.mustChange && account.passwordUntil && account.passwordUntil < now)
    return refuse('one-time password has run out', { until: account.passwordUntil });
  await db.run(clearFailures, { person });
  return attempt.onFit(db, account);
}

const turns = new Map<string, Promise<unknown>>();
function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(key) ?? Promise.resolve()).catch(() => {}).then(work);
  turns.set(key, mine);
  const leave = (): void => {
    if (turns.get(key) === mine) turns.delete(key);
  };
  mine.then(leave, leave);
  return mine;
}

/** The session begins if the corridor still knows the person as one of ours; every means of signing in ends here. */
export async function begin(
  parts: SignInParts,
  db: Db,
  person: PersonId,
  workstation: string,
  means: string,
): Promise<Result<SignedIn, 'access ended'>> {
  const who = await parts.whoIs(db, person, parts.clock());
  if (!who) return refuse('access ended');
  return { ok: true, value: { token: await parts.sessions.begin(db, person, workstation, means) } };
}

/** The clinic that was meant; with only one there is nothing to choose. */
export async function clinicMeant(parts: SignInParts, code: string | undefined): Promise<ClinicEntry | undefined> {
  const clinics = await parts.clinics();
  if (code === undefined) return clinics.length === 1 ? clinics[0] : undefined;
  return clinics.find((one) => one.code === code);
}

const attemptsPerMinute = 60;
/** A floor under guessing from one address; only failures count. The account's own lock is in the database and holds across servers. */
export function limiter(clock: Clock): { tooMany: (address: string) => boolean; forgive: (address: string) => void } {
  const attempts = new Map<string, { count: number; until: Moment }>();
  return {
    tooMany(address) {
      const now = clock();
      const known = attempts.get(address);
      if (!known || known.until < now) {
        if (attempts.size > 10_000) attempts.clear();
        attempts.set(address, { count: 1, until: addMinutes(now, 1) });
        return false;
      }
      known.count++;
      return known.count > attemptsPerMinute;
    },
    forgive(address) {
      const known = attempts.get(address);
      if (known) known.count--;
    },
  };
}
