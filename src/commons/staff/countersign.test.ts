import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids';
import { must } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import { registerAbsence } from './access.ts';
import {
  awaitCountersign,
  countersign,
  type PupilAct,
  type PupilActId,
  pupilActNext,
  reachesRecord,
  resubmit,
  sendBack,
  takeOver,
} from './countersign.ts';
import { type Colleague, mayDo } from './may.ts';
import { doctors, eva, here, ida, noon, nora, now, per, signedOff } from './test-people.ts';

const blood = 'laboratory.blood-sampling';
const colleague = (person: typeof eva): Colleague => ({
  person,
  competences: [signedOff(person, blood, 4)],
  delegations: [],
});
const asked = { duty: here(blood), order: 'order', doctors, now } as const;
const evaMay = mayDo({ ...colleague(eva), ...asked });
const idaMay = mayDo({ ...colleague(ida), ...asked });
const perMay = mayDo({
  person: per,
  competences: [signedOff(per, blood, 1)],
  delegations: [],
  ...asked,
  supervisor: colleague(eva),
});
const id = 'pa1' as PupilActId;
const done = { duty: blood, act: 'perform', patient: 'p1' as Id<'Patient'> } as const;
const waiting = must(awaitCountersign(id, per.id, done, perMay, now));
const byEva = { person: eva, may: evaMay };
const byIda = { person: ida, may: idaMay };

test('what a pupil did under a named supervisor waits for that supervisor', () => {
  expect(waiting).toEqual({
    id,
    pupil: 'per',
    supervisor: 'eva',
    ...done,
    doneAt: now,
    version: 1,
    state: 'awaiting',
  });
  expect(reachesRecord(waiting)).toBe(false);
});

test('without a supervised permission there is nothing to wait for', () => {
  expect(awaitCountersign(id, eva.id, done, evaMay, now)).toMatchObject({ why: 'no named supervisor' });
  const alone = mayDo({ person: per, competences: [], delegations: [], ...asked });
  expect(awaitCountersign(id, per.id, done, alone, now)).toMatchObject({ why: 'no named supervisor' });
});

test('the named supervisor countersigns, and only then it reaches the record', () => {
  const signed = must(countersign(waiting, byEva, now));
  expect(signed).toMatchObject({ state: 'countersigned', countersignedBy: 'eva', countersignedAt: now, pupil: 'per' });
  expect(reachesRecord(signed)).toBe(true);
});

test('a colleague who was not named does not countersign', () => {
  expect(countersign(waiting, byIda, now)).toMatchObject({ why: 'not the named supervisor' });
});

test('the pupil does not countersign her own act', () => {
  expect(countersign(waiting, { person: per, may: perMay }, now)).toMatchObject({ why: 'own act' });
});

test('a supervisor who is away, or may no longer do it alone, does not vouch for it', () => {
  const away = must(registerAbsence(eva, { from: '2026-05-04' as IsoDate, until: '2026-05-04' as IsoDate }, eva, now));
  expect(countersign(waiting, { person: away, may: evaMay }, now)).toMatchObject({ why: 'not at work' });
  const lost = mayDo({ person: eva, competences: [], delegations: [], ...asked });
  expect(countersign(waiting, { person: eva, may: lost }, now)).toMatchObject({ why: 'may not do it alone' });
  const helped = mayDo({
    person: eva,
    competences: [signedOff(eva, blood, 2)],
    delegations: [],
    ...asked,
    supervisor: colleague(ida),
  });
  expect(helped).toMatchObject({ yes: true, ground: 'supervised' });
  expect(countersign(waiting, { person: eva, may: helped }, now)).toMatchObject({ why: 'may not do it alone' });
});

test('it is sent back with a word, written anew and countersigned in its second version', () => {
  const back = must(sendBack(waiting, byEva, 'Noter hvilken arm.', now));
  expect(back).toMatchObject({ state: 'sent back', words: 'Noter hvilken arm.', sentBackBy: 'eva' });
  expect(reachesRecord(back)).toBe(false);
  const again = must(resubmit(back, per.id, noon('2026-05-05')));
  expect(again).toMatchObject({ state: 'awaiting', version: 2, doneAt: noon('2026-05-05') });
  expect(again).not.toHaveProperty('words');
  expect(must(countersign(again, byEva, now)).version).toBe(2);
});

test('sending back without a word teaches nothing', () => {
  expect(sendBack(waiting, byEva, ' ', now)).toMatchObject({ why: 'words missing' });
  expect(sendBack(waiting, byIda, 'ord', now)).toMatchObject({ why: 'not the named supervisor' });
});

test('what is with the pupil is not countersigned, and what is countersigned stays', () => {
  const back = must(sendBack(waiting, byEva, 'Se på merkingen.', now));
  expect(countersign(back, byEva, now)).toMatchObject({ why: 'with the pupil' });
  const signed = must(countersign(waiting, byEva, now));
  expect(countersign(signed, byEva, now)).toMatchObject({ why: 'countersigned already' });
  expect(sendBack(signed, byEva, 'ord', now)).toMatchObject({ why: 'countersigned already' });
  expect(resubmit(signed, per.id, now)).toMatchObject({ why: 'not sent back' });
});

test('only the pupil writes it anew, and only when it was sent back', () => {
  const back = must(sendBack(waiting, byEva, 'Se på merkingen.', now));
  expect(resubmit(back, eva.id, now)).toMatchObject({ why: 'not yours' });
  expect(resubmit(waiting, per.id, now)).toMatchObject({ why: 'not sent back' });
});

test('when the supervisor has gone home, another who may do it alone takes over by name', () => {
  const taken = must(takeOver(waiting, byIda, now));
  expect(taken).toMatchObject({ state: 'awaiting', supervisor: 'ida', version: 1 });
  expect(must(countersign(taken, byIda, now)).countersignedBy).toBe('ida');
  expect(countersign(taken, byEva, now)).toMatchObject({ why: 'not the named supervisor' });
  const unskilled = mayDo({ person: nora, competences: [], delegations: [], ...asked });
  expect(takeOver(waiting, { person: nora, may: unskilled }, now)).toMatchObject({ why: 'may not do it alone' });
  expect(takeOver(waiting, { person: per, may: perMay }, now)).toMatchObject({ why: 'own act' });
});

test('every decision follows the table of what may follow what', () => {
  const back = must(sendBack(waiting, byEva, 'ord', now));
  const steps: [PupilAct, PupilAct][] = [
    [waiting, must(countersign(waiting, byEva, now))],
    [waiting, back],
    [waiting, must(takeOver(waiting, byIda, now))],
    [back, must(resubmit(back, per.id, now))],
  ];
  for (const [before, after] of steps) expect(pupilActNext[before.state]).toContain(after.state);
  expect(pupilActNext.countersigned).toEqual([]);
});
