/** Live updates to the browser: server-sent events with ids of things, and what was missed after a lost connection. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ClinicNumber } from '#kernel/ids';
import { everythingChanged, type Heard, type Live, type Position } from './live.ts';
import { cookieName, type Sessions, sessionChanges } from './sign-in/session.ts';

const heartbeatMs = 15_000;
/** A browser that does not read what it is told is let go; it comes back and hears what it missed. */
const mostUnread = 1_000_000;

type Parts = { readonly sessions: Sessions; readonly live: Live };

export function liveRoute(http: FastifyInstance, parts: Parts): void {
  http.get('/live', async (request, reply) => {
    const presence = await parts.sessions.find(request.cookies[cookieName]);
    if (presence.state === 'none') return reply.code(401).send({ why: 'not signed in' });
    reply.hijack();
    await tell(parts, presence.me.clinic, request, reply);
  });
}

async function tell(parts: Parts, clinic: ClinicNumber, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { live, sessions } = parts;
  const stream = reply.raw;
  const say = ({ from, name, facts }: Heard): void => {
    if (stream.writableLength > mostUnread) return void stream.destroy();
    stream.write(`id: ${from}\ndata: ${JSON.stringify({ name, facts })}\n\n`);
  };
  /** Whoever is signed out hears nothing more. */
  const check = async (): Promise<void> => {
    const still = await sessions.find(request.cookies[cookieName]).catch(() => undefined);
    if (still?.state === 'none') stream.end();
  };
  let waiting: Heard[] | undefined = [];
  const here = live.position();
  const stop = live.onEvent((heard) => {
    if (heard.clinic !== clinic) return;
    if (waiting) waiting.push(heard);
    else say(heard);
    if (sessionChanges.has(heard.name)) void check();
  });
  const heartbeat = setInterval(() => {
    stream.write(': still here\n\n');
    void check();
  }, heartbeatMs);
  stream.on('error', () => {});
  request.raw.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
  stream.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  const last = request.headers['last-event-id'];
  const missed = typeof last === 'string' && /^\d{1,19}$/.test(last) ? await missedFrom(live, clinic, last) : [];
  for (const heard of [...missed, ...waiting]) say(heard);
  waiting = undefined;
  stream.write(`retry: 1000\nid: ${here}\nevent: hello\ndata: {}\n\n`);
}

async function missedFrom(live: Live, clinic: ClinicNumber, from: Position): Promise<readonly Heard[]> {
  const told = await live.since(clinic, from).catch(() => undefined);
  const at = '' as Heard['at'];
  return told ?? [{ clinic, at, name: everythingChanged, facts: {}, from: live.position(), hasJobs: false }];
}
