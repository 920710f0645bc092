import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { duties } from '#duties';
import { ok } from '#kernel/result';
import { adaptDuty } from '../commons/duties/adaptation.api.ts';
import { findPatients } from '../commons/patients/patient.api.ts';
import { withdrawAccess } from '../commons/staff/roster.api.ts';
import { command, query } from '../platform/server/call.ts';
import { type TestHouse, testHouse } from './testing/test-house.ts';

let clinic: TestHouse;
const idOf = (name: string) => clinic.demo.as(name).person;
let count = 0;
const doing = (duty: string, more: object = {}) =>
  command({
    name: `doForTest${count++}`,
    who: { duty, ...more },
    takes: z.object({ order: z.string().nullable().optional() }),
    given: ({ order }) => ({ order }),
    does: async ({ ground, supervisor }) => ok({ ground, supervisor }),
  });
const looking = (duty: string) =>
  query({ name: `lookForTest${count++}`, who: { duty }, takes: z.object({}), does: async ({ ground }) => ok(ground) });

beforeAll(async () => {
  clinic = await testHouse();
});

describe('who may, in the demo clinic', () => {
  test('a doctor may every duty there is, and look at all of it', async () => {
    for (const { id } of duties) {
      expect(`${id} ${(await clinic.outcome('berge', doing(id), {})).kind}`).toBe(`${id} answer`);
      expect(`${id} ${(await clinic.outcome('berge', looking(id), {})).kind}`).toBe(`${id} answer`);
    }
  });
  test('a helsesekretær looks at everything of the job description', async () => {
    for (const { id } of duties)
      expect(`${id} ${(await clinic.outcome('kari', looking(id), {})).kind}`).toBe(`${id} answer`);
  });
  test('IT sees no patient and carries out what everyone must', async () => {
    expect(await clinic.outcome('drift', findPatients, { text: 'ol' })).toMatchObject({ why: 'not for this role' });
    await clinic.yes('drift', doing('reception.it'), {});
    await clinic.yes('drift', doing('treatment.first-aid'), {});
  });
  test('a pupil does it with the supervisor of the placement, and not what pupils only watch', async () => {
    expect(await clinic.yes('elev', doing('treatment.vital-signs'), {})).toEqual({
      ground: 'supervised',
      supervisor: idOf('eva'),
    });
    expect(await clinic.outcome('elev', doing('treatment.cryotherapy'), {})).toMatchObject({ why: 'only watches' });
    expect(await clinic.outcome('elev', doing('reception.telephone'), {})).toMatchObject({ why: 'only prepares' });
    await clinic.yes('elev', doing('reception.telephone', { act: 'prepare' }), {});
  });
  test('a delegated act is eva’s, who holds it, and no other’s', async () => {
    expect(await clinic.yes('eva', doing('treatment.cryotherapy'), {})).toMatchObject({ ground: 'delegation' });
    expect(await clinic.outcome('nora', doing('treatment.cryotherapy'), {})).toMatchObject({ why: 'no delegation' });
  });
});

describe('a stricter act within a duty', () => {
  test('is judged by its own rule', async () => {
    const decide = doing('treatment.wound-care', { act: 'medical-decision' });
    expect(await clinic.outcome('eva', decide, {})).toMatchObject({ why: 'only prepares' });
    expect(await clinic.yes('moen', decide, {})).toMatchObject({ ground: 'role' });
  });
  test('may follow from the input, and a query never performs it', async () => {
    const sign = command({
      name: 'attestForTest',
      who: { duty: 'reception.forms' },
      takes: z.object({ sign: z.boolean() }),
      given: ({ sign }) => ({ act: sign ? 'attest' : 'prepare' }),
      does: async () => ok(),
    });
    await clinic.yes('kari', sign, { sign: false });
    expect(await clinic.outcome('kari', sign, { sign: true })).toMatchObject({ why: 'only prepares' });
    await clinic.yes('lie', sign, { sign: true });
  });
  test('that the duty does not know is nobody’s', async () => {
    expect(await clinic.outcome('lie', doing('reception.post', { act: 'attest' }), {})).toMatchObject({
      why: 'not for this role',
    });
  });
});

describe('the order', () => {
  const bloodPressure = doing('treatment.vital-signs');
  const injection = doing('treatment.wound-care');
  test('is asked for where the call says that there is none', async () => {
    expect(await clinic.outcome('eva', injection, { order: null })).toMatchObject({ why: 'order missing' });
    await clinic.yes('eva', injection, { order: '01a2' });
    await clinic.yes('lie', injection, { order: null });
  });
  test('a written procedure is enough for some duties and not for others', async () => {
    await clinic.yes('eva', bloodPressure, { order: 'written procedure' });
    expect(await clinic.outcome('eva', injection, { order: 'written procedure' })).toMatchObject({
      why: 'order missing',
    });
  });
});

describe('emergency', () => {
  test('passes every stop and says which', async () => {
    const kari = { ...clinic.demo.as('kari'), isEmergency: true };
    expect(await clinic.yes(kari, doing('treatment.cryotherapy'), {})).toMatchObject({ ground: 'emergency' });
    await clinic.house.settle();
    const lines = await clinic.rows(
      "select ground, why from access_line where person = $1 and duty = 'treatment.cryotherapy' and kind = 'act'",
      [kari.person],
    );
    expect(lines).toEqual([{ ground: 'emergency', why: 'passed: no delegation' }]);
  });
  test('opens nobody’s access', async () => {
    const kari = { ...clinic.demo.as('kari'), isEmergency: true };
    expect(await clinic.outcome(kari, withdrawAccess, { person: idOf('eva'), role: 'helsesekretaer' })).toMatchObject({
      why: 'not for this role',
    });
  });
});

describe('what the clinic decides', () => {
  const duty = 'treatment.ecg' as const;
  test('holds at once: off is off for everyone, and what was done can still be seen', async () => {
    const today = '2026-11-23' as never;
    await clinic.yes('lie', adaptDuty, { duty, on: false, from: today });
    expect(await clinic.outcome('eva', doing(duty), {})).toMatchObject({ why: 'duty is off here' });
    expect(await clinic.outcome('lie', doing(duty), {})).toMatchObject({ why: 'duty is off here' });
    await clinic.yes('eva', looking(duty), {});
    await clinic.yes('lie', adaptDuty, { duty, on: true, who: { helsesekretaer: null }, from: today });
    expect(await clinic.outcome('eva', doing(duty), {})).toMatchObject({ why: 'not for this role' });
    await clinic.yes('nora', doing(duty), {});
  });
});

test('a person who is not of this clinic may nothing', async () => {
  const stranger = { ...clinic.demo.as('kari'), person: clinic.demo.as('kari').session as never };
  expect(await clinic.outcome(stranger, doing('general.ethics'), {})).toMatchObject({ why: 'not employed' });
  expect(await clinic.outcome(stranger, looking('general.ethics'), {})).toMatchObject({ why: 'not employed' });
});
