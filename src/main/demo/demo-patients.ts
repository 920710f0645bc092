/** The patients of the demo clinic: fictional, with synthetic numbers (month + 80) made by the check-digit rule. */

import type { Sex } from '#kernel/sex';
import type { IsoDate } from '#kernel/time';

type Person = readonly [familyName: string, givenName: string, birthDate: string, sex: Sex, more?: object];

const people: readonly Person[] = [
  ['Berg', 'Astrid', '1955-03-12', 'female'],
  ['Nguyen', 'Minh', '1988-06-30', 'male', { language: 'vietnamesisk', needsInterpreter: true }],
  [
    'Hansen',
    'Odd',
    '1943-04-12',
    'male',
    { cave: [{ substance: 'penicillin', reaction: 'utslett', severity: 'serious' }], frikortUntil: '2026-12-31' },
  ],
  ['Ali', 'Fadumo', '1997-08-08', 'female'],
  ['Olsen', 'Kjetil', '1974-02-17', 'male'],
  ['Johansen', 'Liv', '1960-05-01', 'female'],
  ['Solberg', 'Tuva', '2019-05-05', 'female'],
  ['Solberg', 'Tuva Marie', '2017-09-14', 'female'],
  ['Lund', 'Per Arne', '1981-01-22', 'male'],
  ['Kristiansen', 'Ida', '2002-10-10', 'female'],
  ['Amundsen', 'Rolf', '1948-07-19', 'male'],
  ['Åsheim', 'Marit', '1984-12-02', 'female', { addressBlock: 6 }],
  ['Haugen', 'Berit', '1967-11-11', 'female'],
  ['Pedersen', 'Jonas', '2009-03-03', 'male'],
  ['Dahl', 'Synnøve', '1992-04-25', 'female'],
  ['Strand', 'Magnus', '1965-08-30', 'male'],
  ['Bakke', 'Gerd', '1938-02-09', 'female'],
  ['Bjørnsen', 'Kåre', '1951-06-06', 'male'],
  ['Christensen', 'Cathrine', '1979-09-21', 'female'],
  ['Moe', 'Anders', '1995-01-15', 'male'],
];

const remainder = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11;

/** A number that no one has: Skatteetaten's test series, month + 80; the serial goes on until both check digits exist. */
export function syntheticNumber(birthDate: string, serialFrom: number): string {
  const date = `${birthDate.slice(8)}${Number(birthDate.slice(5, 7)) + 80}${birthDate.slice(2, 4)}`;
  for (let serial = serialFrom; ; serial++) {
    const nine = `${date}${String(serial % 1000).padStart(3, '0')}`;
    const first = (11 - remainder(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2])) % 11;
    const second = (11 - remainder(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) % 11;
    if (first < 10 && second < 10) return `${nine}${first}${second}`;
  }
}

export const demoPatients = people.map(([familyName, givenName, birthDate, sex, more], place) => ({
  familyName,
  givenName,
  birthDate: birthDate as IsoDate,
  sex,
  number: syntheticNumber(birthDate, birthDate >= '2000' ? 500 + place : 100 + place),
  phone: `9${String(12_345_60 + place * 7).padStart(7, '0')}`,
  address: `Fjordveien ${place + 1}`,
  postcode: '9999',
  place: 'Fjordvik',
  ...more,
}));
