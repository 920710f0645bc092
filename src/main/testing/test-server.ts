/** A server in front of a test house, and browsers without a screen: each has its own cookies. */

import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import type { AnyCall } from '../../platform/server/call.ts';
import { openHttp } from '../../platform/server/http.ts';
import type { OutsideSettings } from '../../platform/server/sign-in/outside-settings.ts';
import { signInDoors } from '../../platform/server/sign-in/sign-in-doors.ts';
import { demoPassword } from '../demo/demo-people.ts';
import { whoIs } from '../doorkeeper.ts';
import type { House } from '../house.ts';
import { calls } from '../rooms.server.ts';

export type Said = { readonly status: number; readonly body: Record<string, unknown>; readonly headers: Headers };
export type Browser = {
  readonly get: (path: string) => Promise<Said>;
  readonly post: (path: string, body?: object, headers?: Record<string, string>) => Promise<Said>;
  /** A command or a query, as the browser application sends it. */
  readonly call: (name: string, input: object, command?: string) => Promise<Said>;
  readonly signIn: (username: string, password?: string) => Promise<Said>;
  readonly cookies: Map<string, string>;
  readonly cookieHeader: () => string;
};
export type TestServer = {
  readonly address: string;
  readonly http: FastifyInstance;
  readonly faults: string[];
  readonly browser: (workstation?: string) => Browser;
};

export async function testServer(
  house: House,
  more: { outside?: OutsideSettings; calls?: readonly AnyCall[]; port?: number } = {},
): Promise<TestServer> {
  const faults: string[] = [];
  const http = await openHttp({
    gate: house.gate,
    sessions: house.sessions,
    live: house.live,
    calls: [...calls, ...(more.calls ?? [])],
    web: '/nowhere',
    isSecure: false,
    routes: signInDoors({ ...house, whoIs, isSecure: false }, more.outside),
    onFault: (sentence, id) => faults.push(`${id} ${sentence}`),
  });
  await http.listen({ port: more.port ?? 0, host: '127.0.0.1' });
  const { port } = http.server.address() as { port: number };
  const address = `http://localhost:${port}`;
  afterAll(async () => {
    http.server.closeAllConnections();
    await http.close();
  });
  return { address, http, faults, browser: (workstation = 'Luke 1') => browserAt(address, workstation) };
}

export function browserAt(address: string, workstation = 'Luke 1'): Browser {
  const cookies = new Map<string, string>();
  const cookieHeader = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  async function send(method: 'GET' | 'POST', path: string, body?: object, headers: Record<string, string> = {}) {
    const said = await fetch(new URL(path, address), {
      method,
      redirect: 'manual',
      headers: { cookie: cookieHeader(), ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    for (const line of said.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, decodeURIComponent(value));
    }
    const text = await said.text();
    const isJson = said.headers.get('content-type')?.startsWith('application/json') ?? false;
    return { status: said.status, body: isJson ? JSON.parse(text) : { text }, headers: said.headers };
  }
  const post: Browser['post'] = (path, body = {}, headers) => send('POST', path, body, headers);
  return {
    get: (path) => send('GET', path),
    post,
    call: (name, input, command) =>
      post(`/call/${name}`, input, { 'x-dagsverk': '1', ...(command ? { 'x-command': command } : {}) }),
    signIn: (username, password = demoPassword) => post('/sign-in', { username, password, workstation }),
    cookies,
    cookieHeader,
  };
}
