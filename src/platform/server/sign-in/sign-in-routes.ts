/** Signing in with a password, out, locking the screen, and changing user at a shared workstation. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ClinicNumber, PersonId } from '#kernel/ids';
import { type Refused, type Result, refuse } from '#kernel/result';
import { addMinutes, dayMs, type Moment, momentOf } from '#kernel/time';
import type { Me } from '../call.ts';
import type { Clock } from '../clock.ts';
import type { Database, Db } from '../database.ts';
import { announce } from '../outbox.ts';
import * as store from './account.store.ts';
import { checkSecret, hashSecret, judgePassword, wasteTime } from './password.ts';
import { cookieName, type Sessions, type WhoIs } from './session.ts';

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
};

const credentials = z.object({
  clinic: z.string().max(60).optional(),
  username: z.string().min(1).max(120),
  password: z.string().min(1).max(500),
  workstation: z.string().max(60).default(''),
});
const pinChange = z.object({
  person: z.string(),
  pin: z.string().min(4).max(12),
  workstation: z.string().max(60).default(''),
});
const newSecret = z.object({
  old: z.string().max(500),
  password: z.string().max(500).optional(),
  pin: z
    .string()
    .regex(/^\d{4,12}$/)
    .optional(),
});

export function signInRoutes(parts: SignInParts): (http: FastifyInstance) => void {
  const tooMany = limiter(parts.clock);
  return (http) => {
    http.post('/sign-in', async (request, reply) => {
      const read = credentials.safeParse(request.body);
      if (!read.success) return reply.code(422).send({ issues: read.error.issues });
      if (tooMany(request.ip)) return reply.code(429).send({ why: 'too many attempts' });
      return finish(parts, reply, await signIn(parts, read.data));
    });
    http.post('/sign-in/pin', async (request, reply) => {
      const read = pinChange.safeParse(request.body);
      const presence = await parts.sessions.find(request.cookies[cookieName]);
      if (!read.success || presence.state === 'none') return reply.code(422).send({ why: 'not signed in' });
      if (tooMany(request.ip)) return reply.code(429).send({ why: 'too many attempts' });
      return finish(parts, reply, await changeUser(parts, presence.me, read.data));
    });
    http.post('/sign-in/lock', (request, reply) =>
      withMe(parts, request, reply, (db, me) => db.run(store.lockSession, { id: me.session, now: parts.clock() })),
    );
    http.post('/sign-in/out', async (request, reply) => {
      await withMe(parts, request, reply.clearCookie(cookieName, { path: '/' }), (db, me) =>
        db.run(store.endSession, { id: me.session, now: parts.clock() }),
      );
      return reply;
    });
    http.post('/sign-in/secret', async (request, reply) => {
      const read = newSecret.safeParse(request.body);
      const presence = await parts.sessions.find(request.cookies[cookieName]);
      if (!read.success || presence.state !== 'open') return reply.code(422).send({ why: 'not signed in' });
      const done = await changeSecret(parts, presence.me, read.data);
      return done.ok ? reply.send({ value: null }) : reply.code(409).send({ why: done.why, facts: done.facts });
    });
    http.get('/sign-in/clinics', async () => ({
      value: (await parts.clinics()).map(({ code, name, isDemo }) => ({ code, name, isDemo })),
    }));
    http.get('/sign-in/me', async (request, reply) => {
      const presence = await parts.sessions.find(request.cookies[cookieName]);
      if (presence.state === 'none') return reply.code(401).send({ why: 'not signed in' });
      const { person, name, roles, workstation, isEmergency, clinic } = presence.me;
      const entry = (await parts.clinics()).find((one) => one.clinic === clinic);
      const neighbours = presence.state === 'locked' ? await facesHere(parts, presence.me) : [];
      return {
        value: {
          state: presence.state,
          mustChange: presence.state === 'open' && presence.mustChange,
          person,
          name,
          roles,
          workstation,
          isEmergency,
          clinic: entry?.name ?? '',
          isDemo: entry?.isDemo ?? false,
          now: parts.clock(),
          neighbours,
        },
      };
    });
  };
}

export type SignedIn = { readonly token: string };

async function signIn(parts: SignInParts, given: z.output<typeof credentials>): Promise<Result<SignedIn>> {
  const clinics = await parts.clinics();
  const entry = given.clinic ? clinics.find(({ code }) => code === given.clinic) : clinics[0];
  if (!entry || (!given.clinic && clinics.length > 1)) return refuse('choose clinic');
  return parts.database.write(entry.clinic, async (db) => {
    const account = await db.row(store.accountByUsername, { username: given.username });
    if (!account) {
      await wasteTime(given.password);
      return refuse('wrong name or password');
    }
    const checked = await checkSecret(db, account, account.passwordHash, given.password, parts.clock());
    return checked.ok ? begin(parts, db, account.person, given.workstation, 'password') : checked;
  });
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

/** At a shared workstation: the one who was here is signed out, the one who gives the PIN goes on, or unlocks. */
async function changeUser(parts: SignInParts, me: Me, given: z.output<typeof pinChange>): Promise<Result<SignedIn>> {
  return parts.database.write(me.clinic, async (db) => {
    const account = await db.row(store.accountByPerson, { person: given.person as PersonId });
    if (!account?.pinHash) return refuse('no pin');
    const isKnownHere = account.person === me.person || (await facesIn(db, me, parts.clock())).includes(account.person);
    if (!isKnownHere) return refuse('not at this workstation');
    const checked = await checkSecret(db, account, account.pinHash, given.pin, parts.clock());
    if (!checked.ok) return checked;
    await db.run(store.endSession, { id: me.session, now: parts.clock() });
    await announce(db, parts.clock(), 'SessionChanged', {});
    return begin(parts, db, account.person, me.workstation || given.workstation, 'pin');
  });
}

async function changeSecret(parts: SignInParts, me: Me, given: z.output<typeof newSecret>): Promise<Result<undefined>> {
  return parts.database.write(me.clinic, async (db) => {
    const account = await db.row(store.accountByPerson, { person: me.person });
    if (!account) return refuse('wrong name or password');
    const checked = await checkSecret(db, account, account.passwordHash, given.old, parts.clock());
    if (!checked.ok) return checked;
    if (given.password !== undefined) {
      const judged = judgePassword(given.password, account.username);
      if (!judged.ok) return judged;
      await db.run(store.setPassword, {
        person: me.person,
        passwordHash: await hashSecret(judged.value),
        mustChange: false,
      });
    }
    if (given.pin !== undefined)
      await db.run(store.setPin, { person: me.person, pinHash: await hashSecret(given.pin) });
    await announce(db, parts.clock(), 'AccountChanged', {});
    return { ok: true, value: undefined };
  });
}

const faceDays = 14;
async function facesIn(db: Db, me: Me, now: Moment): Promise<PersonId[]> {
  const since = momentOf(Date.parse(now) - faceDays * dayMs);
  return (await db.rows(store.recentAtWorkstation, { workstation: me.workstation, since })).map(({ person }) => person);
}

async function facesHere(parts: SignInParts, me: Me): Promise<{ person: PersonId; name: string }[]> {
  return parts.database.read(me.clinic, async (db) => {
    const faces = await facesIn(db, me, parts.clock());
    const named = await Promise.all(
      faces.map(async (person) => ({ person, name: (await parts.whoIs(db, person, parts.clock()))?.name ?? '' })),
    );
    return named.filter(({ name }) => name !== '');
  });
}

async function withMe(
  parts: SignInParts,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (db: Db, me: Me) => Promise<unknown>,
): Promise<FastifyReply> {
  const presence = await parts.sessions.find(request.cookies[cookieName]);
  if (presence.state !== 'none') {
    const { me } = presence;
    await parts.database.write(me.clinic, async (db) => {
      await work(db, me);
      await announce(db, parts.clock(), 'SessionChanged', {});
    });
    parts.sessions.forget(me.clinic);
  }
  return reply.send({ value: null });
}

export function finish(parts: SignInParts, reply: FastifyReply, done: Result<SignedIn>): FastifyReply {
  if (!done.ok) return reply.code(done.why === 'locked after failures' ? 429 : 409).send(withoutOk(done));
  reply.setCookie(cookieName, done.value.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: parts.isSecure,
  });
  return reply.send({ value: null });
}
const withoutOk = ({ why, facts }: Refused): object => ({ why, facts });

const attemptsPerMinute = 20;
/** A floor under guessing at one address; the account's own lock is in the database and holds across servers. */
function limiter(clock: Clock): (address: string) => boolean {
  const attempts = new Map<string, { count: number; until: Moment }>();
  return (address) => {
    const now = clock();
    const known = attempts.get(address);
    if (!known || known.until < now) {
      if (attempts.size > 10_000) attempts.clear();
      attempts.set(address, { count: 1, until: addMinutes(now, 1) });
      return false;
    }
    known.count++;
    return known.count > attemptsPerMinute;
  };
}
