import { beforeAll, describe, expect, test } from 'vitest';
import { syntheticNumber } from '../../main/demo/demo-patients.ts';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { confirmContact, findPatients, registerPatient, seePatient } from './patient.api.ts';
import type { PatientId } from './patient.ts';

let clinic: TestHouse;
let odd: PatientId;
const number = syntheticNumber('1943-04-12', 120);

beforeAll(async () => {
  clinic = await testHouse();
  const registered = await clinic.yes('kari', registerPatient, {
    familyName: 'Hansen',
    givenName: 'Odd',
    number,
    phone: '912 34 567',
    sex: 'male',
  });
  odd = registered.id;
  await clinic.yes('kari', registerPatient, {
    familyName: 'Bjørnsen',
    givenName: 'Christian',
    birthDate: '1951-06-06',
    numberKind: 'none',
  });
});

describe('registering a patient', () => {
  test('the birth date is read from the number when it is not typed', async () => {
    const { patient } = await clinic.yes('kari', seePatient, { patient: odd });
    expect(patient).toMatchObject({
      birthDate: '1943-04-12',
      phone: '+4791234567',
      state: 'active',
      numberKind: 'fnr',
    });
  });
  test('the same number is not registered twice', async () => {
    const again = await clinic.answer('kari', registerPatient, { familyName: 'Hansen', givenName: 'Odd', number });
    expect(again).toEqual({ ok: false, why: 'already registered' });
  });
  test('a wrong digit is refused and nothing is repaired', async () => {
    const wrong = `${number.slice(0, 10)}${(Number(number[10]) + 1) % 10}`;
    expect(
      await clinic.answer('kari', registerPatient, { familyName: 'A', givenName: 'B', number: wrong }),
    ).toMatchObject({ why: 'number is wrong' });
  });
  test('a field that does not fit is answered with its path, and nothing is stored', async () => {
    const said = await clinic.outcome('kari', registerPatient, { familyName: '', givenName: 'B' });
    expect(said).toMatchObject({ kind: 'bad input', issues: [{ path: ['familyName'] }] });
  });
});

describe('finding a patient', () => {
  const find = async (text: string) =>
    (await clinic.yes('kari', findPatients, { text })).map(({ familyName }) => familyName);
  test.each([
    ['whole number', number],
    ['beginning of the number', number.slice(0, 5)],
    ['phone', '912 34'],
    ['phone with country code', '+47 912'],
    ['birth date', '12.04.1943'],
    ['birth date without signs', '120443'],
    ['family name', 'hans'],
    ['name in any order', 'odd han'],
    ['name and year', 'hansen 1943'],
  ])('by %s', async (_, text) => {
    expect(await find(text)).toEqual(['Hansen']);
  });
  test('by another spelling of the same name', async () => {
    expect(await find('kristian bjoern')).toEqual(['Bjørnsen']);
    expect(await find('bjornsenn')).toEqual(['Bjørnsen']);
  });
  test('a misspelling finds the likeliest', async () => {
    expect(await find('hasnen')).toEqual(['Hansen']);
  });
  test('nobody is found by what fits nobody', async () => {
    expect(await find('zzyzx')).toEqual([]);
    expect(await find('%')).toEqual([]);
  });
});

describe('the access log', () => {
  test('tells who has seen the patient, and who has been shown the line', async () => {
    await clinic.yes('eva', seePatient, { patient: odd });
    await clinic.yes('eva', findPatients, { text: 'hansen' });
    await clinic.house.settle();
    const seen = await clinic.rows(
      'select call, kind, person from access_line where patient = $1 or $1 = any(seen) order by number desc limit 2',
      [odd],
    );
    expect(seen.map(({ call }) => call)).toEqual(['findPatients', 'seePatient']);
    expect(seen.every(({ person }) => person === clinic.demo.as('eva').person)).toBe(true);
  });
});

test('confirming contact tells the other desks', async () => {
  const heard: string[] = [];
  const stop = clinic.house.live.onEvent(({ name }) => heard.push(name));
  await clinic.yes('kari', confirmContact, { patient: odd, phone: '913 34 567', address: 'Fjordveien 2' });
  await expect.poll(() => heard).toContain('PatientChanged');
  stop();
});

test('the same command sent twice is done once and answered twice', async () => {
  const command = crypto.randomUUID();
  const input = { familyName: 'Dobbel', givenName: 'Trykk', birthDate: '1990-01-01', numberKind: 'none' };
  const first = await clinic.outcome('kari', registerPatient, input, command);
  const second = await clinic.outcome('kari', registerPatient, input, command);
  expect(second).toEqual(first);
  expect(await clinic.rows("select 1 from patient where family_name = 'Dobbel'")).toHaveLength(1);
});
