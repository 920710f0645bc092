import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { addMinutes, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { at, booked, day, doctor, secretary } from '../appointments/appointment.sample.ts';
import { type Appointment, cancel } from '../appointments/appointment.ts';
import { arrive, callIn, finish, leave, markNoShow, takeIn } from '../appointments/visit.ts';
import { type ArrivalRule, arrivalRules } from './arrival.table.ts';
import { arrivalTexts } from './arrival.texts.ts';
import { type DayFacts, dayFigures, dayLine, dayStatuses, dayTones } from './day-line.ts';

const rule = validOn(arrivalRules, day('2026-05-04'))?.value as ArrivalRule;
const came = at('2026-05-04', '08:55');
const now = at('2026-05-04', '09:05');
const arrived = must(arrive(booked(), 'waiting room', secretary, came));
const seen = must(takeIn(arrived, { with: doctor, room: 'Kontor 2' }, now));
const done = must(finish(seen, at('2026-05-04', '09:20')));
const missed = must(markNoShow(booked(), secretary, now));
const cancelled = must(cancel(booked(), { wish: 'patient', reason: 'x' }, { hours: 24 }, secretary, came));

const line = (appointment: Appointment, change: Partial<DayFacts> = {}, moment: Moment = now) =>
  dayLine(
    {
      appointment,
      meeting: 'attendance',
      openOrders: [],
      unseenByDoctor: false,
      observedUntil: null,
      bill: 'nothing to pay',
      lookedAt: null,
      ringIfAbsent: false,
      timeIsTaken: false,
      ...change,
    },
    moment,
    rule,
    (room) => room === 'Skiftestue',
  );

test('a booked patient is expected until five minutes past, then has not come yet', () => {
  expect(line(booked(), {}, addMinutes(booked().from, 5))).toMatchObject({ status: 'expected', minutes: null });
  expect(line(booked(), {}, addMinutes(booked().from, 6))).toEqual({
    status: 'not come yet',
    tone: 'waiting',
    next: 'mark as arrived',
    minutes: 6,
  });
});

test('a telephone consultation is not waited for at the desk: it is the doctor who has not rung', () => {
  const late = addMinutes(booked().from, 10);
  expect(line(booked(), { meeting: 'telephone' }, late)).toMatchObject({ status: 'not rung yet', minutes: 10 });
});

test('someone who has arrived waits, in the waiting room or apart', () => {
  expect(line(arrived)).toEqual({ status: 'in waiting room', tone: 'waiting', next: 'call in', minutes: 5 });
  expect(line({ ...arrived, waitsIn: 'separate room' }).status).toBe('in separate room');
  expect(line(must(callIn(arrived, doctor, now))).status).toBe('called in');
});

test('after half an hour without a look the line says so before anything else, and a look settles it', () => {
  const later = addMinutes(came, 30);
  expect(line(arrived, {}, later)).toMatchObject({ status: 'look at the patient', tone: 'urgent' });
  expect(line(arrived, { lookedAt: later }, later).status).toBe('in waiting room');
});

test('someone who waits with an open order is on the way to the laboratory or the treatment room', () => {
  expect(line(arrived, { openOrders: ['laboratory', 'treatment room'] }).status).toBe('waits for laboratory');
  expect(line(arrived, { openOrders: ['treatment room'] }).status).toBe('waits for treatment room');
});

test('the room tells whether the patient is with the doctor or in the treatment room', () => {
  expect(line(seen)).toMatchObject({ status: 'with the doctor', tone: 'active', minutes: null });
  const onwards = must(takeIn(seen, { with: secretary, room: 'Skiftestue' }, now));
  expect(line(onwards).status).toBe('in the treatment room');
});

test('a finding that no doctor has seen comes before everything while the patient is in the house', () => {
  for (const one of [arrived, seen, done]) {
    expect(line(one, { unseenByDoctor: true, bill: 'to pay' })).toMatchObject({ status: 'doctor must see now' });
  }
  expect(line(booked(), { unseenByDoctor: true }).status).toBe('expected');
});

test('after the visit: observation, then orders, then the bill, then done', () => {
  const at10 = at('2026-05-04', '09:30');
  const until = at('2026-05-04', '09:40');
  const all = { observedUntil: until, openOrders: ['laboratory'], bill: 'to pay' } as const;
  expect(line(done, all, at10).status).toBe('under observation');
  expect(line(done, all, until).status).toBe('waits for laboratory');
  expect(line(done, { ...all, openOrders: ['treatment room'] }, until).status).toBe('waits for treatment room');
  expect(line(done, { bill: 'not made' }, at10).status).toBe('bill is missing');
  expect(line(done, { bill: 'to pay' }, at10)).toMatchObject({ status: 'to pay', next: 'take payment', minutes: 10 });
  for (const bill of ['paid', 'invoiced', 'nothing to pay'] as const) {
    expect(line(done, { bill }, at10)).toEqual({ status: 'done', tone: 'done', next: null, minutes: null });
  }
});

test('half an hour after the visit an unpaid bill means that the patient has gone', () => {
  expect(line(done, { bill: 'to pay' }, addMinutes(done.doneAt, 29)).status).toBe('to pay');
  expect(line(done, { bill: 'to pay' }, addMinutes(done.doneAt, 30)).status).toBe('left without paying');
});

test('whoever is kept for observation has not left without paying meanwhile', () => {
  const observedUntil = addMinutes(done.doneAt, 20);
  expect(line(done, { bill: 'to pay', observedUntil }, addMinutes(done.doneAt, 45)).status).toBe('to pay');
  expect(line(done, { bill: 'to pay', observedUntil }, addMinutes(done.doneAt, 50)).status).toBe('left without paying');
});

test('an empty chair is urgent, a no-show is only when somebody should ring', () => {
  expect(line(must(leave(arrived, secretary, now)))).toMatchObject({ status: 'left before being seen', next: 'ring' });
  expect(line(missed)).toMatchObject({ status: 'did not come', tone: 'gone' });
  expect(line(missed, { ringIfAbsent: true })).toMatchObject({ status: 'did not come, ring', tone: 'urgent' });
});

test('a cancelled time that lies ahead can be offered, a past or given one cannot', () => {
  const before = at('2026-05-04', '08:12');
  expect(line(cancelled, {}, before)).toMatchObject({ status: 'cancelled, time is free', next: 'offer the time' });
  expect(line(cancelled, { timeIsTaken: true }, before).status).toBe('cancelled');
  expect(line(cancelled, {}, booked().from).status).toBe('cancelled');
});

test('every status has words in both languages, no two the same, and every tone its own shape', () => {
  const statuses = Object.keys(dayStatuses);
  for (const words of [arrivalTexts.nb, arrivalTexts.en]) {
    expect(new Set(Object.keys(words.statuses))).toEqual(new Set(statuses));
    expect(new Set(Object.values(words.statuses)).size).toBe(statuses.length);
  }
  const shapes = Object.values(dayTones).map((tone) => tone.shape);
  expect(new Set(shapes).size).toBe(shapes.length);
});

test('every act that a line proposes has a word on its key', () => {
  const acts = new Set(Object.values(dayStatuses).flatMap(({ next }) => (next === null ? [] : [next])));
  expect(new Set(Object.keys(arrivalTexts.nb.acts))).toEqual(acts);
});

test('whatever must have a person’s attention has a key to press', () => {
  for (const { tone, next } of Object.values(dayStatuses)) {
    if (tone === 'urgent' || tone === 'waiting') expect(next).not.toBeNull();
  }
});

test('the head of the board counts the lines by tone, and those who wait long', () => {
  const long = line(arrived, { lookedAt: at('2026-05-04', '09:16') }, at('2026-05-04', '09:16'));
  const figures = dayFigures([line(booked()), line(arrived), long, line(seen), line(missed)], 15);
  expect(figures).toMatchObject({ all: 5, expected: 1, waiting: 2, active: 1, gone: 1, urgent: 0, waitingLong: 1 });
});
