import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import type { IsoDate } from '#kernel/time';
import { adaptForm, sentOf, startOf } from './adapt-form.ts';

const today = '2026-11-23' as IsoDate;
const duty = 'treatment.ecg';

test('an untouched form decides nothing but that the duty is done here', () => {
  const form = adaptForm.parse(startOf(null, today));
  expect(sentOf(duty, form)).toEqual({ duty, on: true, from: today });
});

test('what stands today is what the form begins with, and comes out the same', () => {
  const local = {
    on: false,
    text: 'Henvises',
    levelAlone: 3,
    owner: 'eva' as PersonId,
    who: { helsesekretaer: null, nurse: 'supervised' },
  } as const;
  const form = adaptForm.parse(startOf(local, today));
  expect(form.who).toMatchObject({ helsesekretaer: 'none', nurse: 'supervised', doctor: 'standard' });
  expect(sentOf(duty, form)).toEqual({
    duty,
    on: false,
    from: today,
    text: 'Henvises',
    levelAlone: 3,
    owner: 'eva',
    who: { helsesekretaer: null, nurse: 'supervised' },
  });
});

test('a day that is no day is said at its field', () => {
  expect(adaptForm.safeParse({ ...startOf(null, today), from: '2026-13-01' }).success).toBe(false);
});
