import { expect, test } from 'vitest';
import type { DutyId } from '#duties';
import type { PersonId } from '#kernel/ids';
import type { IsoDate } from '#kernel/time';
import { cellOf, type Matrix, stepFrom } from './matrix.ts';

const today = '2026-11-23' as IsoDate;
const [eva, lie] = ['eva', 'lie'] as PersonId[] as [PersonId, PersonId];
const ecg = 'treatment.ecg' as DutyId;
const matrix = (record?: object): Matrix =>
  ({
    people: [
      { id: eva, name: 'Eva Nes', roles: ['helsesekretaer'], isAtWork: true },
      { id: lie, name: 'Ingrid Lie', roles: ['doctor'], isAtWork: true },
    ],
    duties: [{ id: ecg, room: 'treatment', levelAlone: 4 }],
    records: record ? [{ id: 'r', person: eva, duty: ecg, level: 4, until: '2027-11-22', ...record }] : [],
    endingSoon: [],
  }) as unknown as Matrix;

test.each([
  ['is nothing without a record', undefined, 'none'],
  ['is alone at the duty’s own level', { level: 4 }, 'alone'],
  ['is learning below it', { level: 3 }, 'learning'],
  ['has run out after its last day', { until: '2026-11-22' }, 'expired'],
  ['holds on its last day', { until: '2026-11-23' }, 'alone'],
  ['of one device only is none of the duty as a whole', { device: 'ecg recorder' }, 'none'],
])('a cell %s', (_, record, state) => {
  expect(cellOf(matrix(record), eva, ecg, today).state).toBe(state);
});

test('what ends soon is told apart', () => {
  expect(cellOf({ ...matrix({}), endingSoon: ['r'] as never }, eva, ecg, today).state).toBe('ending soon');
});

test('a doctor needs no sign-off', () => {
  expect(cellOf(matrix(), lie, ecg, today).state).toBe('by profession');
});

test('the arrows walk from cell to cell and stop at the edge', () => {
  const size = { person: 2, duty: 3 };
  expect(stepFrom({ person: 0, duty: 0 }, 'ArrowRight', size)).toEqual({ person: 1, duty: 0 });
  expect(stepFrom({ person: 1, duty: 0 }, 'ArrowRight', size)).toEqual({ person: 1, duty: 0 });
  expect(stepFrom({ person: 1, duty: 2 }, 'ArrowDown', size)).toEqual({ person: 1, duty: 2 });
  expect(stepFrom({ person: 1, duty: 2 }, 'ArrowUp', size)).toEqual({ person: 1, duty: 1 });
  expect(stepFrom({ person: 1, duty: 2 }, 'x', size)).toEqual({ person: 1, duty: 2 });
});
