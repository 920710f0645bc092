/** Live updates to the browser: server-sent events with ids of things, and what was missed after a lost connection. */

import type { FastifyInstance } from 'fastify';
import { isDate, type Moment } from '#kernel/time';
import type { Heard, Live } from './live.ts';
import { cookieName, type Sessions } from './sign-in/session.ts';

const heartbeatMs = 15_000;

export function liveRoute(http: FastifyInstance, parts: { sessions: Sessions; live: Live }): void {
  http.get('/live', async (request, reply) => {
    const presence = await parts.sessions.find(request.cookies[cookieName]);
    if (presence.state === 'none') return reply.code(401).send({ why: 'not signed in' });
    const { clinic } = presence.me;
    const stream = reply.raw;
    reply.hijack();
    stream.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    const say = ({ at, name, facts }: Heard): void => {
      stream.write(`id: ${at}\ndata: ${JSON.stringify({ name, facts })}\n\n`);
    };
    const stop = parts.live.onEvent((heard) => heard.clinic === clinic && say(heard));
    stream.write(`retry: 1000\nevent: hello\ndata: ${parts.live.isConnected() ? 'up' : 'database away'}\n\n`);
    const last = request.headers['last-event-id'];
    if (typeof last === 'string' && isDate(last.slice(0, 10))) {
      const missed = await parts.live.since(clinic, last as Moment).catch(() => []);
      missed.forEach(say);
    }
    const heartbeat = setInterval(() => stream.write(': still here\n\n'), heartbeatMs);
    request.raw.on('close', () => {
      clearInterval(heartbeat);
      stop();
    });
  });
}
