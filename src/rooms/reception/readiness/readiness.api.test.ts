import { beforeAll, expect, test } from 'vitest';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { allIsUp, readiness, recordCheck } from './readiness.api.ts';

let clinic: TestHouse;
beforeAll(async () => {
  clinic = await testHouse();
});
const lineOf = async (code: string) =>
  (await clinic.yes('kari', readiness, {})).board.find(({ dependency }) => dependency.code === code);

test('in the morning only what the system sees by itself is green', async () => {
  expect(await lineOf('journal')).toMatchObject({ state: 'up', checkedBy: 'system' });
  expect(await lineOf('payment-terminal')).toMatchObject({ state: 'not checked', isGreen: false });
});

test('one key says that the rest has been looked at; what is down stays red until it is seen up', async () => {
  expect(await clinic.answer('kari', recordCheck, { dependency: 'label-printer', health: 'down' })).toMatchObject({
    why: 'note missing',
  });
  await clinic.yes('kari', recordCheck, { dependency: 'label-printer', health: 'down', note: 'tom for etiketter' });
  await clinic.yes('kari', allIsUp, {});
  expect(await lineOf('payment-terminal')).toMatchObject({ state: 'up', checkedBy: clinic.demo.as('kari').person });
  expect(await lineOf('label-printer')).toMatchObject({ state: 'down', note: 'tom for etiketter' });
  const { figure } = await clinic.yes('kari', readiness, {});
  expect(figure).toEqual({ kind: 'stopped', notUp: 1 });
  clinic.clock.set('2026-11-23T07:20:00.000Z');
  await clinic.yes('eva', recordCheck, { dependency: 'label-printer', health: 'up' });
  expect((await clinic.yes('kari', readiness, {})).figure.kind).toBe('all up');
  expect(await clinic.answer('kari', allIsUp, {})).toMatchObject({ why: 'nothing to check' });
});
