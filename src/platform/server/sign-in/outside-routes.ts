/** The doors to the outside provider: out to it, and back from it with who it was. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { limiter, type SignInParts } from './attempt.ts';
import type { Outside } from './outside-sign-in.ts';
import { setSession } from './sign-in-routes.ts';

/** Ties the answer to the browser that asked. Lax: the answer comes from the provider's site. */
const wayCookie = 'dagsverk-outside';
const given = z.object({ clinic: z.string().max(60).optional(), workstation: z.string().max(60).default('') });

export function outsideRoutes(parts: SignInParts, outside: Outside | undefined): (http: FastifyInstance) => void {
  const { tooMany } = limiter(parts.clock);
  return (http) => {
    http.get('/sign-in/means', async () => ({ value: { outside: outside?.name ?? null } }));
    if (!outside) return;
    http.get('/sign-in/outside', async (request, reply) => {
      const read = given.safeParse(request.query);
      if (!read.success || tooMany(request.ip)) return reply.redirect('/?no=too%20many%20attempts');
      const left = await outside.leave(parts, read.data);
      if (!left.ok) return reply.redirect(`/?no=${encodeURIComponent(left.why)}`);
      const cookie = {
        path: '/sign-in/outside',
        httpOnly: true,
        sameSite: 'lax',
        secure: parts.isSecure,
        maxAge: 600,
      } as const;
      return reply.setCookie(wayCookie, left.value.state, cookie).redirect(left.value.url);
    });
    http.get('/sign-in/outside/back', async (request, reply) => {
      const url = new URL(request.url, 'http://back');
      const done = await outside.comeBack(parts, url, request.cookies[wayCookie]);
      reply.clearCookie(wayCookie, { path: '/sign-in/outside' });
      if (!done.ok) return reply.redirect(`/?no=${encodeURIComponent(done.why)}`);
      setSession(parts, reply, done.value.token);
      return reply.redirect('/');
    });
  };
}
