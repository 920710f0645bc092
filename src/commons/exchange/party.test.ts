import { expect, test } from 'vitest';
import { blankCode, code } from './coded.ts';
import { identifiersOf, isAddressedTo, nameOf, numbersOf, type Party, type Unit } from './party.ts';

const her = (id: string) => ({ id, type: code(9051, 'HER', 'HER-id') });
const unit = (name: string | null, ...ids: readonly string[]): Unit => {
  const [identifier = null, ...otherIdentifiers] = ids.map(her);
  return { kind: null, name, identifier, otherIdentifiers };
};
const clinic: Party = {
  is: 'organisation',
  ...unit('Lysning legesenter', '8990200'),
  departments: [unit('Laboratoriet', '8990202')],
  persons: [{ ...unit('Åse Myrdun', '8990201'), otherIdentifiers: [{ id: '9990011', type: code(8116, 'HPR', null) }] }],
  speciality: null,
  address: null,
};

test('all numbers of a kind are found, the party’s own first', () => {
  expect(numbersOf(clinic, 'HER')).toEqual(['8990200', '8990202', '8990201']);
  expect(numbersOf(clinic, 'HPR')).toEqual(['9990011']);
  expect(numbersOf(clinic, 'ENH')).toEqual([]);
});

test('the kind of a number is told without regard to case, and a number without kind is none', () => {
  const odd = {
    ...clinic,
    identifier: { id: '1', type: { ...blankCode, code: 'her' } },
    otherIdentifiers: [{ id: '2', type: null }],
  };
  expect(numbersOf(odd, 'HER')[0]).toBe('1');
});

test('a letter is ours when any of its numbers is ours', () => {
  expect(isAddressedTo(clinic, ['8990201'])).toBe(true);
  expect(isAddressedTo(clinic, ['8990300'])).toBe(false);
  expect(isAddressedTo({ ...clinic, ...unit('x'), departments: [], persons: [] }, ['8990200'])).toBe(false);
});

test('the name to show is the organisation’s, else the first that has one', () => {
  expect(nameOf(clinic)).toBe('Lysning legesenter');
  expect(nameOf({ ...clinic, name: null })).toBe('Laboratoriet');
  expect(nameOf({ ...clinic, name: null, departments: [], persons: [] })).toBe('');
});

test('the first identifier comes first', () => {
  expect(identifiersOf(unit('x', '1', '2')).map(({ id }) => id)).toEqual(['1', '2']);
  expect(identifiersOf(unit('x'))).toEqual([]);
});
