import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '#kernel/ids';
import { ok } from '#kernel/result';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { testServer } from '../../main/testing/test-server.ts';
import { command } from './call.ts';
import { addChallenge } from './sign-in/account.store.ts';
import { sweepOld } from './sweep.ts';

const act = command({ name: 'testSweepAct', who: 'signed in', takes: z.object({}), does: async () => ok('done') });
let clinic: TestHouse;
beforeAll(async () => {
  clinic = await testHouse();
});
const sweepOn = (day: string) => sweepOld(clinic.house.database, clinic.demo.clinic, `${day}T08:00:00.000Z` as never);
const count = async (table: string) => Number((await clinic.rows(`select count(*) as n from ${table}`))[0]?.n);

test('a command that is sent again within a week is still answered, and after that its answer is gone', async () => {
  const id = newId();
  const first = await clinic.outcome('kari', act, {}, id);
  await sweepOn('2026-11-30');
  expect(await clinic.outcome('kari', act, {}, id)).toEqual(first);
  await sweepOn('2026-12-01');
  expect(await count('command_answer')).toBe(0);
});
test('a challenge is gone when it has run out', async () => {
  const challenge = {
    id: newId(),
    value: 'x',
    person: null,
    purpose: 'test',
    expiresAt: '2026-11-23T08:05:00.000Z' as never,
  };
  await clinic.house.database.write(clinic.demo.clinic, (db) => db.run(addChallenge, challenge));
  await sweepOn('2026-11-23');
  expect(await count('challenge')).toBe(1);
  await sweepOn('2026-11-24');
  expect(await count('challenge')).toBe(0);
});
test('a session is remembered as long as the faces of a workstation, and a living one is never swept', async () => {
  const server = await testServer(clinic.house);
  const kari = server.browser();
  await kari.signIn('kari');
  await sweepOn('2026-12-20');
  expect(await kari.get('/sign-in/me')).toMatchObject({ status: 200 });
  await kari.post('/sign-in/out');
  await sweepOn('2026-12-20');
  expect(await count('session')).toBe(1);
  await sweepOn('2027-01-01');
  expect(await count('session')).toBe(0);
});
test('what has happened and who has seen what is never swept', async () => {
  await clinic.house.settle();
  const before = [await count('access_line'), await count('access_seal'), await count('event')];
  await sweepOn('2056-01-01');
  expect([await count('access_line'), await count('access_seal'), await count('event')]).toEqual(before);
  expect(before[0]).toBeGreaterThan(2);
});
