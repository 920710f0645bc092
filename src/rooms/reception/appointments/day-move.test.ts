import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { addMinutes } from '#kernel/time';
import { holidayOn } from '#kernel/working-days';
import { at, booked, day, doctorsBook, rule, secondBook, secretary } from './appointment.sample.ts';
import type { AppointmentId, Booked } from './appointment.ts';
import { appointmentTypes } from './appointment-type.table.ts';
import { type AppointmentType, appointmentTypeOf } from './appointment-type.ts';
import { nextFree, type Taken } from './availability.ts';
import type { RuleId } from './book.ts';
import {
  type ClipboardLine,
  clipboardNext,
  lift,
  mustBeRung,
  notReached,
  proposeMoves,
  stillToTell,
  tell,
} from './day-move.ts';
import { arrive } from './visit.ts';

const now = at('2026-05-04', '07:40');
const line = (name: string, time: string, change: Partial<Booked> = {}) =>
  booked({ id: name as AppointmentId, from: at('2026-05-04', time), ...change });
const digital = () => ({ reached: 'digital', along: [] }) as const;

/** The locum's Tuesday morning, with twenty-minute times. */
function searchOn(hours: number) {
  return (appointment: Booked, held: readonly Taken[]) =>
    nextFree({
      books: [doctorsBook, secondBook],
      rules: [
        rule({
          id: 'rule-2' as RuleId,
          book: secondBook.id,
          weekday: 2,
          until: `${String(8 + hours).padStart(2, '0')}:00` as ReturnType<typeof rule>['until'],
        }),
      ],
      exceptions: [],
      holidays: (one) => holidayOn(one) !== undefined,
      appointments: [],
      held,
      type: appointmentTypeOf(appointmentTypes, appointment.type, day('2026-05-04')) as AppointmentType,
      from: now,
      until: at('2026-05-09', '00:00'),
      now,
    });
}

test('the clipboard holds those who can still be moved, in order of haste and then age of booking', () => {
  const arrived = must(arrive(line('here', '08:00'), 'waiting room', secretary, now));
  const lifted = lift(
    [
      arrived,
      line('new', '08:20', { bookedAt: at('2026-05-01', '10:00') }),
      line('old', '11:00', { bookedAt: at('2026-03-01', '10:00') }),
      line('urgent', '11:20', { haste: 1, bookedAt: at('2026-05-03', '10:00') }),
    ],
    digital,
  );
  expect(lifted.map((one) => one.appointment.id)).toEqual(['urgent', 'old', 'new']);
});

test('nobody is proposed a time that was just proposed to another', () => {
  const lifted = lift(
    Array.from({ length: 6 }, (_, at_) =>
      line(`p${at_}`, `0${8 + Math.floor(at_ / 3)}:${['00', '20', '40'][at_ % 3]}`),
    ),
    digital,
  );
  const proposals = proposeMoves(lifted, searchOn(2));
  const times = proposals.map((one) => one.to?.from);
  expect(new Set(times).size).toBe(6);
  expect(times[0]).toBe(at('2026-05-05', '08:00'));
});

test('twenty-four patients are proposed a time in one go, and the one there is no room for is said so', () => {
  const day24 = Array.from({ length: 24 }, (_, at_) =>
    line(`p${at_}`, '08:00', { from: addMinutes(at('2026-05-04', '08:00'), at_ * 20) }),
  );
  const proposals = proposeMoves(lift(day24, digital), searchOn(7));
  expect(proposals.filter((one) => one.to)).toHaveLength(21);
  expect(mustBeRung(proposals)).toHaveLength(3);
});

test('those without digital contact, and those who hasten, are rung', () => {
  const lifted = lift(
    [line('screen', '08:00'), line('phone', '08:20'), line('urgent', '08:40', { haste: 1 })],
    (one) => ({
      reached: one.id === 'phone' ? 'telephone' : 'digital',
      along: one.id === 'phone' ? ['interpreter', 'patient transport'] : [],
    }),
  );
  const rung = mustBeRung(proposeMoves(lifted, searchOn(4)));
  expect(rung.map((one) => one.appointment.id)).toEqual(['urgent', 'phone']);
  expect(rung[1]?.along).toEqual(['interpreter', 'patient transport']);
});

const proposed = (): ClipboardLine => {
  const [proposal] = proposeMoves(lift([line('a', '08:00')], digital), searchOn(1));
  if (!proposal) throw new Error('a proposal was expected');
  return { ...proposal, told: { state: 'to be told' } };
};

test('a line ticks off when the patient says yes, and each unanswered call is kept', () => {
  const once = must(notReached(proposed(), now));
  const twice = must(notReached(once, addMinutes(now, 20)));
  expect(twice.told).toEqual({ state: 'not reached', attempts: [now, addMinutes(now, 20)] });
  const yes = must(tell(twice, { state: 'accepted', at: addMinutes(now, 40) }));
  expect(tell(yes, { state: 'declined', at: now })).toMatchObject({ why: 'already accepted' });
  expect(stillToTell([yes, proposed()], now)).toHaveLength(1);
});

test('an offer that nobody answers in time must be told again', () => {
  const sent = must(tell(proposed(), { state: 'offer sent', sentAt: now, answerBy: addMinutes(now, 60) }));
  expect(stillToTell([sent], addMinutes(now, 60))).toEqual([]);
  expect(stillToTell([sent], addMinutes(now, 61))).toEqual(['a']);
  expect(tell(sent, { state: 'to be told' })).toMatchObject({ why: 'not in this order' });
});

test('no time is offered or accepted when none was found', () => {
  const none = { ...proposed(), to: null };
  expect(tell(none, { state: 'accepted', at: now })).toMatchObject({ why: 'no time to offer' });
  expect(tell(none, { state: 'declined', at: now }).ok).toBe(true);
});

test('someone who said no may be offered another time, but is not marked as unreached', () => {
  const no = must(tell(proposed(), { state: 'declined', at: now }));
  expect(notReached(no, now)).toMatchObject({ why: 'already declined' });
  expect(tell(no, { state: 'accepted', at: now }).ok).toBe(true);
  expect(clipboardNext.accepted).toEqual([]);
});
