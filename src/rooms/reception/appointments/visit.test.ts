import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { must, type Result } from '#kernel/result';
import { addMinutes, type Moment } from '#kernel/time';
import { at, booked, doctor, secretary } from './appointment.sample.ts';
import { type Appointment, cancel, knownOf } from './appointment.ts';
import { type AppointmentState, appointmentNext } from './appointment-state.ts';
import {
  arrive,
  beginAtDistance,
  callIn,
  didNotAnswer,
  finish,
  leave,
  markNoShow,
  reopen,
  takeBack,
  takeIn,
  waitElsewhere,
} from './visit.ts';

const came = at('2026-05-04', '08:52');
const called = at('2026-05-04', '09:04');
const seen = at('2026-05-04', '09:05');
const office = { with: doctor, room: 'Kontor 2' };
const arrived = must(arrive(booked(), 'waiting room', secretary, came));
const calledIn = must(callIn(arrived, doctor, called));
const within = must(takeIn(calledIn, office, seen));
const done = must(finish(within, at('2026-05-04', '09:25')));
const gone = must(leave(arrived, secretary, called));
const missed = must(markNoShow(booked(), secretary, seen));
const cancelled = must(cancel(booked(), { wish: 'patient', reason: 'x' }, { hours: 24 }, secretary, came));
const everyState: readonly Appointment[] = [booked(), arrived, calledIn, within, done, gone, missed, cancelled];

test('a patient arrives, is called, is seen and is done, and each step keeps its time and its person', () => {
  expect(done).toMatchObject({
    state: 'done',
    arrivedAt: came,
    receivedBy: secretary,
    waitsIn: 'waiting room',
    calls: [{ at: called, by: doctor }],
    stays: [{ ...office, since: seen }],
    doneAt: at('2026-05-04', '09:25'),
  });
});

test('one arrives on the day of the appointment only', () => {
  expect(arrive(booked(), 'waiting room', secretary, at('2026-05-03', '08:52'))).toMatchObject({ why: 'not today' });
  expect(arrive(booked(), 'waiting room', secretary, at('2026-05-04', '00:01')).ok).toBe(true);
});

test('arriving twice is refused, also when the name has been called', () => {
  expect(arrive(arrived, 'waiting room', secretary, called)).toEqual({ ok: false, why: 'already arrived' });
  expect(arrive(calledIn, 'waiting room', secretary, called)).toEqual({ ok: false, why: 'already called in' });
  expect(arrive(within, 'waiting room', secretary, called)).toMatchObject({ why: 'already with someone' });
  expect(arrive(done, 'waiting room', secretary, called)).toMatchObject({ why: 'already done' });
  expect(arrive(cancelled, 'waiting room', secretary, called)).toMatchObject({ why: 'cancelled' });
});

test('a cough at the desk moves the patient to a separate room, and back when it was nothing', () => {
  const apart = must(waitElsewhere(arrived, 'separate room'));
  expect(apart).toMatchObject({ waitsIn: 'separate room', arrivedAt: came });
  expect(waitElsewhere(apart, 'separate room')).toMatchObject({ why: 'waits there already' });
  expect(waitElsewhere(booked(), 'separate room')).toMatchObject({ why: 'not arrived yet' });
});

test('a name that nobody answers is called again, and both calls are kept', () => {
  const again = must(callIn(must(didNotAnswer(calledIn)), doctor, seen));
  expect(again.calls).toHaveLength(2);
  expect(again.arrivedAt).toBe(came);
  expect(didNotAnswer(arrived)).toMatchObject({ why: 'not called in' });
  expect(didNotAnswer(done)).toMatchObject({ why: 'already done' });
});

test('nobody is called in before they have come', () => {
  expect(callIn(booked(), doctor, called)).toMatchObject({ why: 'not arrived yet' });
  expect(callIn(calledIn, doctor, called)).toMatchObject({ why: 'already called in' });
  expect(callIn(gone, doctor, called)).toMatchObject({ why: 'left before being seen' });
});

test('a patient may be taken straight in, and on to the treatment room, but not twice to the same', () => {
  const straight = must(takeIn(arrived, office, seen));
  const treatment = { with: secretary as PersonId, room: 'Skiftestue' };
  const onwards = must(takeIn(straight, treatment, addMinutes(seen, 10)));
  expect(onwards.stays.map((stay) => stay.room)).toEqual(['Kontor 2', 'Skiftestue']);
  expect(takeIn(onwards, treatment, seen)).toMatchObject({ why: 'already with someone' });
  expect(must(takeIn(onwards, office, seen)).stays).toHaveLength(3);
  expect(takeIn(booked(), office, seen)).toMatchObject({ why: 'not arrived yet' });
});

test('a telephone consultation begins when the doctor rings, on its day, and nobody waited in the waiting room', () => {
  const talk = must(beginAtDistance(booked(), { with: doctor, room: 'telefon' }, seen));
  expect(talk).toMatchObject({ state: 'with', waitsIn: 'at home', arrivedAt: seen, calls: [] });
  expect(beginAtDistance(booked(), office, at('2026-05-03', '09:00'))).toMatchObject({ why: 'not today' });
  expect(beginAtDistance(arrived, office, seen)).toMatchObject({ why: 'already arrived' });
  expect(finish(talk, seen).ok).toBe(true);
});

test('a visit is done only after someone has seen the patient', () => {
  expect(finish(arrived, seen)).toMatchObject({ why: 'not seen by anyone yet' });
  expect(finish(calledIn, seen)).toMatchObject({ why: 'not seen by anyone yet' });
  expect(finish(booked(), seen)).toMatchObject({ why: 'not arrived yet' });
  expect(finish(done, seen)).toMatchObject({ why: 'already done' });
});

test('a visit that was closed too early is opened as it was', () => {
  expect(must(reopen(done))).toEqual(within);
  expect(reopen(within)).toMatchObject({ why: 'not done yet' });
});

test('an empty chair is noted with when they came and when it was seen, and they may come back', () => {
  expect(gone).toMatchObject({ arrivedAt: came, leftAt: called, noticedBy: secretary });
  expect(leave(within, secretary, seen)).toMatchObject({ why: 'already with someone' });
  expect(leave(calledIn, secretary, seen).ok).toBe(true);
  expect(arrive(gone, 'waiting room', secretary, seen).ok).toBe(true);
});

test('nobody is a no-show before the time has begun, or once they have come', () => {
  expect(markNoShow(booked(), secretary, came)).toMatchObject({ why: 'not begun yet' });
  expect(markNoShow(booked(), secretary, booked().from).ok).toBe(true);
  expect(markNoShow(arrived, secretary, seen)).toMatchObject({ why: 'already arrived' });
});

test('someone marked as no-show who comes late after all is received', () => {
  expect(arrive(missed, 'waiting room', secretary, addMinutes(seen, 10)).ok).toBe(true);
});

test('a wrong key is taken back and the booking stands as it was', () => {
  expect(must(takeBack(arrived))).toEqual(booked());
  expect(must(takeBack(missed))).toEqual(booked());
  expect(takeBack(within)).toMatchObject({ why: 'already with someone' });
});

type Step = (appointment: Appointment, now: Moment) => Result<Appointment>;
const steps: Readonly<Record<string, Step>> = {
  arrive: (one, now) => arrive(one, 'waiting room', secretary, now),
  elsewhere: (one) => waitElsewhere(one, 'separate room'),
  callIn: (one, now) => callIn(one, doctor, now),
  didNotAnswer: (one) => didNotAnswer(one),
  takeIn: (one, now) => takeIn(one, office, now),
  ring: (one, now) => beginAtDistance(one, office, now),
  finish: (one, now) => finish(one, now),
  reopen: (one) => reopen(one),
  leave: (one, now) => leave(one, secretary, now),
  noShow: (one, now) => markNoShow(one, secretary, now),
  takeBack: (one) => takeBack(one),
  cancel: (one, now) => cancel(one, { wish: 'clinic', reason: 'x' }, { hours: 24 }, secretary, now),
};

test('whatever is pressed, a visit only goes where its table says, and the booking itself never changes', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 25 }), (keys) => {
      let appointment: Appointment = booked();
      keys.forEach((key, minute) => {
        const answer = (steps[key] as Step)(appointment, addMinutes(booked().from, minute));
        if (!answer.ok) return;
        const allowed: readonly AppointmentState[] = appointmentNext[appointment.state];
        const isStill = key === 'elsewhere' && answer.value.state === appointment.state;
        expect(isStill || allowed.includes(answer.value.state)).toBe(true);
        expect(knownOf(answer.value)).toEqual(knownOf(booked()));
        appointment = answer.value;
      });
    }),
  );
});

test('every step that the table allows can be taken from every state', () => {
  const now = addMinutes(booked().from, 3);
  for (const from of everyState) {
    const reached = new Set(
      Object.values(steps).flatMap((step) => {
        const answer = step(from, now);
        return answer.ok ? [answer.value.state] : [];
      }),
    );
    const own: readonly AppointmentState[] = appointmentNext[from.state];
    const expected = own.filter((state) => state !== from.state || from.state !== 'booked');
    for (const state of expected) {
      if (state === 'with' && from.state === 'with') continue;
      expect(reached, `${from.state} → ${state}`).toContain(state);
    }
  }
});
