import { beforeAll, expect, test } from 'vitest';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { countersignNote, sendNoteBack, signNote, writeNote } from '../journal/journal.api.ts';
import { registerPatient } from '../patients/patient.api.ts';
import type { PatientId } from '../patients/patient.ts';
import { countersignQueue, myPupilActs } from './countersign.api.ts';

let clinic: TestHouse;
let patient: PatientId;
const note = { kind: 'contact', happenedAt: '2026-11-23T06:55:00.000Z', text: 'Puls 72.', codes: [] } as const;

beforeAll(async () => {
  clinic = await testHouse();
  const newcomer = { familyName: 'Olsen', givenName: 'Kjetil', birthDate: '1974-02-17', numberKind: 'none' } as const;
  patient = (await clinic.yes('kari', registerPatient, newcomer)).id;
});

const write = async () => (await clinic.yes('elev', writeNote, { ...note, codes: [], patient })).id;
const inQueue = async (entry: string) => {
  await clinic.house.settle();
  return (await clinic.yes('eva', countersignQueue, {})).find(({ act }) => act.subject.id === entry);
};

test('a pupil’s note in the record stands in the supervisor’s queue until the record has it', async () => {
  const entry = await write();
  expect(await inQueue(entry)).toMatchObject({
    pupilName: 'Jonas Dal',
    isMine: true,
    act: { subject: { kind: 'journal entry' }, duty: 'general.documentation-duty', patient },
  });
  await clinic.yes('eva', countersignNote, { entry });
  expect(await inQueue(entry)).toBeUndefined();
  expect((await clinic.yes('elev', myPupilActs, {})).find(({ act }) => act.subject.id === entry)?.act).toMatchObject({
    state: 'countersigned',
    countersignedBy: clinic.demo.as('eva').person,
  });
});

test('a note that was sent back is with the pupil, and waits again when it is signed anew', async () => {
  const entry = await write();
  await inQueue(entry);
  await clinic.yes('eva', sendNoteBack, { entry, comment: 'hvilken arm?' });
  expect((await inQueue(entry))?.act.state).toBe('sent back');
  await clinic.yes('elev', signNote, { entry });
  expect((await inQueue(entry))?.act).toMatchObject({ state: 'awaiting', version: 2 });
});

test('an authorised colleague’s note is nobody’s to countersign', async () => {
  const { id } = await clinic.yes('nora', writeNote, { ...note, codes: [], patient });
  expect(await inQueue(id)).toBeUndefined();
});
