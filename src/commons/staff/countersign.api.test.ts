import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Id, newId } from '#kernel/ids';
import { ok } from '#kernel/result';
import { command } from '#platform/server';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import {
  countersignAct,
  countersignQueue,
  myPupilActs,
  resubmitAct,
  sendBackAct,
  takeOverAct,
} from './countersign.api.ts';
import { isCountersigned, needsCountersign, openCountersign } from './door.server.ts';
import { registerAbsence } from './roster.api.ts';

let clinic: TestHouse;
const idOf = (name: string) => clinic.demo.as(name).person;
/** A room's command that writes something of a pupil's: a pulse. */
const pulse = command({
  name: 'pulseForTest',
  who: { duty: 'treatment.vital-signs' },
  takes: z.object({ note: z.string() }),
  async does(doing) {
    if (!needsCountersign(doing)) return ok({ act: null });
    const subject = { kind: 'pulse', id: doing.input.note as Id<string> };
    const opened = await openCountersign(doing, { duty: 'treatment.vital-signs', subject });
    return opened.ok ? ok({ act: opened.value }) : opened;
  },
});
const byPupil = async (note = newId()) => {
  const { act } = await clinic.yes('elev', pulse, { note });
  if (!act) throw new Error('a pupil’s act waits');
  return { act, subject: { kind: 'pulse', id: note } };
};
const reached = (subject: { kind: string; id: Id<string> }) =>
  clinic.house.database.read(clinic.demo.clinic, (db) => isCountersigned(db, subject));

beforeAll(async () => {
  clinic = await testHouse();
});

describe('what a pupil writes', () => {
  test('waits for the named supervisor, and is no part of the record', async () => {
    const { act, subject } = await byPupil();
    expect(await reached(subject)).toBe(false);
    const queue = await clinic.yes('eva', countersignQueue, {});
    expect(queue.find((line) => line.act.id === act)).toMatchObject({
      pupilName: 'Jonas Dal',
      supervisorName: 'Eva Nes',
      isMine: true,
    });
    expect((await clinic.yes('elev', myPupilActs, {}))[0]).toMatchObject({ act: { id: act, state: 'awaiting' } });
  });
  test('reaches it by the supervisor’s name and nobody else’s', async () => {
    const { act, subject } = await byPupil();
    expect(await clinic.answer('kari', countersignAct, { act })).toMatchObject({ why: 'not the named supervisor' });
    expect(await clinic.outcome('elev', countersignAct, { act })).toMatchObject({ kind: 'not allowed' });
    await clinic.yes('eva', countersignAct, { act });
    expect(await reached(subject)).toBe(true);
    expect(await clinic.answer('eva', countersignAct, { act })).toMatchObject({ why: 'countersigned already' });
  });
  test('tells the room that holds it', async () => {
    const heard: unknown[] = [];
    const stop = clinic.house.live.onEvent(({ name, facts }) => name === 'Countersigned' && heard.push(facts));
    const { act, subject } = await byPupil();
    await clinic.yes('eva', countersignAct, { act });
    await expect.poll(() => heard).toContainEqual({ act, kind: 'pulse', subject: subject.id, by: idOf('eva') });
    stop();
  });
  test('goes back with a word, is written anew, and is signed then', async () => {
    const { act, subject } = await byPupil();
    expect(await clinic.answer('eva', sendBackAct, { act, words: '' })).toMatchObject({ why: 'words missing' });
    await clinic.yes('eva', sendBackAct, { act, words: 'tell i et helt minutt' });
    expect(await clinic.answer('eva', countersignAct, { act })).toMatchObject({ why: 'with the pupil' });
    expect((await clinic.yes('elev', myPupilActs, {})).find((line) => line.act.id === act)?.act).toMatchObject({
      state: 'sent back',
      words: 'tell i et helt minutt',
    });
    await clinic.yes('elev', pulse, { note: subject.id });
    await clinic.yes('eva', countersignAct, { act });
    expect(await reached(subject)).toBe(true);
  });
  test('is written anew by the pupil only', async () => {
    const { act } = await byPupil();
    expect(await clinic.answer('elev', resubmitAct, { act })).toMatchObject({ why: 'not sent back' });
    await clinic.yes('eva', sendBackAct, { act, words: 'se på klokken' });
    expect(await clinic.answer('kari', resubmitAct, { act })).toMatchObject({ why: 'not yours' });
    await clinic.yes('elev', resubmitAct, { act });
  });
  test('is taken over by name when the supervisor is away', async () => {
    const { act } = await byPupil();
    await clinic.yes('eva', registerAbsence, { person: idOf('eva'), from: '2026-11-23', until: '2026-11-23' });
    expect(await clinic.answer('eva', countersignAct, { act })).toMatchObject({ why: 'not at work' });
    expect(await clinic.outcome('elev', pulse, { note: newId() })).toMatchObject({ why: 'supervisor may not' });
    await clinic.yes('kari', takeOverAct, { act });
    await clinic.yes('kari', countersignAct, { act });
  });
});

test('what an authorised colleague writes waits for nobody', async () => {
  expect(await clinic.yes('nora', pulse, { note: newId() })).toEqual({ act: null });
  expect(await reached({ kind: 'pulse', id: newId() })).toBe(true);
});

test('what is not there is told so', async () => {
  expect(await clinic.answer('kari', countersignAct, { act: newId() })).toMatchObject({ why: 'not found' });
});
