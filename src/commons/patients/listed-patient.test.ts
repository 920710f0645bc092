import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#kernel/time';
import { syntheticNumber } from '../../main/demo/demo-patients.ts';
import { readListed } from './listed-patient.ts';
import type { ListedPatient } from './patient-list.message.ts';

const day = (text: string) => ({ text, day: text as IsoDate, moment: null });
const coded = (code: string, text: string | null = null) => ({ system: null, code, text, otherText: null });
const number = syntheticNumber('1943-04-12', 120);
const odd: ListedPatient = {
  person: {
    familyName: 'Hansen',
    middleName: 'Berg',
    givenName: 'Odd',
    born: null,
    sex: coded('1', 'Mann'),
    nationality: null,
    identifiers: [],
    address: null,
    reachedAt: [],
  },
  number,
  numberType: coded('FNR'),
  name: 'Hansen, Odd Berg',
  from: day('2019-06-01'),
  until: null,
  change: null,
  reasonForLeaving: null,
  navOffice: '9999',
  mainPersonNumber: null,
};
const at = { place: 7, line: 412 };
const today = '2026-11-23' as IsoDate;
const read = (listed: ListedPatient) => readListed(listed, at, 'practice', today);
const why = (listed: ListedPatient) => {
  const said = read(listed);
  return said.ok ? 'read' : said.why;
};
const as = (person: Partial<ListedPatient['person']>): ListedPatient => ({
  ...odd,
  person: { ...odd.person, ...person },
});

describe('a line that can be read', () => {
  test('becomes a registration, with the middle name among the given ones and the birth date of the number', () => {
    const said = read(odd);
    expect(said).toMatchObject({
      ok: true,
      value: {
        ...at,
        from: '2019-06-01',
        until: null,
        navOffice: '9999',
        registration: {
          familyName: 'Hansen',
          givenName: 'Odd Berg',
          number,
          numberKind: 'fnr',
          birthDate: '1943-04-12',
          sex: 'male',
          phone: null,
          address: null,
        },
      },
    });
  });
  test('takes address and the first telephone number that is one', () => {
    const address = {
      kind: null,
      street: 'Myrvegen 4',
      postbox: null,
      postalCode: '2999',
      city: 'Fjordby',
      county: null,
      country: null,
      cityDistrict: null,
      reachedAt: ['tel:40000002'],
    };
    const said = read(as({ address, reachedAt: ['mailto:odd@example.org', 'tel:12'] }));
    expect(said).toMatchObject({
      ok: true,
      value: {
        registration: { address: 'Myrvegen 4', postcode: '2999', place: 'Fjordby', phone: '+4740000002' },
      },
    });
  });
  test('keeps codes of change and leaving with their words, as they came', () => {
    const said = read({ ...odd, change: coded('N', 'Ny på listen'), reasonForLeaving: coded('FL') });
    expect(said).toMatchObject({ ok: true, value: { change: 'N Ny på listen', reasonForLeaving: 'FL' } });
  });
  test('knows the kind of the number where the message does not state it', () => {
    const said = read({ ...odd, numberType: null });
    expect(said).toMatchObject({ ok: true, value: { registration: { numberKind: 'fnr' } } });
  });
  test('is read without sex, and no sex is read out of the number', () => {
    expect(read(as({ sex: null }))).toMatchObject({ ok: true, value: { registration: { sex: 'unknown' } } });
    expect(read(as({ sex: coded('9') }))).toMatchObject({ ok: true, value: { registration: { sex: 'unknown' } } });
  });
});

describe('a line that cannot be read says why', () => {
  const wrong = `${number.slice(0, 10)}${(Number(number[10]) + 1) % 10}`;
  test.each<[string, ListedPatient, string]>([
    ['no number', { ...odd, number: null }, 'number missing'],
    ['a wrong digit', { ...odd, number: wrong }, 'number is wrong'],
    ['another kind of number than stated', { ...odd, numberType: coded('DNR') }, 'number is of another kind'],
    ['no family name', as({ familyName: null }), 'name missing'],
    ['no given name', as({ givenName: null, middleName: null }), 'name missing'],
    ['no first day', { ...odd, from: null }, 'first day missing'],
    ['a first day that is none', { ...odd, from: { text: 'i fjor', day: null, moment: null } }, 'first day missing'],
    ['a last day before the first', { ...odd, until: day('2019-05-31') }, 'last day wrong'],
    ['a birth date that is not the number’s', as({ born: day('1944-04-12') }), 'birth date does not fit the number'],
  ])('%s', (_, listed, reason) => {
    expect(why(listed)).toBe(reason);
  });
  test('a test number in a clinic with real patients', () => {
    expect(readListed(odd, at, 'production', today)).toMatchObject({ why: 'synthetic number' });
  });
});
