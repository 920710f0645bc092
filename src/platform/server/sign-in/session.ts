/** Sessions: who is at this keyboard, for how long, and whether the screen is locked. */

import { createHash, randomBytes } from 'node:crypto';
import { type ClinicNumber, newId, type PersonId } from '#kernel/ids';
import { addMinutes, dayOf, type Moment, minuteMs } from '#kernel/time';
import type { Me, SessionId } from '../call.ts';
import type { Clock } from '../clock.ts';
import type { Database, Db } from '../database.ts';
import { everythingChanged, type Live } from '../live.ts';
import { readSetting } from '../setting.ts';
import * as store from './account.store.ts';

/** What the corridor knows of a person that the session must carry; nothing if access has ended. */
export type WhoIs = (
  db: Db,
  person: PersonId,
  now: Moment,
) => Promise<{ readonly name: string; readonly roles: readonly string[]; readonly setting: Me['setting'] } | undefined>;

export type Presence =
  | {
      readonly state: 'open';
      readonly me: Me;
      readonly mustChange: boolean;
      readonly emergencyUntil: Moment | null;
      readonly lockAfterMinutes: number;
    }
  | { readonly state: 'locked'; readonly me: Me }
  | { readonly state: 'none' };

export const cookieName = 'dagsverk';

/** The clinic may set its own, as the dated setting `session`. */
export type SessionLimits = {
  /** Minutes without use until the screen is locked. */
  readonly lockAfterMinutes: number;
  /** Minutes without use until one must sign in again. */
  readonly idleMinutes: number;
};
export const defaultLimits: SessionLimits = { lockAfterMinutes: 15, idleMinutes: 10 * 60 };

export type Sessions = {
  readonly begin: (db: Db, person: PersonId, workstation: string, means: string) => Promise<string>;
  readonly find: (token: string | undefined) => Promise<Presence>;
  /** Someone pressed something: the screen is not locked yet. Questions that a screen asks by itself do not count. */
  readonly use: (token: string | undefined) => Promise<void>;
  /** Forgets what is remembered of a clinic's sessions: someone's access changed. */
  readonly forget: (clinic: ClinicNumber) => void;
};

/** A token is the clinic's number and a secret; the table holds only its hash. */
export function readToken(token: string | undefined): { clinic: ClinicNumber; tokenHash: string } | undefined {
  const found = /^(\d{1,9})\.([\w-]{43})$/.exec(token ?? '');
  if (!found) return undefined;
  return {
    clinic: Number(found[1]) as ClinicNumber,
    tokenHash: createHash('sha256').update(String(found[2])).digest('base64url'),
  };
}

type Remembered = { readonly presence: Presence; readonly at: number; lastUsed: number };
/** What is remembered is asked anew after this long, also if no word of a change came. */
const rememberMs = 5_000;
/** Facts after which remembered sessions are asked anew at once. */
export const sessionChanges: ReadonlySet<string> = new Set([
  'SessionChanged',
  'AccountChanged',
  'PersonChanged',
  everythingChanged,
]);

type Parts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly live: Pick<Live, 'onEvent'>;
  readonly whoIs: WhoIs;
  readonly limits?: SessionLimits;
};

export function openSessions(parts: Parts): Sessions {
  const { database, clock } = parts;
  const remembered = new Map<string, Remembered>();
  /** Counts up when something is forgotten, so that an answer from before it is not remembered after it. */
  let generation = 0;
  const forget = (clinic: ClinicNumber): void => {
    generation++;
    for (const token of remembered.keys()) if (token.startsWith(`${clinic}.`)) remembered.delete(token);
  };
  parts.live.onEvent(({ clinic, name }) => sessionChanges.has(name) && forget(clinic));

  async function know(token: string | undefined): Promise<Remembered | undefined> {
    if (!token) return undefined;
    const known = remembered.get(token);
    if (known && Date.now() - known.at <= rememberMs) return known;
    const before = generation;
    const asked = await ask(parts, token);
    remembered.delete(token);
    if (asked && before === generation) {
      if (remembered.size > 10_000) remembered.clear();
      remembered.set(token, asked);
    }
    return asked;
  }

  return {
    begin: (db, person, workstation, means) => begin(parts, db, { person, workstation, means }),
    find: async (token) => (await know(token))?.presence ?? { state: 'none' },
    async use(token) {
      const known = await know(token);
      const now = clock();
      if (known?.presence.state !== 'open' || Date.parse(now) - known.lastUsed < minuteMs) return;
      known.lastUsed = Date.parse(now);
      const { me } = known.presence;
      await database.write(me.clinic, async (db) => {
        const expiresAt = addMinutes(now, (await limitsOf(parts, db, now)).idleMinutes);
        await db.run(store.touchSession, { id: me.session, now, expiresAt });
      });
    },
    forget,
  };
}

async function limitsOf(parts: Parts, db: Db, now: Moment): Promise<SessionLimits> {
  const own = await readSetting<Partial<SessionLimits>>(db, 'session', dayOf(now), {});
  return { ...(parts.limits ?? defaultLimits), ...own };
}

async function begin(
  parts: Parts,
  db: Db,
  given: { person: PersonId; workstation: string; means: string },
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const now = parts.clock();
  const tokenHash = createHash('sha256').update(secret).digest('base64url');
  const expiresAt = addMinutes(now, (await limitsOf(parts, db, now)).idleMinutes);
  await db.run(store.addSession, { ...given, tokenHash, id: newId(), now, expiresAt });
  return `${db.clinic}.${secret}`;
}

async function ask(parts: Parts, token: string): Promise<Remembered | undefined> {
  const read = readToken(token);
  if (!read) return undefined;
  const now = parts.clock();
  return parts.database.read(read.clinic, async (db) => {
    const row = await db.row(store.sessionByToken, { tokenHash: read.tokenHash });
    if (!row || row.endedAt || row.expiresAt <= now) return undefined;
    const who = await parts.whoIs(db, row.person, now);
    if (!who) return undefined;
    const { lockAfterMinutes } = await limitsOf(parts, db, now);
    const isEmergency = row.emergencyUntil !== null && row.emergencyUntil > now;
    const isIdle = Date.parse(now) - Date.parse(row.lastUsedAt) > lockAfterMinutes * minuteMs;
    const me: Me = {
      person: row.person,
      session: row.id as SessionId,
      clinic: read.clinic,
      name: who.name,
      roles: who.roles,
      workstation: row.workstation,
      setting: who.setting,
      isEmergency,
    };
    const isLocked = row.lockedAt !== null || (isIdle && !isEmergency);
    const presence: Presence = isLocked
      ? { state: 'locked', me }
      : { state: 'open', me, mustChange: row.mustChange, emergencyUntil: row.emergencyUntil, lockAfterMinutes };
    return { presence, at: Date.now(), lastUsed: Date.parse(row.lastUsedAt) };
  });
}
