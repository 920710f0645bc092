/** Sessions: who is at this keyboard, for how long, and whether the screen is locked. */

import { createHash, randomBytes } from 'node:crypto';
import { type ClinicNumber, newId, type PersonId } from '#kernel/ids';
import { addMinutes, type Moment, minuteMs } from '#kernel/time';
import type { Me, SessionId } from '../call.ts';
import type { Clock } from '../clock.ts';
import type { Database, Db } from '../database.ts';
import type { Live } from '../live.ts';
import * as store from './account.store.ts';

/** What the corridor knows of a person that the session must carry; nothing if access has ended. */
export type WhoIs = (
  db: Db,
  person: PersonId,
  now: Moment,
) => Promise<{ readonly name: string; readonly roles: readonly string[]; readonly setting: Me['setting'] } | undefined>;

export type Presence =
  | { readonly state: 'open'; readonly me: Me; readonly mustChange: boolean }
  | { readonly state: 'locked'; readonly me: Me }
  | { readonly state: 'none' };

export const cookieName = 'dagsverk';

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

type Remembered = { readonly presence: Presence; readonly at: number; lastUsed: number; readonly expiresAt: number };
/** What is remembered is asked anew after this long, also if no word of a change came. */
const rememberMs = 5_000;
/** Facts after which remembered sessions are asked anew at once. */
const changes = new Set(['SessionChanged', 'AccountChanged', 'PersonChanged']);

export function openSessions(parts: {
  database: Database;
  clock: Clock;
  live: Live;
  whoIs: WhoIs;
  limits?: SessionLimits;
}): Sessions {
  const { database, clock, live, whoIs } = parts;
  const limits = parts.limits ?? defaultLimits;
  const remembered = new Map<string, Remembered>();
  const forget = (clinic: ClinicNumber): void => {
    for (const token of remembered.keys()) if (token.startsWith(`${clinic}.`)) remembered.delete(token);
  };
  live.onEvent(({ clinic, name }) => changes.has(name) && forget(clinic));

  async function ask(token: string): Promise<Remembered | undefined> {
    const read = readToken(token);
    if (!read) return undefined;
    const now = clock();
    return database.read(read.clinic, async (db) => {
      const row = await db.row(store.sessionByToken, { tokenHash: read.tokenHash });
      if (!row || row.endedAt || row.expiresAt <= now) return undefined;
      const who = await whoIs(db, row.person, now);
      if (!who) return undefined;
      const isIdle = Date.parse(now) - Date.parse(row.lastUsedAt) > limits.lockAfterMinutes * minuteMs;
      const me: Me = {
        person: row.person,
        session: row.id as SessionId,
        clinic: read.clinic,
        name: who.name,
        roles: who.roles,
        workstation: row.workstation,
        setting: who.setting,
        isEmergency: row.emergencyAt !== null,
      };
      const presence: Presence =
        row.lockedAt || isIdle ? { state: 'locked', me } : { state: 'open', me, mustChange: row.mustChange };
      return { presence, at: Date.now(), lastUsed: Date.parse(row.lastUsedAt), expiresAt: Date.parse(row.expiresAt) };
    });
  }

  return {
    async begin(db, person, workstation, means) {
      const secret = randomBytes(32).toString('base64url');
      const token = `${db.clinic}.${secret}`;
      const now = clock();
      const tokenHash = createHash('sha256').update(secret).digest('base64url');
      await db.run(store.addSession, {
        tokenHash,
        id: newId(),
        person,
        workstation,
        now,
        expiresAt: addMinutes(now, limits.idleMinutes),
        means,
      });
      return token;
    },
    async find(token) {
      if (!token) return { state: 'none' };
      let known = remembered.get(token);
      if (!known || Date.now() - known.at > rememberMs) {
        const asked = await ask(token);
        remembered.delete(token);
        if (!asked) return { state: 'none' };
        if (remembered.size > 10_000) remembered.clear();
        remembered.set(token, asked);
        known = asked;
      }
      const now = clock();
      if (known.presence.state === 'open' && Date.parse(now) - known.lastUsed > minuteMs) {
        known.lastUsed = Date.parse(now);
        const { me } = known.presence;
        await database.write(me.clinic, (db) =>
          db.run(store.touchSession, { id: me.session, now, expiresAt: addMinutes(now, limits.idleMinutes) }),
        );
      }
      return known.presence;
    },
    forget,
  };
}
