import { beforeAll, expect, test } from 'vitest';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { registerPatient } from '../patients/patient.api.ts';
import type { PatientId } from '../patients/patient.ts';
import {
  abandonLoop,
  closeLoop,
  giveLoopTo,
  handLoopOver,
  loopsOfToday,
  loopsOnBoard,
  postponeLoop,
  promise,
} from './loop.api.ts';
import type { LoopId } from './loop.ts';

let clinic: TestHouse;
let patient: PatientId;
const station = (name: 'laboratory' | 'reception' | 'doctors') => ({ kind: 'station' as const, station: name });

beforeAll(async () => {
  clinic = await testHouse();
  patient = (
    await clinic.yes('kari', registerPatient, {
      familyName: 'Haugen',
      givenName: 'Berit',
      birthDate: '1967-11-11',
      numberKind: 'none',
    })
  ).id;
});

async function promised(what: string, expectedBy: string, haste: 1 | 2 | 3 = 3): Promise<LoopId> {
  return (await clinic.yes('kari', promise, {
    what,
    patient,
    owner: station('laboratory'),
    deputy: station('reception'),
    expectedBy,
    haste,
  })) as LoopId;
}
const board = async () => clinic.yes('kari', loopsOnBoard, { patient });

test('the board shows what is late first, with name, owner and what it is about', async () => {
  const later = await promised('attest', '2026-11-25T10:00:00Z');
  const soon = await promised('ring om prøve', '2026-11-23T09:00:00Z', 1);
  const lines = await board();
  expect(lines.map(({ loop }) => loop.id)).toEqual([soon, later]);
  expect(lines[0]).toMatchObject({
    what: 'ring om prøve',
    patientName: 'Haugen, Berit',
    loop: { owner: station('laboratory') },
  });
  clinic.clock.set('2026-11-23T12:00:00.000Z');
  expect((await board())[0]).toMatchObject({ aging: 'due' });
});

test('evidence of the wrong kind settles nothing; the right one closes it and takes it off the board', async () => {
  const loop = await promised('ring tilbake', '2026-11-23T13:00:00Z');
  expect(await clinic.answer('kari', closeLoop, { loop, evidence: 'receipt received' })).toMatchObject({
    why: 'evidence does not settle this',
  });
  await clinic.yes('kari', closeLoop, { loop, evidence: 'patient reached' });
  expect((await board()).some((line) => line.loop.id === loop)).toBe(false);
  expect(await clinic.answer('eva', closeLoop, { loop, evidence: 'patient reached' })).toMatchObject({
    why: 'already settled',
  });
  expect((await clinic.yes('kari', loopsOfToday, {})).closed).toBe(1);
});

test('a loop is given to another, postponed with a reason, and the changes are kept', async () => {
  const loop = await promised('skjema', '2026-11-24T10:00:00Z');
  await clinic.yes('kari', giveLoopTo, { loop, owner: { kind: 'person', person: clinic.demo.as('eva').person } });
  await clinic.yes('eva', postponeLoop, { loop, until: '2026-11-26T10:00:00Z', reason: 'pasienten er bortreist' });
  const line = (await board()).find((one) => one.loop.id === loop);
  expect(line).toMatchObject({ ownerName: 'Eva', loop: { expectedBy: '2026-11-26T10:00:00.000Z' } });
  const changes = await clinic.rows('select change, reason from loop_change where loop = $1 order by at, change', [
    loop,
  ]);
  expect(changes.map(({ change }) => change)).toEqual(['given to another', 'postponed']);
});

test('abandoning needs a reason in words, and handing over needs a receiver who said yes', async () => {
  const loop = await promised('kontroll', '2026-11-24T10:00:00Z');
  expect(await clinic.outcome('kari', abandonLoop, { loop, reason: '' })).toMatchObject({ kind: 'bad input' });
  expect(await clinic.answer('kari', handLoopOver, { loop, to: 'sykehuset', acceptedBy: ' ' })).toMatchObject({
    why: 'receiver missing',
  });
  await clinic.yes('kari', abandonLoop, { loop, reason: 'flyttet til annen kommune' });
});
