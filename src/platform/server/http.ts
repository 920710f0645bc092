/** The front of the server: calls through the gate, live updates, and the browser application. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import serveFolder from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { idPattern, newId } from '#kernel/ids';
import type { AnyCall } from './call.ts';
import { faultWords, isDatabaseAway } from './failure.ts';
import type { Gate } from './gate.ts';
import type { Live } from './live.ts';
import { liveRoute } from './live-route.ts';
import type { Outcome } from './outcome.ts';
import { isPaper } from './paper.ts';
import { cookieName, type Sessions } from './sign-in/session.ts';

export type HttpParts = {
  readonly gate: Gate;
  readonly sessions: Sessions;
  readonly live: Live;
  readonly calls: readonly AnyCall[];
  /** The built browser application. */
  readonly web: string;
  /** Sign-in and other doors that stand outside the gate. */
  readonly routes: readonly ((http: FastifyInstance) => void)[];
  readonly isSecure: boolean;
  /** A fault with its id, for the IT person; never with what was given or found. */
  readonly onFault: (sentence: string, id: string, fault: unknown) => void;
};

const largestBody = 25 * 1024 * 1024;

export async function openHttp(parts: HttpParts): Promise<FastifyInstance> {
  const http = fastify({ bodyLimit: largestBody, trustProxy: ['loopback', 'linklocal', 'uniquelocal'], logger: false });
  await http.register(cookie);
  await http.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        upgradeInsecureRequests: parts.isSecure ? [] : null,
      },
    },
    strictTransportSecurity: parts.isSecure,
    referrerPolicy: { policy: 'no-referrer' },
  });
  http.setErrorHandler((fault, _request, reply) => answerFault(parts, fault, reply));
  callRoute(http, parts);
  liveRoute(http, parts);
  for (const route of parts.routes) route(http);
  await serveWeb(http, parts.web);
  return http;
}

function callRoute(http: FastifyInstance, parts: HttpParts): void {
  const byName = new Map(parts.calls.map((call) => [call.name, call]));
  http.post<{ Params: { name: string } }>('/call/:name', async (request, reply) => {
    const presence = await parts.sessions.find(request.cookies[cookieName]);
    if (presence.state === 'none') return reply.code(401).send({ why: 'not signed in' });
    if (presence.state === 'locked') return reply.code(423).send({ why: 'screen locked' });
    if (presence.mustChange) return reply.code(423).send({ why: 'new password needed' });
    const call = byName.get(request.params.name);
    if (!call) return reply.code(404).send({ why: 'no such call' });
    if (!isFromOurPages(request)) return reply.code(403).send({ why: 'foreign page' });
    const meant = request.headers['x-person'];
    if (meant !== undefined && meant !== presence.me.person)
      return reply.code(412).send({ why: 'someone else is signed in' });
    const command = request.headers['x-command'];
    if (command !== undefined && !idPattern.test(String(command))) return reply.code(422).send({ issues: [] });
    if (call.kind === 'act') await parts.sessions.use(request.cookies[cookieName]);
    const outcome = await parts.gate.perform(
      call,
      request.body ?? {},
      presence.me,
      typeof command === 'string' ? command : undefined,
    );
    return answerOutcome(outcome, reply);
  });
}

/** A page of another origin cannot set this header, so it cannot press our buttons with our cookie. */
function isFromOurPages(request: FastifyRequest): boolean {
  return request.headers['x-dagsverk'] === '1';
}

function answerOutcome(outcome: Outcome, reply: FastifyReply): FastifyReply {
  if (outcome.kind === 'not allowed') return reply.code(403).send({ why: outcome.why, facts: outcome.facts });
  if (outcome.kind === 'bad input') return reply.code(422).send({ issues: outcome.issues });
  const { answer } = outcome;
  if (!answer.ok) return reply.code(409).send({ why: answer.why, facts: answer.facts });
  if (isPaper(answer.value)) {
    const { bytes, mime, name } = answer.value;
    return reply.header('content-disposition', `inline; filename="${name}"`).type(mime).send(Buffer.from(bytes));
  }
  return reply.send({ value: answer.value ?? null });
}

function answerFault(parts: HttpParts, fault: unknown, reply: FastifyReply): FastifyReply {
  if (isDatabaseAway(fault)) return reply.code(503).header('retry-after', '1').send({ why: 'database away' });
  const status = typeof fault === 'object' && fault && 'statusCode' in fault ? Number(fault.statusCode) : 500;
  if (status < 500) return reply.code(status).send({ why: status === 413 ? 'too large' : 'not understood' });
  const id = newId();
  parts.onFault(faultWords(fault), id, fault);
  return reply.code(500).send({ why: 'fault', id });
}

async function serveWeb(http: FastifyInstance, web: string): Promise<void> {
  if (!existsSync(join(web, 'index.html'))) return;
  await http.register(serveFolder, {
    root: web,
    cacheControl: false,
    index: false,
    setHeaders: (response, path) => {
      response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  http.get('/', (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html'));
  http.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET') return reply.code(404).send({ why: 'no such page' });
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
