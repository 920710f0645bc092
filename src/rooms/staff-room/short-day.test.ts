import { expect, test } from 'vitest';
import { shortDay } from './short-day.ts';

test('a day in a column is day, month and year', () => {
  expect(shortDay('2026-11-23')).toBe('23.11.2026');
});
