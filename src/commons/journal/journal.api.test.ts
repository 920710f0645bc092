import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { registerPatient } from '../patients/patient.api.ts';
import type { PatientId } from '../patients/patient.ts';
import { addNote, recordCareAct } from './door.server.ts';
import {
  correctNote,
  countersignNote,
  discardNote,
  doneNotDocumented,
  findDiagnosis,
  journalOfPatient,
  moveNote,
  reviseNote,
  sendNoteBack,
  signNote,
  unsignedNotes,
  writeNote,
} from './journal.api.ts';

let clinic: TestHouse;
let patient: PatientId;
const note = {
  kind: 'contact' as const,
  happenedAt: '2026-11-23T06:55:00.000Z',
  text: 'Ringer om hoste i to uker. Rådet til time.',
  codes: [],
};

beforeAll(async () => {
  clinic = await testHouse();
});
const newPatient = async (familyName: string) =>
  (
    await clinic.yes('kari', registerPatient, {
      familyName,
      givenName: 'Test',
      birthDate: '1974-02-17',
      numberKind: 'none',
    })
  ).id;
beforeEach(async () => {
  patient = await newPatient('Olsen');
});
const write = async (who = 'kari', more: object = {}) => clinic.yes(who, writeNote, { ...note, ...more, patient });
const journal = () => clinic.yes('berge', journalOfPatient, { patient });

describe('an entry', () => {
  test('is signed by its author and stands in the record at once', async () => {
    const { id, state } = await write();
    expect(state).toBe('signed');
    const [line] = (await journal()).lines;
    expect(line?.entry).toMatchObject({
      id,
      text: note.text,
      signedBy: clinic.demo.as('kari').person,
      hands: { author: clinic.demo.as('kari').person },
    });
  });
  test('that is a draft is its author’s own until it is signed, and nobody else signs it', async () => {
    const { id } = await write('kari', { signs: false });
    expect((await journal()).lines).toEqual([]);
    expect(await clinic.answer('eva', signNote, { entry: id })).toMatchObject({ why: 'not the author' });
    await clinic.yes('kari', reviseNote, { entry: id, text: 'Rettet utkast', codes: [] });
    expect((await clinic.yes('kari', unsignedNotes, {})).map(({ entry }) => entry.id)).toEqual([id]);
    await clinic.yes('kari', signNote, { entry: id });
    expect(await clinic.answer('kari', reviseNote, { entry: id, text: 'Omskrevet', codes: [] })).toMatchObject({
      why: 'not a draft',
    });
  });
  test('with nothing in it is refused and leaves nothing behind', async () => {
    expect(await clinic.answer('kari', writeNote, { ...note, text: '  ', patient })).toMatchObject({
      why: 'nothing written',
    });
    expect(await clinic.rows('select 1 from journal_entry where patient = $1', [patient])).toEqual([]);
  });
  test('that is signed cannot be edited or deleted, not even past the product', async () => {
    const { id } = await write();
    await expect(clinic.rows(`update journal_entry set entry = '{}' where id = $1`, [id])).rejects.toThrow(
      'never edited',
    );
    await expect(clinic.rows('delete from journal_entry where id = $1', [id])).rejects.toThrow('never deleted');
  });
  test('that never should have been is put away with a reason, and kept', async () => {
    const { id } = await write('kari', { signs: false });
    await clinic.yes('kari', discardNote, { entry: id, reason: 'feil knapp' });
    expect((await journal()).lines).toEqual([]);
    expect(await clinic.rows('select state from journal_entry where id = $1', [id])).toEqual([{ state: 'discarded' }]);
  });
});

test('a correction is a new dated entry; the old one stays readable and is struck', async () => {
  const { id } = await write();
  await clinic.yes('kari', correctNote, { entry: id, text: 'Ringer om hoste i tre uker.', how: 'replaces' });
  const [line] = (await journal()).lines;
  expect(line).toMatchObject({ isStruck: true, entry: { text: note.text } });
  expect(line?.corrections.map(({ text }) => text)).toEqual(['Ringer om hoste i tre uker.']);
});

test('an entry on the wrong patient is moved, and only a receipt without content is left', async () => {
  const right = await newPatient('Riktig');
  const { id } = await write();
  expect(await clinic.outcome('kari', moveNote, { entry: id, to: right, reason: 'feil pasient åpen' })).toMatchObject({
    kind: 'not allowed',
  });
  await clinic.yes('berge', moveNote, { entry: id, to: right, reason: 'feil pasient åpen' });
  const left = await journal();
  expect(left.lines).toEqual([]);
  expect(JSON.stringify(left.receipts)).not.toContain('hoste');
  const [arrived] = (await clinic.yes('berge', journalOfPatient, { patient: right })).lines;
  expect(arrived?.entry).toMatchObject({ text: note.text, movedFrom: { entry: id } });
});

describe('a pupil’s entry', () => {
  const asPupil = async () => {
    const pupil = clinic.demo.as('elev');
    const eva = clinic.demo.as('eva').person;
    return clinic.house.database.write(pupil.clinic, (db) =>
      addNote(
        { db, me: pupil, now: clinic.clock(), tell: () => {}, ground: 'supervised', supervisor: eva },
        { patient, kind: 'measurement', text: 'BT 132/84', performer: pupil.person },
      ),
    );
  };
  test('waits for the named supervisor and is not in the record before', async () => {
    const written = await asPupil();
    if (!written.ok) throw new Error(written.why);
    expect((await journal()).lines).toEqual([]);
    expect(await clinic.answer('kari', countersignNote, { entry: written.value })).toMatchObject({
      why: 'not the supervisor',
    });
    await clinic.yes('eva', countersignNote, { entry: written.value });
    expect((await journal()).lines[0]?.entry).toMatchObject({
      signedBy: clinic.demo.as('elev').person,
      countersigned: { by: clinic.demo.as('eva').person },
    });
  });
  test('is sent back with what must be changed', async () => {
    const written = await asPupil();
    if (!written.ok) throw new Error(written.why);
    await clinic.yes('eva', sendNoteBack, { entry: written.value, comment: 'Skriv hvilken arm.' });
    expect((await clinic.yes('elev', unsignedNotes, {})).map(({ entry }) => entry.id)).toContain(written.value);
  });
});

test('what was done and does not stand in the record is listed until a note documents it', async () => {
  const eva = clinic.demo.as('eva');
  const subject = { thing: 'measurement', id: 'bt-1' };
  await clinic.house.database.write(eva.clinic, (db) =>
    recordCareAct(
      { db },
      { subject, patient, doneAt: clinic.clock(), performer: eva.person, basis: 'own initiative' },
      null,
    ),
  );
  const mine = async () =>
    (await clinic.yes('eva', doneNotDocumented, {})).filter(({ act }) => act.patient === patient);
  expect(await mine()).toMatchObject([{ stands: 'not begun', waitsFor: eva.person }]);
  await clinic.house.database.write(eva.clinic, (db) =>
    addNote(
      { db, me: eva, now: clinic.clock(), tell: () => {}, ground: 'role', supervisor: undefined },
      { patient, kind: 'measurement', text: 'BT 128/80', documents: [subject] },
    ),
  );
  expect(await mine()).toEqual([]);
});

test('a note written afterwards documents what was done, for that patient only', async () => {
  const eva = clinic.demo.as('eva');
  const subject = { thing: 'measurement', id: `bt-${patient}` };
  await clinic.house.database.write(eva.clinic, (db) =>
    recordCareAct(
      { db },
      { subject, patient, doneAt: clinic.clock(), performer: eva.person, basis: 'own initiative' },
      null,
    ),
  );
  const other = await newPatient('Annen');
  expect(await clinic.answer('eva', writeNote, { ...note, patient: other, documents: [subject] })).toMatchObject({
    why: 'not found',
  });
  await write('eva', { kind: 'measurement', text: 'BT 128/80', documents: [subject] });
  const open = await clinic.yes('eva', doneNotDocumented, {});
  expect(open.filter(({ act }) => act.patient === patient)).toEqual([]);
  expect((await journal()).lines[0]?.entry.hands.performer).toBe(eva.person);
});

test('a diagnosis is found by code and by everyday word', async () => {
  expect((await clinic.yes('kari', findDiagnosis, { text: 'R05' }))[0]).toMatchObject({ code: 'R05' });
});
