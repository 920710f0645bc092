import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import type { IsoDate } from '#kernel/time';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { findPatients, registerPatient } from '../patients/patient.api.ts';
import {
  addPerson,
  employPerson,
  endAbsence,
  endEmployment,
  grantAccess,
  recordAuthorisation,
  registerAbsence,
  roster,
  signSecrecy,
  withdrawAccess,
} from './roster.api.ts';

let clinic: TestHouse;
const day = (text: string) => text as IsoDate;
const idOf = (name: string) => clinic.demo.as(name).person;
const line = async (person: PersonId) => (await clinic.yes('kari', roster, {})).find(({ id }) => id === person);
const newPatient = { familyName: 'Prøve', givenName: 'Per', birthDate: '1990-01-01', numberKind: 'none' } as const;
/** A new colleague at the keyboard: she has no session of the demo. */
const asPerson = (person: PersonId) => ({ ...clinic.demo.as('kari'), person, roles: [] });

beforeAll(async () => {
  clinic = await testHouse();
});

describe('a new colleague', () => {
  const may = {
    givenName: 'May',
    familyName: 'Olsen',
    hprNumber: '9400 001',
    authorisation: { role: 'helsesekretaer', from: '2020-01-01' },
    employment: { kind: 'locum', from: '2026-11-23', until: '2026-12-31' },
    role: 'helsesekretaer',
  } as const;
  let id: PersonId;

  test('is hired by the head with authorisation, employment and access in one go', async () => {
    id = (await clinic.yes('lie', addPerson, may)).id;
    expect(await line(id)).toMatchObject({
      hpr: '9400001',
      roles: ['helsesekretaer'],
      worksAs: [],
      employment: { kind: 'locum', until: '2026-12-31' },
      notIn: { why: 'secrecy not signed' },
    });
  });
  test('may nothing before she has signed for secrecy', async () => {
    expect(await clinic.outcome(asPerson(id), registerPatient, newPatient)).toMatchObject({
      why: 'secrecy not signed',
    });
    expect(await clinic.outcome(asPerson(id), findPatients, { text: 'pr' })).toMatchObject({
      why: 'secrecy not signed',
    });
  });
  test('signs, and the desk opens at once', async () => {
    await clinic.yes(asPerson(id), signSecrecy, {});
    expect(await clinic.answer(asPerson(id), signSecrecy, {})).toMatchObject({ why: 'signed already' });
    await clinic.yes(asPerson(id), registerPatient, newPatient);
    expect((await line(id))?.worksAs).toEqual(['helsesekretaer']);
  });
  test('is let out by the calendar on the day after the last', async () => {
    clinic.clock.set('2026-12-31T10:00:00.000Z');
    await clinic.yes(asPerson(id), registerPatient, newPatient);
    clinic.clock.set('2027-01-01T08:00:00.000Z');
    expect(await clinic.outcome(asPerson(id), registerPatient, newPatient)).toMatchObject({
      kind: 'not allowed',
      why: 'not employed',
    });
    clinic.clock.set('2026-11-23T07:00:00.000Z');
  });
  test('has an HPR number that nobody else in the clinic has', async () => {
    expect(
      await clinic.answer('lie', addPerson, { givenName: 'A', familyName: 'B', hprNumber: '9400001' }),
    ).toMatchObject({
      why: 'HPR number is another’s',
    });
    expect(await clinic.answer('lie', addPerson, { givenName: 'A', familyName: 'B', hprNumber: 'abc' })).toMatchObject({
      why: 'not an HPR number',
    });
  });
  test('is written down by IT, but let in only by the head or a doctor', async () => {
    expect(await clinic.answer('drift', addPerson, { ...may, hprNumber: '9400002' })).toMatchObject({
      why: 'not yours to decide',
    });
    const { id: vik } = await clinic.yes('drift', addPerson, { givenName: 'Ola', familyName: 'Vik' });
    expect((await line(vik))?.notIn).toMatchObject({ why: 'not employed' });
    const employment = { kind: 'employed', from: '2026-11-23' } as const;
    expect(await clinic.outcome('drift', employPerson, { person: vik, employment })).toMatchObject({
      why: 'not for this role',
    });
    await clinic.yes('berge', employPerson, { person: vik, employment });
    expect(
      await clinic.answer('lie', grantAccess, { person: vik, access: { role: 'nurse', from: day('2026-11-23') } }),
    ).toMatchObject({ why: 'authorisation missing' });
    await clinic.yes('lie', grantAccess, { person: vik, access: { role: 'it', from: day('2026-11-23') } });
    expect((await line(vik))?.roles).toEqual(['it']);
  });
  test('who is a pupil has school, supervisor and a last day', async () => {
    const placement = { kind: 'placement', from: '2026-11-23', until: '2026-12-18' } as const;
    const pupil = { givenName: 'Ea', familyName: 'Lund', role: 'pupil' } as const;
    expect(await clinic.answer('lie', addPerson, { ...pupil, employment: placement })).toMatchObject({
      why: 'placement needs a school and a supervisor',
    });
    expect(
      await clinic.answer('lie', addPerson, { ...pupil, employment: { kind: 'placement', from: '2026-11-23' } }),
    ).toMatchObject({ why: 'placement needs an end' });
    const named = { ...placement, school: 'Fjordvik vgs.', supervisor: idOf('eva') };
    const { id: ea } = await clinic.yes('lie', addPerson, { ...pupil, employment: named });
    expect((await line(ea))?.roles).toEqual(['pupil']);
    expect(await clinic.answer('lie', addPerson, { ...pupil, role: 'pupil' })).toMatchObject({
      why: 'employment missing',
    });
  });
});

describe('leaving', () => {
  test('ends every access with the employment, in the same command', async () => {
    const nora = idOf('nora');
    await clinic.yes('lie', endEmployment, { person: nora, lastDay: '2026-11-30' });
    expect((await line(nora))?.accesses).toMatchObject([{ until: '2026-11-30' }]);
    clinic.clock.set('2026-12-01T07:00:00.000Z');
    expect(await clinic.outcome('nora', registerPatient, newPatient)).toMatchObject({ why: 'not employed' });
    clinic.clock.set('2026-11-23T07:00:00.000Z');
    expect(await clinic.answer('lie', endEmployment, { person: nora, lastDay: '2027-01-31' })).toMatchObject({
      why: 'not employed then',
    });
  });
  test('an access that is withdrawn ends at once, also for what is looked at', async () => {
    const moen = idOf('moen');
    await clinic.yes('moen', findPatients, { text: 'pr' });
    await clinic.yes('lie', withdrawAccess, { person: moen, role: 'doctor' });
    expect(await clinic.outcome('moen', registerPatient, newPatient)).toMatchObject({ why: 'access ended' });
    await expect
      .poll(async () => (await clinic.outcome('moen', findPatients, { text: 'pr' })).kind)
      .toBe('not allowed');
    expect(await clinic.answer('lie', withdrawAccess, { person: moen, role: 'doctor' })).toMatchObject({
      why: 'no such access',
    });
  });
  test('is not decided by a colleague', async () => {
    expect(await clinic.outcome('kari', endEmployment, { person: idOf('eva'), lastDay: '2026-11-30' })).toMatchObject({
      kind: 'not allowed',
    });
  });
});

describe('authorisation and absence', () => {
  test('an authorisation that is looked up again has the new day', async () => {
    const kari = idOf('kari');
    const from = (await line(kari))?.authorisations[0]?.from ?? '';
    await clinic.yes('drift', recordAuthorisation, { person: kari, authorisation: { role: 'helsesekretaer', from } });
    expect((await line(kari))?.authorisations).toMatchObject([{ from, checkedOn: '2026-11-23' }]);
    expect(
      await clinic.answer('drift', recordAuthorisation, {
        person: kari,
        authorisation: { role: 'nurse', from: '2026-01-01', until: '2025-01-01' },
      }),
    ).toMatchObject({ why: 'ends before it begins' });
  });
  test('an authorisation that has ended stops the work and says so', async () => {
    const { id } = await clinic.yes('lie', addPerson, {
      givenName: 'Ulf',
      familyName: 'Lid',
      hprNumber: '9400009',
      authorisation: { role: 'nurse', from: '2020-01-01', until: '2026-11-25' },
      employment: { kind: 'employed', from: '2026-11-23' },
      role: 'nurse',
    });
    await clinic.yes(asPerson(id), signSecrecy, {});
    clinic.clock.set('2026-11-26T08:00:00.000Z');
    expect((await line(id))?.unauthorised).toMatchObject([{ role: 'nurse', why: 'authorisation expired' }]);
    expect(await clinic.outcome(asPerson(id), registerPatient, newPatient)).toMatchObject({
      why: 'authorisation expired',
    });
    clinic.clock.set('2026-11-23T07:00:00.000Z');
  });
  test('the desk notes who has called in, and who is back', async () => {
    const person = idOf('berge');
    await clinic.yes('kari', registerAbsence, { person, from: '2026-11-23', deputy: idOf('lie') });
    expect((await line(person))?.absence).toEqual({ from: '2026-11-23', deputy: idOf('lie') });
    expect(await clinic.answer('elev', registerAbsence, { person, from: '2026-11-23' })).toMatchObject({
      why: 'not yours to decide',
    });
    await clinic.yes('berge', endAbsence, { person, backOn: '2026-11-25' });
    expect((await line(person))?.absences).toEqual([{ from: '2026-11-23', until: '2026-11-24', deputy: idOf('lie') }]);
  });
});

test('two who decide over the same person at once do so one after the other', async () => {
  const person = idOf('elev');
  const notes = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map((from) =>
    clinic.yes('kari', registerAbsence, { person, from, until: from }),
  );
  await Promise.all(notes);
  expect((await line(person))?.absences).toHaveLength(4);
});
