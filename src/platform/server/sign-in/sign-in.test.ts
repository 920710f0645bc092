import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findPatients, registerPatient } from '../../../commons/patients/patient.api.ts';
import { demoPassword } from '../../../main/demo/demo-people.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { type Browser, type TestServer, testServer } from '../../../main/testing/test-server.ts';

let clinic: TestHouse;
let server: TestServer;

/** The clinic's clock goes on; what a server remembers for seconds is asked anew. */
function at(time: string): void {
  clinic.clock.set(`2026-11-23T${time}:00.000Z`);
  clinic.house.sessions.forget(clinic.demo.clinic);
}
const me = async (browser: Browser) => (await browser.get('/sign-in/me')).body.value as Record<string, unknown>;
const lastLines = async (most: number) => {
  const rows = await clinic.rows('select call, allowed, why, person from access_line order by number desc limit $1', [
    most,
  ]);
  return rows.map(({ call, allowed, why }) => `${call} ${allowed ? 'yes' : `no: ${why}`}`);
};
const ask = (browser: Browser) => browser.call(findPatients.name, { text: 'hansen' });
const act = (browser: Browser) =>
  browser.call(registerPatient.name, { familyName: 'A', givenName: 'B', birthDate: '1990-01-01', numberKind: 'none' });

beforeAll(async () => {
  clinic = await testHouse();
  server = await testServer(clinic.house);
});
beforeEach(() => at('07:00'));

describe('signing in', () => {
  test('with the right password begins a session that no script and no other site can use', async () => {
    const kari = server.browser();
    const said = await kari.signIn('Kari');
    expect(said.status).toBe(200);
    const cookie = said.headers.get('set-cookie') ?? '';
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(await me(kari)).toMatchObject({
      state: 'open',
      name: 'Kari Solli',
      workstation: 'Luke 1',
      mustChange: false,
    });
    expect(await lastLines(1)).toEqual(['signIn yes']);
  });
  test('the table holds no password and no token that could be used', async () => {
    const kari = server.browser();
    await kari.signIn('kari');
    const [, secret = ''] = (kari.cookies.get('dagsverk') ?? '').split('.');
    const [session] = await clinic.rows('select token_hash from session order by signed_in_at desc limit 1');
    expect(secret).toHaveLength(43);
    expect(session?.token_hash).not.toContain(secret);
    const [account] = await clinic.rows("select password_hash from account where username = 'kari'");
    expect(account?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
  test('a wrong password and an unknown name are told apart by nobody, and stand in the access log', async () => {
    const wrong = await server.browser().signIn('kari', 'not the password');
    const unknown = await server.browser().signIn('nobody', 'not the password');
    expect(wrong).toMatchObject({ status: 409, body: { why: 'wrong name or password' } });
    expect(unknown.body).toEqual(wrong.body);
    expect(await lastLines(2)).toEqual(['signIn no: wrong name or password', 'signIn no: wrong name or password']);
    expect(JSON.stringify(await clinic.rows('select * from access_line'))).not.toContain('nobody');
  });
  test('without it nothing is answered', async () => {
    const stranger = server.browser();
    expect(await ask(stranger)).toMatchObject({ status: 401 });
    expect(await stranger.get('/sign-in/me')).toMatchObject({ status: 401 });
    stranger.cookies.set('dagsverk', `${clinic.demo.clinic}.${'A'.repeat(43)}`);
    expect(await ask(stranger)).toMatchObject({ status: 401 });
    expect(await stranger.get('/live')).toMatchObject({ status: 401 });
  });
  test('what does not fit is bad input', async () => {
    expect(await server.browser().post('/sign-in', { username: 'kari' })).toMatchObject({ status: 422 });
  });
});

describe('guessing', () => {
  test('five failures lock the account for a quarter of an hour, for the right password too', async () => {
    const berge = server.browser();
    for (let guess = 0; guess < 5; guess++) await berge.signIn('berge', `guess ${guess}`);
    expect(await berge.signIn('berge')).toMatchObject({ status: 429, body: { why: 'locked after failures' } });
    expect(await server.browser().signIn('moen')).toMatchObject({ status: 200 });
    at('07:16');
    expect(await berge.signIn('berge')).toMatchObject({ status: 200 });
  });
  test('after the lock one more wrong guess locks again', async () => {
    const nora = server.browser();
    for (let guess = 0; guess < 5; guess++) await nora.signIn('nora', `guess ${guess}`);
    at('07:16');
    await nora.signIn('nora', 'guess again');
    expect(await nora.signIn('nora')).toMatchObject({ body: { why: 'locked after failures' } });
  });
  test('twenty guesses at the same time are no more than five', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 20 }, (_, n) => server.browser().signIn('elev', `guess ${n}`)),
    );
    const compared = guesses.filter(({ body }) => body.why === 'wrong name or password');
    expect(compared).toHaveLength(5);
    expect(await clinic.rows("select failed_attempts from account where username = 'elev'")).toEqual([
      { failed_attempts: 5 },
    ]);
  });
  test('an address that only fails is held back, and those who succeed do not count', async () => {
    const quiet = await testServer(clinic.house);
    for (let round = 0; round < 3; round++) await quiet.browser().signIn('lie');
    const said = await Promise.all(Array.from({ length: 62 }, () => quiet.browser().signIn('nobody', 'x')));
    expect(said.filter(({ body }) => body.why === 'too many attempts')).toHaveLength(2);
    expect(await quiet.browser().signIn('lie')).toMatchObject({ status: 429 });
    at('07:02');
    expect(await quiet.browser().signIn('lie')).toMatchObject({ status: 200 });
  });
});

describe('the screen', () => {
  let kari: Browser;
  beforeAll(async () => {
    at('07:00');
    const eva = server.browser('Luke 2');
    await eva.signIn('eva');
    expect(await eva.post('/sign-in/secret', { old: demoPassword, pin: '2846' })).toMatchObject({ status: 200 });
    kari = server.browser('Luke 2');
    await kari.signIn('kari');
    expect(await kari.post('/sign-in/secret', { old: demoPassword, pin: '7391' })).toMatchObject({ status: 200 });
  });
  beforeEach(async () => {
    kari = server.browser('Luke 2');
    await kari.signIn('kari');
  });

  test('locks with a key, and the one who was here opens it with the PIN and goes on in the same session', async () => {
    const { person } = await me(kari);
    const before = kari.cookies.get('dagsverk');
    await kari.post('/sign-in/lock');
    expect(await ask(kari)).toMatchObject({ status: 423, body: { why: 'screen locked' } });
    expect(await me(kari)).toMatchObject({ state: 'locked' });
    expect(await kari.post('/sign-in/pin', { person, pin: '0000' })).toMatchObject({ status: 409 });
    expect(await kari.post('/sign-in/pin', { person, pin: '7391' })).toMatchObject({ status: 200 });
    expect(await ask(kari)).toMatchObject({ status: 200 });
    expect(kari.cookies.get('dagsverk')).toBe(before);
    await clinic.house.settle();
    const lines = await clinic.rows("select call from access_line where kind = 'act' order by number desc limit 3");
    expect(lines.map(({ call }) => call)).toEqual(['unlockScreen', 'unlockScreen', 'lockScreen']);
  });
  test('shows who has been here, and a colleague goes on with the own PIN; the first session is over', async () => {
    const before = new Map(kari.cookies);
    await kari.post('/sign-in/lock');
    const { neighbours } = (await me(kari)) as { neighbours: { person: string; name: string }[] };
    const eva = neighbours.find(({ name }) => name === 'Eva Nes');
    expect(await kari.post('/sign-in/pin', { person: eva?.person, pin: '2846' })).toMatchObject({ status: 200 });
    expect(await me(kari)).toMatchObject({ state: 'open', name: 'Eva Nes', workstation: 'Luke 2' });
    const late = server.browser();
    for (const [name, value] of before) late.cookies.set(name, value);
    expect(await ask(late)).toMatchObject({ status: 401 });
    expect(await lastLines(1)).toEqual(['changeUser yes']);
  });
  test('someone who was never here signs in with the password first', async () => {
    const lie = clinic.demo.as('lie').person;
    expect(await kari.post('/sign-in/pin', { person: lie, pin: '1234' })).toMatchObject({
      body: { why: 'not at this workstation' },
    });
  });
  test('a PIN is guessed no more often than a password', async () => {
    const { person } = await me(kari);
    for (let guess = 0; guess < 5; guess++) await kari.post('/sign-in/pin', { person, pin: `000${guess}` });
    expect(await kari.post('/sign-in/pin', { person, pin: '7391' })).toMatchObject({ status: 429 });
    at('07:30');
    await clinic.rows("update account set failed_attempts = 0, locked_until = null where username = 'kari'");
  });
  test('locks by itself after a quarter of an hour in which nobody pressed anything, though it asked by itself', async () => {
    at('07:10');
    await ask(kari);
    at('07:16');
    expect(await ask(kari)).toMatchObject({ status: 423 });
  });
  test('stays open while someone works', async () => {
    at('07:10');
    await act(kari);
    at('07:20');
    expect(await ask(kari)).toMatchObject({ status: 200 });
    await kari.post('/sign-in/still-here');
    at('07:34');
    expect(await ask(kari)).toMatchObject({ status: 200 });
  });
  test('the clinic may lock sooner, from a day on', async () => {
    const set =
      "insert into setting (clinic, name, valid_from, value, set_by, set_at) values ($1, 'session', $2, $3, $4, now())";
    const by = clinic.demo.as('lie').person;
    await clinic.rows(set, [clinic.demo.clinic, '2026-11-24', '{"lockAfterMinutes": 5}', by]);
    const later = (time: string) => {
      clinic.clock.set(`2026-11-24T${time}:00.000Z`);
      clinic.house.sessions.forget(clinic.demo.clinic);
    };
    later('07:00');
    await kari.signIn('kari');
    later('07:06');
    expect(await ask(kari)).toMatchObject({ status: 423 });
  });
});

describe('a session', () => {
  test('is over after the hours the clinic is closed', async () => {
    const kari = server.browser();
    await kari.signIn('kari');
    at('17:01');
    expect(await ask(kari)).toMatchObject({ status: 401 });
  });
  test('ends with signing out, on every server at once', async () => {
    const elsewhere = await testServer(await clinic.another());
    const kari = server.browser();
    await kari.signIn('kari');
    const second = elsewhere.browser();
    for (const [name, value] of kari.cookies) second.cookies.set(name, value);
    expect(await ask(second)).toMatchObject({ status: 200 });
    await kari.post('/sign-in/out');
    await expect.poll(async () => (await ask(second)).status, { timeout: 1_000, interval: 20 }).toBe(401);
    expect(await ask(kari)).toMatchObject({ status: 401 });
    expect(await lastLines(1)).not.toEqual([]);
  });
  test('goes on while the corridor knows the person, and not a call longer', async () => {
    const moen = server.browser();
    await moen.signIn('moen');
    expect(await ask(moen)).toMatchObject({ status: 200 });
    await clinic.house.database.write(clinic.demo.clinic, async (db) => {
      const { announce } = await import('../outbox.ts');
      const { closeAccount } = await import('./account.store.ts');
      await db.run(closeAccount, { person: clinic.demo.as('moen').person, now: clinic.clock() });
      await announce(db, clinic.clock(), 'PersonChanged', { person: clinic.demo.as('moen').person });
    });
    await expect.poll(async () => (await ask(moen)).status, { timeout: 1_000, interval: 20 }).toBe(401);
    expect(await moen.signIn('moen')).toMatchObject({ body: { why: 'wrong name or password' } });
  });
});

describe('one’s own password', () => {
  const oneTime = async (username: string, until = '2026-11-30T07:00:00.000Z') =>
    clinic.rows('update account set must_change = true, password_until = $2 where username = $1', [username, until]);

  test('a password that someone else made opens nothing but the choice of one’s own', async () => {
    await oneTime('lie');
    const lie = server.browser();
    await lie.signIn('lie');
    expect(await me(lie)).toMatchObject({ mustChange: true });
    expect(await ask(lie)).toMatchObject({ status: 423, body: { why: 'new password needed' } });
    const said = async (password: string, old = demoPassword) =>
      (await lie.post('/sign-in/secret', { old, password })).body.why ?? 'yes';
    expect(await said('short')).toBe('too short');
    expect(await said('lie-and-more-of-it')).toBe('contains the user name');
    expect(await said('Passord12345')).toBe('too common');
    expect(await said(demoPassword)).toBe('same as before');
    expect(await said('seven swans on the fjord', 'not mine')).toBe('wrong name or password');
    expect(await lie.post('/sign-in/secret', { old: demoPassword, pin: '2846' })).toMatchObject({ status: 409 });
    expect(await said('seven swans on the fjord')).toBe('yes');
    expect(await ask(lie)).toMatchObject({ status: 200 });
    expect(await server.browser().signIn('lie')).toMatchObject({ status: 409 });
  });
  test('it runs out when it is not used', async () => {
    await oneTime('drift', '2026-11-23T06:59:00.000Z');
    expect(await server.browser().signIn('drift')).toMatchObject({ body: { why: 'one-time password has run out' } });
  });
  test('a new one ends the sessions one has elsewhere', async () => {
    const [desk, home] = [server.browser(), server.browser()];
    await desk.signIn('eva');
    await home.signIn('eva');
    const change = { old: demoPassword, password: 'four ferries before noon' };
    expect(await desk.post('/sign-in/secret', change)).toMatchObject({ status: 200 });
    await expect.poll(async () => (await ask(home)).status, { interval: 20 }).toBe(401);
    expect(await ask(desk)).toMatchObject({ status: 200 });
    expect(await lastLines(1)).toEqual(['changeOwnPassword yes']);
  });
  test.each(['1234', '0000', '4321', '1212', '123123'])(
    'a PIN that everyone tries first is refused: %s',
    async (pin) => {
      const kari = server.browser();
      await kari.signIn('kari');
      expect(await kari.post('/sign-in/secret', { old: demoPassword, pin })).toMatchObject({
        body: { why: 'pin is guessed first' },
      });
    },
  );
});

test('a page of another site cannot press our buttons, though the browser would send the cookie', async () => {
  const kari = server.browser();
  await kari.signIn('kari');
  expect(await kari.post('/call/findPatients', { text: 'x' })).toMatchObject({
    status: 403,
    body: { why: 'foreign page' },
  });
});
test('a call that nobody has declared is not found', async () => {
  const kari = server.browser();
  await kari.signIn('kari');
  expect(await kari.call('dropEverything', {})).toMatchObject({ status: 404 });
  expect(await kari.call('toString', {})).toMatchObject({ status: 404 });
});
test('nothing of this was a fault', () => {
  expect(server.faults).toEqual([]);
});
