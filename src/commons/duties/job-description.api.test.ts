import { beforeAll, describe, expect, test } from 'vitest';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { adaptDuty, dutyDecisions } from './adaptation.api.ts';
import { printJobDescription, seeJobDescription } from './job-description.api.ts';

let clinic: TestHouse;
const today = '2026-11-23' as never;
const idOf = (name: string) => clinic.demo.as(name).person;

beforeAll(async () => {
  clinic = await testHouse();
});

const lineOf = async (id: string) =>
  (await clinic.yes('kari', seeJobDescription, {})).parts.flatMap(({ lines }) => lines).find((line) => line.id === id);

describe('the job description on the screen', () => {
  test('has every line of the description in its order', async () => {
    const { parts, adapted, clinic: name } = await clinic.yes('elev', seeJobDescription, {});
    expect(parts.map(({ title, lines }) => [title, lines.length])).toEqual([
      ['Resepsjonsarbeid', 17],
      ['Laboratoriearbeid', 9],
      ['Skiftestuearbeid', 17],
      ['Generelt', 11],
    ]);
    expect(adapted).toBe(0);
    expect(name).toBe('Fjordgløtt legesenter');
  });
  test('shows how often a line was done today', async () => {
    await clinic.yes('lie', adaptDuty, { duty: 'reception.post', on: true, text: 'kl. 11', from: today });
    await clinic.house.settle();
    expect((await lineOf('reception.post'))?.isAdapted).toBe(true);
    expect((await lineOf('general.ethics'))?.doneToday).toBe(0);
  });
});

describe('adapting a line', () => {
  const duty = 'treatment.cryotherapy' as const;
  test('is the head’s and the doctors’, and law keeps some lines on', async () => {
    expect(await clinic.outcome('kari', adaptDuty, { duty, on: false, from: today })).toMatchObject({
      kind: 'not allowed',
    });
    expect(
      await clinic.answer('lie', adaptDuty, { duty: 'general.confidentiality', on: false, from: today }),
    ).toMatchObject({ why: 'law keeps it on' });
    expect(await clinic.answer('lie', adaptDuty, { duty, on: false, from: '2026-11-22' as never })).toMatchObject({
      why: 'from a day that has passed',
    });
    expect(
      await clinic.answer('lie', adaptDuty, { duty, on: true, who: { helsesekretaer: 'by role' }, from: today }),
    ).toMatchObject({ why: 'delegation is personal' });
  });
  test('holds from its day, and what was decided before stays to be read', async () => {
    await clinic.yes('lie', adaptDuty, { duty, on: false, text: 'Henvises', from: '2026-12-01' as never });
    expect((await lineOf(duty))?.on).toBe(true);
    clinic.clock.set('2026-12-01T08:00:00.000Z');
    expect(await lineOf(duty)).toMatchObject({ on: false, localText: 'Henvises' });
    await clinic.yes('berge', adaptDuty, { duty, on: true, owner: idOf('eva'), from: '2026-12-01' as never });
    expect(
      (await clinic.yes('kari', dutyDecisions, { duty })).map(({ decidedByName, on }) => [decidedByName, on]),
    ).toEqual([
      ['Tor Berge', true],
      ['Ingrid Lie', false],
    ]);
    clinic.clock.set('2026-11-23T07:00:00.000Z');
  });
  test('names people of this clinic only', async () => {
    const stranger = clinic.demo.as('kari').session as never;
    expect(await clinic.answer('lie', adaptDuty, { duty, on: true, owner: stranger, from: today })).toMatchObject({
      why: 'not found',
    });
  });
});

test('the adapted description prints as a PDF, in both languages, with fonts inside', async () => {
  for (const language of ['nb', 'en'] as const) {
    const sheet = await clinic.yes('kari', printJobDescription, { language });
    const text = Buffer.from(sheet.bytes).toString('latin1');
    expect(text.slice(0, 5)).toBe('%PDF-');
    expect(text).toContain('/FontFile');
    expect(sheet.name).not.toContain('Kari');
  }
}, 20_000);
