import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PatientId } from '#patients';
import { journalOfPatient } from '../../../commons/journal/journal.api.ts';
import { loopsOnBoard } from '../../../commons/loops/loop.api.ts';
import { registerPatient } from '../../../commons/patients/patient.api.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { answerCall, answering, callAbandoned, callerFacts, callRang, callsOfDay, recordCall } from './call.api.ts';

let clinic: TestHouse;
let patient: PatientId;
const reception = { kind: 'station' as const, station: 'reception' as const };
const laboratory = { kind: 'station' as const, station: 'laboratory' as const };
const answered = { kind: 'answered question' as const };

beforeAll(async () => {
  clinic = await testHouse();
});
beforeEach(async () => {
  patient = (
    await clinic.yes('kari', registerPatient, {
      familyName: 'Haugen',
      givenName: 'Berit',
      birthDate: '1967-11-11',
      numberKind: 'none',
    })
  ).id;
});
const promise = (by: string) => ({
  kind: 'call back' as const,
  promise: { by, owner: reception, deputy: laboratory, number: '91234567' },
});

describe('recording a call', () => {
  test('a promise to ring back is one press, and waits on the board with its owner and clock', async () => {
    await clinic.yes('kari', recordCall, {
      patient,
      number: '912 34 567',
      reason: 'feber hos barn',
      haste: 1,
      outcome: promise('2026-11-23T09:00:00Z'),
    });
    const [line] = await clinic.yes('kari', loopsOnBoard, { patient });
    expect(line).toMatchObject({
      what: 'feber hos barn',
      loop: { kind: 'promised call', owner: reception, expectedBy: '2026-11-23T09:00:00.000Z' },
    });
  });
  test('a promise in the past is refused and leaves nothing', async () => {
    expect(
      await clinic.answer('kari', recordCall, { patient, reason: 'feber', outcome: promise('2026-11-23T06:00:00Z') }),
    ).toMatchObject({ why: 'call-back is past' });
    expect(await clinic.yes('kari', loopsOnBoard, { patient })).toEqual([]);
  });
  test('advice that is healthcare stands in the journal, and is refused without its note and its safety net', async () => {
    const advice = { kind: 'advice' as const, isHealthcare: true, hasSafetyNet: true, isUnderstood: true };
    expect(await clinic.answer('kari', recordCall, { patient, reason: 'hoste', outcome: advice })).toMatchObject({
      why: 'advice needs a note',
    });
    expect(
      await clinic.answer('kari', recordCall, {
        patient,
        reason: 'hoste',
        noteText: 'Råd',
        outcome: { ...advice, hasSafetyNet: false },
      }),
    ).toMatchObject({ why: 'advice needs a safety net' });
    expect((await clinic.yes('berge', journalOfPatient, { patient })).lines).toEqual([]);
    await clinic.yes('kari', recordCall, {
      patient,
      reason: 'hoste',
      noteText: 'Hoste i en uke. Rådet til ro og væske.',
      outcome: advice,
    });
    const [line] = (await clinic.yes('berge', journalOfPatient, { patient })).lines;
    expect(line?.entry).toMatchObject({ kind: 'advice', hands: { author: clinic.demo.as('kari').person } });
  });
  test('a red criterion ends only in 113 or with the doctor', async () => {
    const red = { tool: 'NIMN', code: '06.01', colour: 'red' as const };
    expect(
      await clinic.answer('kari', recordCall, { patient, reason: 'brystsmerter', criterion: red, outcome: answered }),
    ).toMatchObject({ why: 'red needs 113 or the doctor' });
    await clinic.yes('kari', recordCall, {
      patient,
      criterion: red,
      outcome: { kind: '113', calledAt: '2026-11-23T07:00:00Z', calledBy: 'clinic' },
    });
  });
  test('a second contact within three days is not closed as if it were the first', async () => {
    const again = () =>
      clinic.answer('kari', recordCall, { patient, reason: 'fortsatt feber', haste: 2, outcome: answered });
    await clinic.yes('kari', recordCall, { patient, reason: 'feber', haste: 2, outcome: answered });
    clinic.clock.set('2026-11-23T08:00:00.000Z');
    expect(await again()).toMatchObject({ why: 'repeated call needs an answer', facts: { contacts: 2 } });
    expect((await clinic.yes('kari', callerFacts, { patient })).repeated?.earlier[0]).toMatchObject({ said: 'feber' });
    await clinic.yes('kari', recordCall, {
      patient,
      reason: 'fortsatt feber',
      haste: 1,
      outcome: answered,
      repeat: { kind: 'raised' },
    });
  });
  test('nothing is told about the patient to someone who is not asked for', async () => {
    const told = {
      patient,
      caller: { kind: 'other relation' as const, name: 'nabo' },
      reason: 'spør om svar',
      toldAboutPatient: true,
      outcome: answered,
    };
    expect(await clinic.answer('kari', recordCall, told)).toMatchObject({ why: 'caller may not be told' });
  });
  test('a pupil listens and drafts, but does not close a call', async () => {
    const said = await clinic.outcome('elev', recordCall, { patient, reason: 'time', outcome: answered });
    expect(said.kind === 'not allowed' || (said.kind === 'answer' && !said.answer.ok)).toBe(true);
  });
});

test('answered within two minutes is measured both ways', async () => {
  const fresh = await testHouse();
  const ring = async (rangAt: string) => (await fresh.yes('kari', callRang, { number: '91234567', rangAt })).id;
  const [quick, slow, lost] = [
    await ring('2026-11-23T06:59:00Z'),
    await ring('2026-11-23T06:57:00Z'),
    await ring('2026-11-23T06:58:00Z'),
  ];
  await fresh.yes('kari', answerCall, { call: quick });
  await fresh.yes('kari', answerCall, { call: slow });
  await fresh.yes('kari', callAbandoned, { call: lost });
  expect(await fresh.answer('eva', answerCall, { call: lost })).toMatchObject({ why: 'caller gave up' });
  const kpi = await fresh.yes('kari', answering, {});
  expect(kpi).toMatchObject({
    abandonedAsMissed: { within: 1, of: 3 },
    abandonedLeftOut: { within: 1, of: 2 },
    passes: false,
  });
  await fresh.yes('kari', recordCall, { call: quick, reason: 'time', outcome: answered });
  expect((await fresh.yes('kari', callsOfDay, {})).map(({ call }) => call.state).sort()).toEqual([
    'abandoned',
    'answered',
    'ended',
  ]);
});
