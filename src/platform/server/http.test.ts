import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '#kernel/ids';
import { ok, refuse } from '#kernel/result';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { type Browser, type TestServer, testServer } from '../../main/testing/test-server.ts';
import { command, query } from './call.ts';
import { DatabaseAway } from './failure.ts';
import { openHttp } from './http.ts';
import { paper } from './paper.ts';

const calls = [
  query({
    name: 'testAsk',
    who: 'signed in',
    takes: z.object({ n: z.number() }),
    does: async ({ input }) => ok({ n: input.n, now: null }),
  }),
  query({
    name: 'testNo',
    who: 'signed in',
    takes: z.object({}),
    does: async () => refuse('not today', { until: '2026-11-24' }),
  }),
  query({ name: 'testHead', who: { roles: ['head'] }, takes: z.object({}), does: async () => ok() }),
  query({
    name: 'testPaper',
    who: 'signed in',
    takes: z.object({}),
    does: async () => ok(paper('application/pdf', 'ark.pdf', new Uint8Array([37, 80]))),
  }),
  query({
    name: 'testFault',
    who: 'signed in',
    takes: z.object({}),
    does: async () => Promise.reject(new Error('of «Hansen» 12044312345')),
  }),
  query({
    name: 'testAway',
    who: 'signed in',
    takes: z.object({}),
    does: async () => Promise.reject(new DatabaseAway('gone')),
  }),
  command({
    name: 'testAct',
    who: 'signed in',
    takes: z.object({}),
    does: async ({ me }) => ok({ person: me.person }),
  }),
];
let clinic: TestHouse;
let server: TestServer;
let kari: Browser;
let web: string;
beforeAll(async () => {
  clinic = await testHouse();
  server = await testServer(clinic.house, { calls });
  kari = server.browser();
  await kari.signIn('kari');
  web = mkdtempSync(join(tmpdir(), 'dagsverk-web-'));
});
afterAll(() => rmSync(web, { recursive: true, force: true }));

describe('what a browser is answered', () => {
  test('a value', async () => {
    expect(await kari.call('testAsk', { n: 7 })).toMatchObject({ status: 200, body: { value: { n: 7, now: null } } });
  });
  test('the three kinds of no are told apart', async () => {
    expect(await kari.call('testNo', {})).toMatchObject({
      status: 409,
      body: { why: 'not today', facts: { until: '2026-11-24' } },
    });
    expect(await kari.call('testHead', {})).toMatchObject({ status: 403, body: { why: 'not for this role' } });
    expect(await kari.call('testAsk', { n: 'x' })).toMatchObject({ status: 422, body: { issues: [{ path: ['n'] }] } });
  });
  test('paper as the document it is', async () => {
    const said = await kari.call('testPaper', {});
    expect(said).toMatchObject({ status: 200, body: { text: '%P' } });
    expect(said.headers.get('content-type')).toBe('application/pdf');
    expect(said.headers.get('content-disposition')).toBe('inline; filename="ark.pdf"');
  });
  test('a fault with a number to give to IT, and nothing of what was in it, here or there', async () => {
    const said = await kari.call('testFault', {});
    expect(said).toMatchObject({ status: 500, body: { why: 'fault', id: expect.any(String) } });
    expect(new Set(Object.keys(said.body))).toEqual(new Set(['id', 'why']));
    expect(server.faults).toHaveLength(1);
    expect(server.faults[0]).toContain(String(said.body.id));
    expect(server.faults[0]).not.toMatch(/Hansen|12044312345/);
  });
  test('that the database is away, and when to try again', async () => {
    const said = await kari.call('testAway', {});
    expect(said).toMatchObject({ status: 503, body: { why: 'database away' } });
    expect(said.headers.get('retry-after')).toBe('1');
    expect(server.faults).toHaveLength(1);
  });
  test('something that is not understood at all', async () => {
    const broken = await fetch(`${server.address}/call/testAsk`, {
      method: 'POST',
      headers: { cookie: kari.cookieHeader(), 'content-type': 'application/json', 'x-dagsverk': '1' },
      body: '{',
    });
    expect([broken.status, await broken.json()]).toEqual([400, { why: 'not understood' }]);
    const large = await kari.call('testAsk', { n: 1, text: 'x'.repeat(26 * 1024 * 1024) });
    expect(large).toMatchObject({ status: 413, body: { why: 'too large' } });
    expect(await kari.call('testAct', {}, 'not an id')).toMatchObject({ status: 422 });
    expect(await kari.get('/call/testAsk')).toMatchObject({ status: 404 });
  });
  test('nothing that another site may read or frame', async () => {
    const { headers } = await kari.call('testAsk', { n: 1 });
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('what someone pressed', () => {
  test('is done in that person’s name or not at all', async () => {
    const act = (person: string) =>
      kari.post('/call/testAct', {}, { 'x-dagsverk': '1', 'x-command': newId(), 'x-person': person });
    expect(await act(clinic.demo.as('kari').person)).toMatchObject({
      status: 200,
      body: { value: { person: clinic.demo.as('kari').person } },
    });
    expect(await act(clinic.demo.as('eva').person)).toMatchObject({
      status: 412,
      body: { why: 'someone else is signed in' },
    });
  });
});

describe('the browser application', () => {
  test('is served with names that never change kept for long, and its page asked for anew', async () => {
    mkdirSync(join(web, 'assets'), { recursive: true });
    writeFileSync(join(web, 'index.html'), '<title>dagsverk</title>');
    writeFileSync(join(web, 'assets', 'a-1.js'), 'x');
    const { gate, sessions, live } = clinic.house;
    const http = await openHttp({
      gate,
      sessions,
      live,
      calls: [],
      web,
      routes: [],
      isSecure: true,
      onFault: () => {},
    });
    const get = (url: string) => http.inject({ method: 'GET', url });
    expect((await get('/assets/a-1.js')).headers['cache-control']).toContain('immutable');
    for (const url of ['/', '/patient/something', '/today']) {
      const page = await get(url);
      expect([page.statusCode, page.headers['cache-control'], page.body]).toEqual([
        200,
        'no-cache',
        '<title>dagsverk</title>',
      ]);
    }
    expect((await get('/')).headers['strict-transport-security']).toContain('max-age');
    expect((await http.inject({ method: 'POST', url: '/nowhere' })).statusCode).toBe(404);
    expect((await get('/../package.json')).body).not.toContain('"dependencies"');
    await http.close();
  });
});
