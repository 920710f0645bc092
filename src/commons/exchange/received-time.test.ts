import { expect, test } from 'vitest';
import { receivedTime } from './received-time.ts';

test.each([
  ['2026-07-01T12:30:15', '2026-07-01', '2026-07-01T10:30:15.000Z'],
  ['2026-01-01T12:30:15.250', '2026-01-01', '2026-01-01T11:30:15.250Z'],
  ['2026-01-01T12:30', '2026-01-01', '2026-01-01T11:30:00.000Z'],
  ['2026-01-01T12:30:00Z', '2026-01-01', '2026-01-01T12:30:00.000Z'],
  ['2026-01-01T12:30:00+03:00', '2026-01-01', '2026-01-01T09:30:00.000Z'],
  ['2026-01-01', '2026-01-01', null],
  [' 2026-01-01 ', '2026-01-01', null],
  ['2026', null, null],
  ['2026-13-01', null, null],
  ['2026-02-30T10:00:00', null, null],
  ['2026-01-01T25:00:00', '2026-01-01', null],
  ['2026-01-01T10:61:00', '2026-01-01', null],
  ['19xx-xx-xx', null, null],
  ['', null, null],
])('%s is the day %s and the moment %s, and is shown as it stands', (text, day, moment) => {
  expect(receivedTime(text)).toEqual({ text, day, moment });
});
