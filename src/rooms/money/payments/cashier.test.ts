import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { cashierOf } from './cashier.ts';

const [kari, elev] = ['kari' as PersonId, 'elev' as PersonId];
test('a pupil stands with the supervisor beside', () => {
  expect(cashierOf({ person: elev, roles: ['pupil'] }, kari)).toEqual({ person: elev, isPupil: true, beside: kari });
  expect(cashierOf({ person: elev, roles: ['pupil'] }, undefined)).toMatchObject({ isPupil: true, beside: null });
});
test('staff stand alone', () => {
  expect(cashierOf({ person: kari, roles: ['helsesekretaer'] }, undefined)).toMatchObject({ isPupil: false });
});
