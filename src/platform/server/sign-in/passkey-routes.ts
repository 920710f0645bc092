/** The doors of passkeys: offer, register, remove, and sign in with one. */

import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idInput, lineInput } from '#kernel/inputs';
import * as store from './account.store.ts';
import { limiter, type SignInParts } from './attempt.ts';
import {
  offerRegistration,
  offerSignIn,
  registerPasskey,
  removePasskey,
  type Site,
  signInWithPasskey,
} from './passkey.ts';
import { answer, type Limited, limited, presenceOf } from './sign-in-routes.ts';

const text = z.string().max(20_000);
const response = z.looseObject({
  id: z.string().max(2_000),
  rawId: text,
  type: z.string(),
  response: z.record(z.string(), z.unknown()),
});
const registering = z.object({ challenge: idInput(), label: lineInput(60), response });
const signingIn = z.object({
  clinic: z.string().max(60).optional(),
  challenge: idInput(),
  workstation: z.string().max(60).default(''),
  response,
});

/** What the browser calls this site; it is the browser that makes sure no other site uses the passkey. */
function siteOf(parts: SignInParts, request: FastifyRequest): Site {
  const origin = parts.origin ?? `${request.protocol}://${request.host}`;
  return { origin, rpId: new URL(origin).hostname };
}

export function passkeyRoutes(parts: SignInParts, attempt: Limited = limited(parts)): (http: FastifyInstance) => void {
  const asked = limiter(parts.clock);
  return (http) => {
    registerRoutes(http, parts);
    http.post('/sign-in/passkey/options', async (request, reply) => {
      const read = z.object({ clinic: z.string().max(60).optional() }).safeParse(request.body ?? {});
      if (!read.success) return reply.code(422).send({ issues: read.error.issues });
      if (asked.tooMany(request.ip)) return reply.code(429).send({ why: 'too many attempts' });
      return answer(reply, await offerSignIn(parts, siteOf(parts, request), read.data.clinic));
    });
    http.post('/sign-in/passkey', async (request, reply) => {
      const read = signingIn.safeParse(request.body);
      if (!read.success) return reply.code(422).send({ issues: read.error.issues });
      const presence = await presenceOf(parts, request);
      const me = presence.state === 'none' ? undefined : presence.me;
      const given = { ...read.data, response: read.data.response as unknown as AuthenticationResponseJSON };
      return attempt(request, reply, () => signInWithPasskey(parts, me, siteOf(parts, request), given));
    });
  };
}

function registerRoutes(http: FastifyInstance, parts: SignInParts): void {
  const open = async (request: FastifyRequest) => {
    const presence = await presenceOf(parts, request);
    return presence.state === 'open' && !presence.mustChange ? presence.me : undefined;
  };
  http.get('/sign-in/passkeys', async (request, reply) => {
    const me = await open(request);
    if (!me) return reply.code(401).send({ why: 'not signed in' });
    const rows = await parts.database.read(me.clinic, (db) => db.rows(store.passkeysOf, { person: me.person }));
    return { value: rows.map(({ credential, label, registeredAt }) => ({ credential, label, registeredAt })) };
  });
  http.post('/sign-in/passkey/new', async (request, reply) => {
    const me = await open(request);
    const read = z.object({ password: z.string().min(1).max(500) }).safeParse(request.body);
    if (!me || !read.success) return reply.code(422).send({ why: 'not signed in' });
    return answer(reply, await offerRegistration(parts, me, siteOf(parts, request), read.data.password));
  });
  http.post('/sign-in/passkey/register', async (request, reply) => {
    const me = await open(request);
    const read = registering.safeParse(request.body);
    if (!me || !read.success) return reply.code(422).send({ why: 'not signed in' });
    const given = { ...read.data, response: read.data.response as unknown as RegistrationResponseJSON };
    return answer(reply, await registerPasskey(parts, me, siteOf(parts, request), given));
  });
  http.post('/sign-in/passkey/remove', async (request, reply) => {
    const me = await open(request);
    const read = z.object({ credential: z.string().max(2_000) }).safeParse(request.body);
    if (!me || !read.success) return reply.code(422).send({ why: 'not signed in' });
    return answer(reply, await removePasskey(parts, me, read.data.credential));
  });
}
