/** The doors of sign-in, outside the gate: password, PIN, lock, out, and who is here. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PersonId } from '#kernel/ids';
import { idInput } from '#kernel/inputs';
import type { Result } from '#kernel/result';
import { limiter, type SignInParts } from './attempt.ts';
import { cookieName, type Presence } from './session.ts';
import { type Changed, changeSecret, changeUser, facesHere, leave, signIn } from './sign-in.ts';

export type { ClinicEntry, SignInParts } from './attempt.ts';

const credentials = z.object({
  clinic: z.string().max(60).optional(),
  username: z.string().min(1).max(120),
  password: z.string().min(1).max(500),
  workstation: z.string().max(60).default(''),
});
const pinChange = z.object({
  person: idInput<PersonId>(),
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

/** Counts attempts from an address: a success is forgiven. */
export type Limited = (
  request: FastifyRequest,
  reply: FastifyReply,
  attempt: () => Promise<Result<Changed>>,
) => Promise<FastifyReply>;
export function limited(parts: SignInParts): Limited {
  const { tooMany, forgive } = limiter(parts.clock);
  return async (request, reply, attempt) => {
    if (tooMany(request.ip)) return reply.code(429).send({ why: 'too many attempts' });
    const done = await attempt();
    if (done.ok) forgive(request.ip);
    return finish(parts, reply, done);
  };
}

export const presenceOf = (parts: SignInParts, request: FastifyRequest): Promise<Presence> =>
  parts.sessions.find(request.cookies[cookieName]);

export function signInRoutes(parts: SignInParts, attempt = limited(parts)): (http: FastifyInstance) => void {
  return (http) => {
    http.post('/sign-in', async (request, reply) => {
      const read = credentials.safeParse(request.body);
      if (!read.success) return reply.code(422).send({ issues: read.error.issues });
      return attempt(request, reply, () => signIn(parts, read.data));
    });
    http.post('/sign-in/pin', async (request, reply) => {
      const read = pinChange.safeParse(request.body);
      const presence = await presenceOf(parts, request);
      if (!read.success || presence.state === 'none') return reply.code(422).send({ why: 'not signed in' });
      const { me } = presence;
      return attempt(request, reply, () => changeUser(parts, me, read.data));
    });
    http.post('/sign-in/lock', async (request, reply) => {
      const presence = await presenceOf(parts, request);
      if (presence.state !== 'none') await leave(parts, presence.me, 'lockScreen');
      return reply.send({ value: null });
    });
    http.post('/sign-in/out', async (request, reply) => {
      const presence = await presenceOf(parts, request);
      if (presence.state !== 'none') await leave(parts, presence.me, 'signOut');
      return reply.clearCookie(cookieName, { path: '/' }).send({ value: null });
    });
    http.post('/sign-in/still-here', async (request, reply) => {
      await parts.sessions.use(request.cookies[cookieName]);
      return reply.send({ value: null });
    });
    http.post('/sign-in/secret', async (request, reply) => {
      const read = newSecret.safeParse(request.body);
      const presence = await presenceOf(parts, request);
      if (!read.success || presence.state !== 'open') return reply.code(422).send({ why: 'not signed in' });
      return answer(reply, await changeSecret(parts, presence.me, read.data));
    });
    http.get('/sign-in/clinics', async () => ({
      value: (await parts.clinics()).map(({ code, name, isDemo }) => ({ code, name, isDemo })),
    }));
    http.get('/sign-in/me', async (request, reply) => whoIsHere(parts, await presenceOf(parts, request), reply));
  };
}

async function whoIsHere(parts: SignInParts, presence: Presence, reply: FastifyReply): Promise<FastifyReply> {
  if (presence.state === 'none') return reply.code(401).send({ why: 'not signed in' });
  const { person, name, roles, workstation, isEmergency, clinic } = presence.me;
  const entry = (await parts.clinics()).find((one) => one.clinic === clinic);
  const open = presence.state === 'open' ? presence : undefined;
  return reply.send({
    value: {
      state: presence.state,
      mustChange: open?.mustChange ?? false,
      person,
      name,
      roles,
      workstation,
      isEmergency,
      emergencyUntil: open?.emergencyUntil ?? null,
      lockAfterMinutes: open?.lockAfterMinutes ?? null,
      clinic: entry?.name ?? '',
      isDemo: entry?.isDemo ?? false,
      now: parts.clock(),
      neighbours: open ? [] : await facesHere(parts, presence.me),
    },
  });
}

export function answer(reply: FastifyReply, done: Result<unknown>): FastifyReply {
  if (done.ok) return reply.send({ value: done.value ?? null });
  return reply.code(done.why === 'locked after failures' ? 429 : 409).send({ why: done.why, facts: done.facts });
}

/** The session's cookie is never read by a script, and never sent from another site. */
export function setSession(parts: SignInParts, reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName, token, { path: '/', httpOnly: true, sameSite: 'strict', secure: parts.isSecure });
}

function finish(parts: SignInParts, reply: FastifyReply, done: Result<Changed>): FastifyReply {
  if (!done.ok) return answer(reply, done);
  if (done.value) setSession(parts, reply, done.value.token);
  return reply.send({ value: null });
}
