import { describe, expect, test } from 'vitest';
import type { IsoDate, Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import type { AppointmentId } from '../appointments/appointment.ts';
import type { BookId } from '../appointments/book.ts';
import { afterArrival, boardLines, firstChoice, roomOf, ruleOn } from './day-board.ts';
import { type DayRow, entriesOf, factsOf } from './day-row.ts';

const today = '2026-11-23' as IsoDate;
const at = (time: string): Moment => `2026-11-23T${time}:00.000Z` as Moment;
const lie = 'lie' as BookId;
const row = (id: string, change: Partial<DayRow> = {}): DayRow => ({
  id: id as AppointmentId,
  patient: `patient of ${id}` as PatientId,
  type: 'consultation',
  books: [lie],
  from: at('09:00'),
  until: at('09:20'),
  haste: 3,
  about: 'Konsultasjon',
  marks: [],
  state: 'booked',
  arrivedAt: null,
  waitsIn: null,
  stay: null,
  stayWith: null,
  endedAt: null,
  lookedAt: null,
  openOrders: [],
  unseenByDoctor: false,
  observedUntil: null,
  bill: 'not made',
  familyName: id,
  givenName: 'Anne',
  birthDate: '1980-05-05' as IsoDate,
  addressBlock: null,
  hasCave: false,
  hasInfection: false,
  interpreter: null,
  ...change,
});
const rule = ruleOn(today);
const around = { types: [], books: [{ id: lie, name: 'Lie', serves: 'doctor' as const, owner: null }] };

describe('who stands on the board', () => {
  test('a patient whose address is blocked is called by the year of birth alone', () => {
    const [entry] = entriesOf([row('Åsheim', { addressBlock: 6, birthDate: '1984-12-02' as IsoDate })]);
    expect(entry).toMatchObject({ name: null, birthDate: '1984-01-01', isBlocked: true });
    expect(JSON.stringify(entry)).not.toContain('Åsheim, ');
    expect(entry).not.toHaveProperty('familyName');
  });
  test('the clinic’s own block keeps the name and marks it', () => {
    expect(entriesOf([row('Lund', { addressBlock: 4 })])[0]).toMatchObject({ name: 'Lund, Anne', isBlocked: true });
  });
  test('two who are easily taken for each other are both marked, also when one is hidden', () => {
    const two = [row('a', { familyName: 'Solberg' }), row('b', { familyName: 'Solberg', addressBlock: 7 })];
    expect(entriesOf(two).map(({ alike }) => alike)).toEqual(['same name', 'same name']);
  });
  test('a freed time is taken when another has it', () => {
    const gone = row('a', { state: 'cancelled', endedAt: at('08:00') });
    expect(entriesOf([gone])[0]?.timeIsTaken).toBe(false);
    expect(entriesOf([gone, row('b', { from: at('09:10'), until: at('09:30') })])[0]?.timeIsTaken).toBe(true);
    expect(entriesOf([gone, row('b', { books: ['x' as BookId] })])[0]?.timeIsTaken).toBe(false);
  });
});

describe('what the status is drawn from', () => {
  const entry = (change: Partial<DayRow>) => entriesOf([row('a', change)])[0] as ReturnType<typeof entriesOf>[number];
  test('a child or a hastening patient who does not come is rung, once', () => {
    const absent = { state: 'no-show' as const, endedAt: at('09:30') };
    const facts = (change: Partial<DayRow>) => factsOf(entry({ ...absent, ...change }), 'attendance', rule, today);
    expect(facts({}).ringIfAbsent).toBe(false);
    expect(facts({ haste: 1 }).ringIfAbsent).toBe(true);
    expect(facts({ birthDate: '2015-01-01' as IsoDate }).ringIfAbsent).toBe(true);
    expect(facts({ haste: 1, lookedAt: at('09:40') }).ringIfAbsent).toBe(false);
  });
  test('each state carries what the board needs of it', () => {
    const arrived = { state: 'arrived' as const, arrivedAt: at('08:50'), waitsIn: 'separate room' as const };
    expect(factsOf(entry(arrived), 'attendance', rule, today).appointment).toMatchObject(arrived);
    const done = factsOf(entry({ state: 'done', endedAt: at('09:20') }), 'attendance', rule, today);
    expect(done.appointment).toMatchObject({ doneAt: at('09:20') });
  });
});

describe('the board', () => {
  const rows = [
    row('done', { state: 'done', from: at('07:00'), endedAt: at('07:20'), bill: 'paid' }),
    row('waits', { state: 'arrived', from: at('07:40'), arrivedAt: at('07:30'), waitsIn: 'waiting room' }),
    row('next', { from: at('08:00') }),
    row('later', { from: at('09:00') }),
  ];
  const lines = boardLines(entriesOf(rows), around, at('07:50'));
  test('chooses the one who is next to come, else the first that somebody waits for', () => {
    expect(firstChoice(lines)?.entry.id).toBe('next');
    expect(firstChoice(lines.slice(0, 2))?.entry.id).toBe('waits');
    expect(firstChoice(lines.slice(0, 1))?.entry.id).toBe('done');
    expect(firstChoice([])).toBeUndefined();
  });
  test('goes on to the next who is to come, so that a second press does not call in the one who came', () => {
    expect(afterArrival(lines, 'next')?.entry.id).toBe('later');
    expect(afterArrival(lines, 'later')?.entry.id).toBe('next');
  });
  test('gives each line its book, its status and what one key does', () => {
    expect(lines.map(({ line, book }) => [line.next, book?.name])).toEqual([
      [null, 'Lie'],
      ['call in', 'Lie'],
      ['mark as arrived', 'Lie'],
      ['mark as arrived', 'Lie'],
    ]);
  });
  test('takes a patient in where the book is', () => {
    const book = { id: lie, name: '', owner: null };
    expect(roomOf({ ...book, serves: 'doctor' })).toBe('doctor');
    expect(roomOf({ ...book, serves: 'laboratory chair' })).toBe('laboratory');
    expect(roomOf({ ...book, serves: 'secretary' })).toBe('treatment room');
    expect(roomOf(undefined)).toBe('doctor');
  });
});
