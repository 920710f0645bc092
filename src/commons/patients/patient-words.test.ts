import { expect, test } from 'vitest';
import type { IsoDate } from '#kernel/time';
import { ageWords, dayWords, numberWords, patientColour } from './patient-words.ts';

const day = (text: string): IsoDate => text as IsoDate;

test('a small child’s age is told in months, others in years, and an unknown age not at all', () => {
  expect(ageWords(day('2025-06-23'), day('2026-11-23'), 'nb')).toBe('17 mnd.');
  expect(ageWords(day('1943-04-12'), day('2026-11-23'), 'nb')).toBe('83 år');
  expect(ageWords(null, day('2026-11-23'), 'en')).toBe('');
});

test('a number is printed in two groups, and masked so that it no longer identifies', () => {
  expect(numberWords('12844310275', false)).toBe('128443\u00a010275');
  expect(numberWords('12844310275', true)).not.toContain('10275');
  expect(numberWords('201512345678', false)).toBe('201512345678');
});

test('a day is written as people read it, and a patient keeps the same colour', () => {
  expect(dayWords(day('2026-11-23'))).toBe('23.11.2026');
  expect(patientColour('a')).toBe(patientColour('a'));
  expect(patientColour('0190')).toMatch(/^var\(--patient-[1-8]\)$/);
});
