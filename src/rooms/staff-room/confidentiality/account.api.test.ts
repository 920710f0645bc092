import { beforeAll, describe, expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { addPerson } from '../../../commons/staff/person.store.ts';
import { roster } from '../../../commons/staff/roster.api.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { type Browser, type TestServer, testServer } from '../../../main/testing/test-server.ts';
import { accounts, closeAccount, endSessions, openAccount, resetPassword, setOutsideSubject } from './account.api.ts';
import { oneTimePassword, oneTimePattern, proposeUsername, usernamePattern } from './one-time-password.ts';

let clinic: TestHouse;
let server: TestServer;
const id = (who: string): PersonId => clinic.demo.as(who).person;
const newcomer = newId<PersonId>();
beforeAll(async () => {
  clinic = await testHouse();
  server = await testServer(clinic.house);
  const [kari] = (await clinic.yes('lie', roster, {})).filter((person) => person.id === id('kari'));
  if (!kari) throw new Error('no kari');
  await clinic.house.database.write(clinic.demo.clinic, (db) =>
    addPerson(
      db,
      { ...kari, id: newcomer, givenName: 'Ny', familyName: 'Ås', hpr: undefined } as never,
      clinic.clock(),
    ),
  );
});
const ask = (browser: Browser) => browser.call('accounts', {});

describe('an account', () => {
  const oneTime = oneTimePassword();
  test('is opened with a password for one sign-in, which opens nothing but the choice of one’s own', async () => {
    expect(await clinic.answer('drift', openAccount, { person: newcomer, username: 'Ny.Ås', oneTime })).toEqual({
      ok: true,
      value: undefined,
    });
    const desk = server.browser();
    expect(await desk.signIn('ny.ås', oneTime)).toMatchObject({ status: 200 });
    expect(await desk.call('roster', {})).toMatchObject({ status: 423, body: { why: 'new password needed' } });
    expect(await desk.post('/sign-in/secret', { old: oneTime, password: 'elleve elger i elva' })).toMatchObject({
      status: 200,
    });
    expect(await server.browser().signIn('ny.ås', oneTime)).toMatchObject({ status: 409 });
    expect(await server.browser().signIn('ny.ås', 'elleve elger i elva')).toMatchObject({ status: 200 });
  });
  test('the password stands nowhere in the database', async () => {
    const command = newId();
    await clinic.outcome('drift', resetPassword, { person: newcomer, oneTime }, command);
    for (const table of ['command_answer', 'event', 'access_line', 'account'])
      expect(JSON.stringify(await clinic.rows(`select * from ${table}`))).not.toContain(oneTime);
  });
  test('is one for each person, under a name of its own', async () => {
    const refused = (person: PersonId, username: string) =>
      clinic.answer('lie', openAccount, { person, username, oneTime });
    expect(await refused(newcomer, 'another')).toMatchObject({ why: 'has an account' });
    expect(await refused(newId(), 'another')).toMatchObject({ why: 'not found' });
    await clinic.yes('lie', closeAccount, { person: newcomer });
    expect(await refused(newcomer, 'kari')).toMatchObject({ why: 'username is taken' });
    expect(await refused(newcomer, 'ny')).toMatchObject({ ok: true });
  });
  test('a weak one-time password, or a name that cannot be typed, is bad input', async () => {
    for (const wrong of [{ username: 'x' }, { username: 'kari solli' }, { oneTime: 'passord' }])
      expect(
        await clinic.outcome('lie', openAccount, { person: newcomer, username: 'fine', oneTime, ...wrong }),
      ).toMatchObject({ kind: 'bad input' });
  });
  test('is given by the head and IT alone', async () => {
    for (const who of ['kari', 'moen', 'nora', 'elev'])
      expect(await clinic.outcome(who, openAccount, { person: newcomer, username: 'fine', oneTime })).toMatchObject({
        kind: 'not allowed',
      });
    expect(await clinic.outcome('kari', accounts, {})).toMatchObject({ kind: 'not allowed' });
  });
});

describe('whoever gives access', () => {
  test('sees who can sign in, how, and where they are signed in, and no secret', async () => {
    const eva = server.browser();
    await eva.signIn('eva');
    const all = await clinic.yes('drift', accounts, {});
    expect(all.find(({ person }) => person === id('eva'))).toMatchObject({
      name: 'Nes, Eva',
      isIn: true,
      account: { username: 'eva', hasPin: false, passkeys: 0, mustChange: false, closedAt: null, openSessions: 1 },
    });
    expect(JSON.stringify(all)).not.toContain('argon2');
  });
  test('ends a session that was left somewhere, at once and on every server', async () => {
    const elsewhere = await testServer(await clinic.another());
    const eva = elsewhere.browser();
    await eva.signIn('eva');
    expect(await eva.call('roster', {})).toMatchObject({ status: 200 });
    expect(await clinic.yes('lie', endSessions, { person: id('eva') })).toMatchObject({ ended: expect.any(Number) });
    await expect.poll(async () => (await eva.call('roster', {})).status, { interval: 20 }).toBe(401);
    expect(await clinic.answer('lie', endSessions, { person: id('eva') })).toMatchObject({
      why: 'not signed in anywhere',
    });
  });
  test('sets a forgotten password anew: the lock is lifted and the old sessions are over', async () => {
    const moen = server.browser();
    await moen.signIn('moen');
    for (let guess = 0; guess < 5; guess++) await server.browser().signIn('moen', 'forgotten');
    const oneTime = oneTimePassword();
    await clinic.yes('drift', resetPassword, { person: id('moen'), oneTime });
    await expect.poll(async () => (await ask(moen)).status, { interval: 20 }).toBe(401);
    expect(await server.browser().signIn('moen', oneTime)).toMatchObject({ status: 200 });
  });
  test('does not do it to the own account', async () => {
    expect(
      await clinic.answer('drift', resetPassword, { person: id('drift'), oneTime: oneTimePassword() }),
    ).toMatchObject({ ok: false });
    expect(await clinic.answer('drift', closeAccount, { person: id('drift') })).toMatchObject({ ok: false });
  });
  test('closes the account of someone who left: nothing of it opens any more', async () => {
    const nora = server.browser();
    await nora.signIn('nora');
    await clinic.yes('lie', closeAccount, { person: id('nora') });
    await expect.poll(async () => (await ask(nora)).status, { interval: 20 }).toBe(401);
    expect(await server.browser().signIn('nora')).toMatchObject({ status: 409 });
    expect(await clinic.answer('lie', closeAccount, { person: id('nora') })).toMatchObject({ why: 'no account' });
    expect(await clinic.answer('lie', resetPassword, { person: id('nora'), oneTime: oneTimePassword() })).toMatchObject(
      { why: 'no account' },
    );
  });
  test('ties an account to the number at the outside provider, one account each', async () => {
    expect(await clinic.yes('lie', setOutsideSubject, { person: id('lie'), subject: '9200001' })).toBeUndefined();
    expect(await clinic.answer('lie', setOutsideSubject, { person: id('berge'), subject: '9200001' })).toMatchObject({
      why: 'belongs to another',
    });
    await clinic.yes('lie', setOutsideSubject, { person: id('lie'), subject: null });
    expect(await clinic.answer('lie', setOutsideSubject, { person: newId<PersonId>(), subject: '1' })).toMatchObject({
      why: 'no account',
    });
  });
});

describe('a one-time password', () => {
  test('fits its own pattern, and no two are alike', () => {
    const made = Array.from({ length: 500 }, oneTimePassword);
    expect(made.every((word) => oneTimePattern.test(word))).toBe(true);
    expect(new Set(made).size).toBe(500);
  });
  test('uses every sign about as often', () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 2_000; n++)
      for (const sign of oneTimePassword().replaceAll('-', '')) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    expect(counts.size).toBe(31);
    for (const count of counts.values()) expect(Math.abs(count - 32_000 / 31)).toBeLessThan(200);
  });
});
test.each([
  [{ givenName: 'Kari', familyName: 'Solli' }, 'kari.solli'],
  [{ givenName: 'Åse Marie', familyName: 'Øye-Lund' }, 'åsemarie.øyelund'],
])('a user name is proposed: %j', (name, proposed) => {
  expect(proposeUsername(name)).toBe(proposed);
  expect(usernamePattern.test(proposed)).toBe(true);
});
