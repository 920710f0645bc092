/** Accounts, passkeys and sessions as the tables hold them. */

import type { PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import { statement } from '../statement.ts';

export type AccountRow = {
  readonly person: PersonId;
  readonly username: string;
  readonly passwordHash: string | null;
  readonly pinHash: string | null;
  readonly mustChange: boolean;
  /** Until when a one-time password holds. */
  readonly passwordUntil: Moment | null;
  readonly failedAttempts: number;
  readonly lockedUntil: Moment | null;
};

const accountColumns = `person, username, password_hash as "passwordHash", pin_hash as "pinHash", must_change as "mustChange",
  password_until as "passwordUntil", failed_attempts as "failedAttempts", locked_until as "lockedUntil"`;

export const accountByUsername = statement<{ username: string }, AccountRow>(
  'account: by username',
  `select ${accountColumns} from account where clinic = :clinic and username = lower(:username) and closed_at is null`,
);
export const accountByPerson = statement<{ person: PersonId }, AccountRow>(
  'account: by person',
  `select ${accountColumns} from account where clinic = :clinic and person = :person and closed_at is null`,
);
export const accountBySubject = statement<{ subject: string }, AccountRow>(
  'account: by subject',
  `select ${accountColumns} from account where clinic = :clinic and oidc_subject = :subject and closed_at is null`,
);
export const addAccount = statement<{
  person: PersonId;
  username: string;
  passwordHash: string | null;
  mustChange: boolean;
  subject: string | null;
  passwordUntil?: Moment | null;
}>(
  'account: add',
  `insert into account (clinic, person, username, password_hash, must_change, oidc_subject, password_until)
   values (:clinic, :person, lower(:username), :passwordHash, :mustChange, :subject, :passwordUntil)`,
);
export const setPassword = statement<{
  person: PersonId;
  passwordHash: string;
  mustChange: boolean;
  passwordUntil: Moment | null;
}>(
  'account: set password',
  `update account set password_hash = :passwordHash, must_change = :mustChange, password_until = :passwordUntil, failed_attempts = 0,
     locked_until = null
   where clinic = :clinic and person = :person and closed_at is null`,
);
export const setSubject = statement<{ person: PersonId; subject: string | null }>(
  'account: set subject',
  'update account set oidc_subject = :subject where clinic = :clinic and person = :person',
);
export const closeAccount = statement<{ person: PersonId; now: Moment }>(
  'account: close',
  'update account set closed_at = :now, pin_hash = null, oidc_subject = null where clinic = :clinic and person = :person and closed_at is null',
);
export const reopenAccount = statement<{
  person: PersonId;
  username: string;
  passwordHash: string;
  passwordUntil: Moment;
}>(
  'account: open again',
  `update account set closed_at = null, username = lower(:username), password_hash = :passwordHash, must_change = true,
     password_until = :passwordUntil, failed_attempts = 0, locked_until = null
   where clinic = :clinic and person = :person and closed_at is not null`,
);

/** What whoever gives access sees of an account. */
export type AccountLine = {
  readonly person: PersonId;
  readonly username: string;
  readonly mustChange: boolean;
  readonly passwordUntil: Moment | null;
  readonly lockedUntil: Moment | null;
  readonly closedAt: Moment | null;
  readonly subject: string | null;
  readonly hasPin: boolean;
  readonly passkeys: number;
  readonly openSessions: number;
  readonly lastUsedAt: Moment | null;
};
export const allAccounts = statement<{ now: Moment }, AccountLine>(
  'account: all',
  `select a.person, a.username, a.must_change as "mustChange", a.password_until as "passwordUntil", a.locked_until as "lockedUntil",
     a.closed_at as "closedAt", a.oidc_subject as subject, a.pin_hash is not null as "hasPin",
     (select count(*) from passkey k where k.clinic = :clinic and k.person = a.person) as passkeys,
     count(s.id) filter (where s.ended_at is null and s.expires_at > :now::timestamptz) as "openSessions",
     max(s.last_used_at) as "lastUsedAt"
   from account a left join session s on s.clinic = :clinic and s.person = a.person
   where a.clinic = :clinic group by a.clinic, a.person order by a.username`,
);
export const setPin = statement<{ person: PersonId; pinHash: string }>(
  'account: set pin',
  'update account set pin_hash = :pinHash where clinic = :clinic and person = :person',
);
export const countFailure = statement<{ person: PersonId; most: number; lockedUntil: Moment }>(
  'account: count failure',
  `update account set failed_attempts = failed_attempts + 1,
     locked_until = case when failed_attempts + 1 >= :most then :lockedUntil::timestamptz else locked_until end
   where clinic = :clinic and person = :person`,
);
export const clearFailures = statement<{ person: PersonId }>(
  'account: clear failures',
  'update account set failed_attempts = 0, locked_until = null where clinic = :clinic and person = :person and failed_attempts > 0',
);

export type SessionRow = {
  readonly id: string;
  readonly person: PersonId;
  readonly workstation: string;
  readonly lastUsedAt: Moment;
  readonly expiresAt: Moment;
  readonly lockedAt: Moment | null;
  readonly endedAt: Moment | null;
  readonly emergencyUntil: Moment | null;
  readonly mustChange: boolean;
};

export const sessionByToken = statement<{ tokenHash: string }, SessionRow>(
  'session: by token',
  `select s.id, s.person, s.workstation, s.last_used_at as "lastUsedAt", s.expires_at as "expiresAt", s.locked_at as "lockedAt",
     s.ended_at as "endedAt", s.emergency_until as "emergencyUntil", a.must_change as "mustChange"
   from session s join account a on a.clinic = s.clinic and a.person = s.person and a.closed_at is null
   where s.clinic = :clinic and s.token_hash = :tokenHash`,
);
export const addSession = statement<{
  tokenHash: string;
  id: string;
  person: PersonId;
  workstation: string;
  now: Moment;
  expiresAt: Moment;
  means: string;
}>(
  'session: add',
  `insert into session (clinic, token_hash, id, person, workstation, signed_in_at, last_used_at, expires_at, means)
   values (:clinic, :tokenHash, :id, :person, :workstation, :now::timestamptz, :now::timestamptz, :expiresAt, :means)`,
);
export const touchSession = statement<{ id: string; now: Moment; expiresAt: Moment }>(
  'session: touch',
  'update session set last_used_at = :now, expires_at = :expiresAt where clinic = :clinic and id = :id',
);
export const lockSession = statement<{ id: string; now: Moment }>(
  'session: lock',
  'update session set locked_at = coalesce(locked_at, :now) where clinic = :clinic and id = :id',
);
export const unlockSession = statement<{ id: string; now: Moment }>(
  'session: unlock',
  'update session set locked_at = null, last_used_at = :now where clinic = :clinic and id = :id',
);
export const endSession = statement<{ id: string; now: Moment }>(
  'session: end',
  'update session set ended_at = coalesce(ended_at, :now) where clinic = :clinic and id = :id',
);
export const endSessionsOf = statement<{ person: PersonId; now: Moment }>(
  'session: end all of person',
  'update session set ended_at = :now where clinic = :clinic and person = :person and ended_at is null',
);
export const endOtherSessionsOf = statement<{ person: PersonId; id: string; now: Moment }>(
  'session: end others of person',
  'update session set ended_at = :now where clinic = :clinic and person = :person and id <> :id and ended_at is null',
);
export const setEmergency = statement<{ id: string; now: Moment; until: Moment | null }>(
  'session: emergency',
  'update session set emergency_at = coalesce(emergency_at, :now), emergency_until = :until where clinic = :clinic and id = :id',
);
/** Who has signed in at this workstation lately: the faces of the fast change of user. */
export const recentAtWorkstation = statement<{ workstation: string; since: Moment }, { person: PersonId }>(
  'session: recent at workstation',
  `select person from session where clinic = :clinic and workstation = :workstation and signed_in_at >= :since::timestamptz
   group by person order by max(last_used_at) desc limit 12`,
);

export type PasskeyRow = {
  readonly credential: string;
  readonly person: PersonId;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: string[];
  readonly label: string;
};
export const passkeysOf = statement<{ person: PersonId }, PasskeyRow & { registeredAt: Moment }>(
  'passkey: of person',
  `select credential, person, public_key as "publicKey", counter, transports, label, registered_at as "registeredAt"
   from passkey where clinic = :clinic and person = :person order by registered_at`,
);
export const passkeyByCredential = statement<{ credential: string }, PasskeyRow>(
  'passkey: by credential',
  'select credential, person, public_key as "publicKey", counter, transports, label from passkey where clinic = :clinic and credential = :credential',
);
export const addPasskey = statement<PasskeyRow & { now: Moment }>(
  'passkey: add',
  `insert into passkey (clinic, credential, person, public_key, counter, transports, label, registered_at)
   values (:clinic, :credential, :person, :publicKey, :counter, :transports, :label, :now)`,
);
export const removePasskey = statement<{ person: PersonId; credential: string }>(
  'passkey: remove',
  'delete from passkey where clinic = :clinic and person = :person and credential = :credential',
);
export const removePasskeysOf = statement<{ person: PersonId }>(
  'passkey: remove all of person',
  'delete from passkey where clinic = :clinic and person = :person',
);
export const setPasskeyCounter = statement<{ credential: string; counter: number }>(
  'passkey: counter',
  'update passkey set counter = :counter where clinic = :clinic and credential = :credential',
);

export const addChallenge = statement<{
  id: string;
  value: string;
  person: PersonId | null;
  purpose: string;
  expiresAt: Moment;
}>(
  'challenge: add',
  'insert into challenge (clinic, id, value, person, purpose, expires_at) values (:clinic, :id, :value, :person, :purpose, :expiresAt)',
);
export const takeChallenge = statement<
  { id: string; purpose: string; now: Moment },
  { value: string; person: PersonId | null }
>(
  'challenge: take',
  `delete from challenge where clinic = :clinic and id = :id and purpose = :purpose and expires_at > :now::timestamptz
   returning value, person`,
);

/** What has run out: challenges at once, sessions and answers to commands after a week. */
export const sweepChallenges = statement<{ before: Moment }>(
  'challenge: sweep',
  'delete from challenge where clinic = :clinic and expires_at < :before::timestamptz',
);
export const sweepSessions = statement<{ before: Moment }>(
  'session: sweep',
  'delete from session where clinic = :clinic and (expires_at < :before::timestamptz or ended_at < :before::timestamptz)',
);
