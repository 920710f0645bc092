import { expect, test } from 'vitest';
import type { IsoDate } from '#kernel/time';
import { appointmentTypes } from './appointment-type.table.ts';
import { appointmentTypesOn } from './appointment-type.ts';
import { adaptedTypes, withChange } from './type-adaptation.ts';

const types = appointmentTypesOn(appointmentTypes, '2026-11-23' as IsoDate);
const find = (code: string, of = types) => of.find((type) => type.code === code);

test('without a change the kinds are as they come', () => {
  expect(adaptedTypes(types, {})).toEqual(types);
});
test('a clinic gives a consultation fifteen minutes and leaves the rest', () => {
  const here = adaptedTypes(types, withChange({}, { code: 'consultation', minutes: 15 }));
  expect(find('consultation', here)).toEqual({ ...find('consultation'), minutes: 15 });
  expect(find('inr', here)).toEqual(find('inr'));
});
test('a kind that is not offered here is not in the list', () => {
  const here = adaptedTypes(types, withChange({}, { code: 'cryotherapy', isOff: true }));
  expect(find('cryotherapy', here)).toBeUndefined();
  expect(here).toHaveLength(types.length - 1);
});
test('preparation may be taken away, and a later change keeps the earlier one', () => {
  const first = withChange({}, { code: 'vaccine', preparation: null });
  const both = withChange(first, { code: 'vaccine', minutes: 15 });
  expect(find('vaccine', adaptedTypes(types, both))).toMatchObject({ preparation: null, minutes: 15 });
});
test('names and words are the clinic’s own', () => {
  const name = { nb: 'Legetime', en: 'Visit' };
  const here = adaptedTypes(types, withChange({}, { code: 'consultation', name, preparation: name }));
  expect(find('consultation', here)).toMatchObject({ name, preparation: name });
});
