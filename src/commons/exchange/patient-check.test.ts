import { expect, test } from 'vitest';
import { code } from './coded.ts';
import { judgePatient, type StatedPatient } from './patient-check.ts';

const lykke: StatedPatient = {
  number: '12835831289',
  numberType: code(8116, 'FNR', null),
  name: 'Fjellrev, Lykke',
  familyName: 'Fjellrev',
  givenName: 'Lykke',
};
const codes = (patient: StatedPatient, setting: 'must hold' | 'may be samples' = 'must hold') =>
  judgePatient(patient, setting).faults.map((one) => one.code);
const remarks = (patient: StatedPatient, setting: 'must hold' | 'may be samples' = 'may be samples') =>
  judgePatient(patient, setting).remarks.map(({ kind }) => kind);

test('a patient with number and name is told well enough', () => {
  expect(judgePatient(lykke, 'must hold')).toEqual({ faults: [], remarks: [] });
});

test('without number, without name, the sender is told so', () => {
  expect(codes({ ...lykke, number: null })).toEqual(['E30']);
  expect(codes({ ...lykke, name: null })).toEqual(['E32']);
  expect(codes({ ...lykke, number: null, name: null })).toEqual(['E30', 'E32']);
});

test('a number whose check digits do not hold is refused in production and remarked on in practice', () => {
  const wrong = { ...lykke, number: '12835831288' };
  expect(codes(wrong)).toEqual(['E31']);
  expect(codes(wrong, 'may be samples')).toEqual([]);
  expect(remarks(wrong)).toEqual(['patient number wrong']);
});

test('a number with a gap or letters does not hold', () => {
  expect(codes({ ...lykke, number: '128358 31289' })).toEqual(['E31']);
  expect(codes({ ...lykke, number: 'xxxxxxxxxxx' })).toEqual(['E31']);
});

test.each(['HNR', 'PNR', 'UID', 'SSN'])('a number of kind %s has no check digits to rely on', (kind) => {
  expect(codes({ ...lykke, number: '54321', numberType: code(8116, kind, null) })).toEqual([]);
});

test('a number of no stated kind is not judged', () => {
  expect(codes({ ...lykke, number: '54321', numberType: null })).toEqual([]);
});

test('a DUF-number is judged by its own rule', () => {
  expect(codes({ ...lykke, number: '123456789012', numberType: code(8116, 'DUF', null) })).toEqual(['E31']);
});

test('half a name is remarked on', () => {
  expect(remarks({ ...lykke, givenName: null })).toEqual(['given name missing']);
  expect(remarks({ ...lykke, familyName: null })).toEqual(['family name missing']);
});
