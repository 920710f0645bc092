import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { addMinutes, type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { dependencies } from './dependency.table.ts';
import { readinessTexts } from './readiness.texts.ts';
import {
  type Check,
  check,
  type Dependency,
  type DependencyCode,
  dependencyCodes,
  downtimes,
  type Health,
  nextCheckAt,
  readinessBoard,
  readinessFigure,
} from './readiness.ts';

const at = (time: string, day = '2026-05-04'): Moment => momentAt(day as IsoDate, time as TimeOfDay);
const kari = 'person-kari' as PersonId;
const all = validOn(dependencies, '2026-05-04' as IsoDate)?.value ?? [];
const only = (...codes: DependencyCode[]): Dependency[] => all.filter((one) => codes.includes(one.code));
const seen = (dependency: DependencyCode, time: string, health: Health = 'up', day = '2026-05-04'): Check => ({
  dependency,
  at: at(time, day),
  by: kari,
  health,
  note: health === 'up' ? '' : 'does not answer',
});
const line = (code: DependencyCode, checks: readonly Check[], now: Moment) =>
  readinessBoard(only(code), checks, now)[0];

test('in the morning nothing is green before somebody has looked', () => {
  const board = readinessBoard(all, [], at('07:30'));
  expect(board.every((one) => one.state === 'not checked' && !one.isGreen)).toBe(true);
  expect(readinessFigure(board)).toEqual({ kind: 'not checked', notUp: all.length });
});

test('what has been seen up is green, with when and by whom', () => {
  expect(line('journal', [seen('journal', '07:31')], at('07:40'))).toMatchObject({
    state: 'up',
    isGreen: true,
    checkedAt: at('07:31'),
    checkedBy: kari,
    notUpSince: null,
  });
});

test('an answer grows old within the hour for the record, and over night for the terminal', () => {
  expect(line('journal', [seen('journal', '07:31')], at('08:30'))?.state).toBe('up');
  expect(line('journal', [seen('journal', '07:31')], at('08:31'))?.state).toBe('not checked');
  const terminal = [seen('payment-terminal', '12:00', 'up', '2026-05-03')];
  expect(line('payment-terminal', terminal, at('07:30'))?.state).toBe('not checked');
  expect(line('payment-terminal', [seen('payment-terminal', '07:30')], at('15:30'))?.state).toBe('up');
});

test('what was down stays red until somebody has seen it up again, also over night', () => {
  const down = [seen('journal', '15:00', 'down', '2026-05-03')];
  expect(line('journal', down, at('07:30'))).toMatchObject({ state: 'down', isGreen: false, note: 'does not answer' });
  expect(line('journal', [...down, seen('journal', '07:35')], at('07:36'))?.state).toBe('up');
});

test('the board says since when it has not been up, over several looks', () => {
  const checks = [seen('journal', '08:00'), seen('journal', '08:20', 'slow'), seen('journal', '08:40', 'down')];
  expect(line('journal', checks, at('08:50'))?.notUpSince).toBe(at('08:20'));
  expect(line('journal', [...checks, seen('journal', '08:55')], at('08:56'))?.notUpSince).toBeNull();
});

test('what is down comes first, and what stops the clinic before what slows it', () => {
  const checks = [
    seen('document-printer', '08:00', 'down'),
    seen('journal', '08:00', 'down'),
    seen('backup', '08:00', 'slow'),
    seen('network', '08:00'),
  ];
  const board = readinessBoard(
    only('network', 'backup', 'helsenorge', 'document-printer', 'journal'),
    checks,
    at('08:10'),
  );
  expect(board.map((one) => one.dependency.code)).toEqual([
    'journal',
    'document-printer',
    'backup',
    'helsenorge',
    'network',
  ]);
});

test('one figure tells whether the clinic is stopped, slowed, unchecked or up', () => {
  const figure = (...checks: Check[]) =>
    readinessFigure(readinessBoard(only('journal', 'backup'), checks, at('08:10')));
  expect(figure(seen('journal', '08:00'), seen('backup', '08:00'))).toEqual({ kind: 'all up', notUp: 0 });
  expect(figure(seen('journal', '08:00'))).toEqual({ kind: 'not checked', notUp: 1 });
  expect(figure(seen('journal', '08:00', 'slow'))).toEqual({ kind: 'slowed', notUp: 1 });
  expect(figure(seen('journal', '08:00'), seen('backup', '08:00', 'down'))).toEqual({ kind: 'slowed', notUp: 1 });
  expect(figure(seen('journal', '08:00', 'down'), seen('backup', '08:00', 'down'))).toEqual({
    kind: 'stopped',
    notUp: 2,
  });
});

test('a fault is written down with what was seen; the system may report without words', () => {
  const bare = { ...seen('journal', '08:00', 'down'), note: ' ' };
  expect(check(bare, all, at('08:00'))).toMatchObject({ why: 'note missing' });
  expect(check({ ...bare, by: 'system' }, all, at('08:00')).ok).toBe(true);
  expect(check(seen('journal', '08:00'), all, at('08:00')).ok).toBe(true);
});

test('a check of tomorrow, or of something that is not on the board, is refused', () => {
  expect(check(seen('journal', '08:01'), all, at('08:00'))).toMatchObject({ why: 'checked in the future' });
  expect(check(seen('journal', '08:00'), only('network'), at('08:00'))).toMatchObject({ why: 'unknown dependency' });
});

test('a downtime lasts from the first look that saw it down to the next that did not', () => {
  const checks = [
    seen('network', '12:00', 'down'),
    seen('journal', '09:00', 'down'),
    seen('journal', '09:10', 'down'),
    seen('journal', '09:40', 'slow'),
    seen('journal', '10:00'),
    seen('journal', '14:00', 'down'),
  ];
  expect(downtimes(checks, 'journal')).toEqual([
    { dependency: 'journal', from: at('09:00'), until: at('09:40') },
    { dependency: 'journal', from: at('14:00'), until: null },
  ]);
  expect(downtimes([], 'journal')).toEqual([]);
});

test('downtimes follow each other, and only the last may be open', () => {
  const anyChecks = fc
    .array(fc.constantFrom<Health>('up', 'slow', 'down'))
    .map((healths) =>
      healths.map(
        (health, minute): Check => ({ ...seen('journal', '08:00', health), at: addMinutes(at('08:00'), minute) }),
      ),
    );
  fc.assert(
    fc.property(anyChecks, (checks) => {
      const found = downtimes([...checks].reverse(), 'journal');
      found.forEach((one, place) => {
        expect(one.until === null).toBe(place === found.length - 1 && checks.at(-1)?.health === 'down');
        if (one.until !== null) expect(one.from < one.until).toBe(true);
        const next = found[place + 1];
        if (next) expect((one.until ?? '9') < next.from).toBe(true);
      });
    }),
  );
});

test('the board is looked at again when the first answer grows old, and at once when one is old', () => {
  const board = readinessBoard(
    only('journal', 'backup'),
    [seen('journal', '08:00'), seen('backup', '07:00')],
    at('08:10'),
  );
  expect(nextCheckAt(board, at('08:10'))).toBe(at('09:00'));
  expect(nextCheckAt(readinessBoard(all, [], at('08:10')), at('08:10'))).toBe(at('08:10'));
  expect(nextCheckAt([], at('08:10'))).toBe(at('08:10'));
});

test('everything the clinic leans on has a card that says what to do without it, in both languages', () => {
  expect(all.map((one) => one.code)).toEqual([...dependencyCodes]);
  for (const one of all) {
    expect(one.without.length, one.code).toBeGreaterThan(0);
    for (const step of [one.name, one.how, ...one.without]) expect(step.nb && step.en).toBeTruthy();
  }
});

test('the same sentences stand in both languages', () => {
  expect(new Set(Object.keys(readinessTexts.en.refusals))).toEqual(new Set(Object.keys(readinessTexts.nb.refusals)));
  expect(readinessTexts.nb.figures.stopped(2)).toBe('2 nede: se kortet');
  expect(readinessTexts.en.stillOnPaper(0)).toBe('Everything on paper is entered.');
});
