import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ok } from '#kernel/result';
import { command } from '#platform/server';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { adaptDuty } from '../duties/adaptation.api.ts';
import { dutyPage, whoMay, workUnder } from './duty-page.api.ts';
import { registerAbsence } from './roster.api.ts';

let clinic: TestHouse;
const idOf = (name: string) => clinic.demo.as(name).person;
const duty = 'treatment.audiometry' as const;
const audiogram = command({
  name: 'audiogramOfThePage',
  who: { duty },
  takes: z.object({}),
  does: async ({ ground, supervisor }) => ok({ ground, supervisor }),
});
const page = () => clinic.yes('kari', dutyPage, { duty });

beforeAll(async () => {
  clinic = await testHouse();
});

describe('the page of a duty', () => {
  test('tells what it is, how it is done and on what law', async () => {
    const { line, room, laws, isFixedByLaw } = await page();
    expect(line).toMatchObject({ id: duty, name: 'Audiometri', on: true });
    expect(line.routine.length).toBeGreaterThan(2);
    expect(room).toBe('Skiftestuearbeid');
    expect(laws[0]?.asOf).toMatch(/^20\d\d-/);
    expect(isFixedByLaw).toBe(false);
  });
  test('is whole in English too', async () => {
    expect((await clinic.yes('kari', dutyPage, { duty, language: 'en' })).line.name).toBe('Audiometry');
  });
  test('tells who may here and now, those first, and why the others may not', async () => {
    const { who, mine } = await page();
    expect(who.map(({ name, may }) => [name, may.yes])).toEqual([
      ['Amina Moen', true],
      ['Eva Nes', true],
      ['Ingrid Lie', true],
      ['Nora Vik', true],
      ['Tor Berge', true],
      ['Jonas Dal', false],
      ['Kari Solli', false],
    ]);
    expect(mine).toMatchObject({ level: 2, may: { why: 'supervisor needed', facts: { closeness: 'near' } } });
    expect(who.find(({ name }) => name === 'Jonas Dal')?.may).toMatchObject({ why: 'only watches' });
  });
  test('counts what was done today, and by whom; what was refused is not work', async () => {
    await clinic.yes('eva', audiogram, {});
    await clinic.yes('eva', audiogram, {});
    await clinic.yes('nora', audiogram, {});
    await clinic.outcome('kari', audiogram, {});
    await clinic.house.settle();
    expect((await page()).doneToday).toMatchObject([
      { name: 'Eva Nes', times: 2 },
      { name: 'Nora Vik', times: 1 },
    ]);
    clinic.clock.set('2026-11-24T07:00:00.000Z');
    expect((await page()).doneToday).toEqual([]);
    clinic.clock.set('2026-11-23T07:00:00.000Z');
  });
  test('shows what the clinic decided, with who did', async () => {
    await clinic.yes('lie', adaptDuty, {
      duty,
      on: true,
      text: 'Bare i stille rom 3',
      owner: idOf('eva'),
      levelAlone: 3,
      from: '2026-11-23' as never,
    });
    const { line, levelAlone, local } = await page();
    expect(line).toMatchObject({ localText: 'Bare i stille rom 3', owner: 'Eva Nes', decided: { by: 'Ingrid Lie' } });
    expect([levelAlone, local?.on]).toEqual([3, true]);
  });
});

describe('a learner who is not alone yet', () => {
  test('names who is with her, and may', async () => {
    expect(await clinic.outcome('kari', audiogram, {})).toMatchObject({ why: 'supervisor needed' });
    await clinic.yes('kari', workUnder, { supervisor: idOf('eva'), duty });
    expect(await clinic.yes('kari', audiogram, {})).toEqual({ ground: 'supervised', supervisor: idOf('eva') });
    expect((await page()).mine?.may).toMatchObject({ yes: true, closeness: 'near', countersign: false });
  });
  test('not with someone who may not herself, and not with herself', async () => {
    clinic.clock.set('2026-11-23T08:00:00.000Z');
    await clinic.yes('kari', workUnder, { supervisor: idOf('elev'), duty });
    expect(await clinic.outcome('kari', audiogram, {})).toMatchObject({
      why: 'supervisor may not',
      facts: { supervisor: 'Jonas Dal', because: 'only watches' },
    });
    expect(await clinic.answer('kari', workUnder, { supervisor: idOf('kari') })).toMatchObject({
      why: 'supervises oneself',
    });
  });
  test('for the day only', async () => {
    clinic.clock.set('2026-11-23T09:00:00.000Z');
    await clinic.yes('kari', workUnder, { supervisor: idOf('nora'), duty });
    await clinic.yes('kari', audiogram, {});
    clinic.clock.set('2026-11-24T07:00:00.000Z');
    expect(await clinic.outcome('kari', audiogram, {})).toMatchObject({ why: 'supervisor needed' });
    clinic.clock.set('2026-11-23T07:00:00.000Z');
  });
  test('a pupil whose supervisor is away works under another that day', async () => {
    const pulse = command({
      name: 'pulseOfThePage',
      who: { duty: 'treatment.vital-signs' },
      takes: z.object({}),
      does: async ({ supervisor }) => ok(supervisor),
    });
    await clinic.yes('eva', registerAbsence, { person: idOf('eva'), from: '2026-11-23', until: '2026-11-23' });
    expect(await clinic.outcome('elev', pulse, {})).toMatchObject({ why: 'supervisor may not' });
    expect(await clinic.answer('elev', workUnder, { supervisor: idOf('eva') })).toMatchObject({ why: 'not at work' });
    await clinic.yes('elev', workUnder, { supervisor: idOf('nora') });
    expect(await clinic.yes('elev', pulse, {})).toBe(idOf('nora'));
  });
});

test('a room that must choose a person is told who may', async () => {
  const freeze = await clinic.yes('lie', whoMay, { duty: 'treatment.cryotherapy' });
  expect(freeze.find(({ name }) => name === 'Eva Nes')).toMatchObject({ isAway: true, delegatedUntil: '2027-11-22' });
  expect(freeze.find(({ name }) => name === 'Nora Vik')?.may).toMatchObject({ why: 'no delegation' });
});
