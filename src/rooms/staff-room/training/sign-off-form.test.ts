import { expect, test } from 'vitest';
import { signOffForm, signOffOf } from './sign-off-form.ts';

const typed = { level: '4', observed: 5, words: 'sett', from: '2026-11-23' };

test('an empty end and an empty device are not sent', () => {
  expect(signOffOf(signOffForm.parse({ ...typed, device: null, until: null }))).toEqual({ ...typed, level: 4 });
});

test('a sign-off on one device carries it', () => {
  expect(signOffOf(signOffForm.parse({ ...typed, device: 'spirometer', until: '2027-01-01' }))).toMatchObject({
    device: 'spirometer',
    until: '2027-01-01',
  });
});

test('a level is one of five', () => {
  expect(signOffForm.safeParse({ ...typed, level: '5' }).success).toBe(false);
});
