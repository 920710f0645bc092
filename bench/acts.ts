/** What is measured: the acts of a busy morning, each as the browser would send it. */

import { addDays, type IsoDate, momentAt, type TimeOfDay } from '../src/kernel/time.ts';
import type { Made } from './make-clinic.ts';

export type Act = {
  readonly name: string;
  /** CPU of server and database together an operation, in milliseconds, that we mean to stay under. */
  readonly budgetMs: number;
  readonly call: string;
  readonly input: (place: number) => unknown;
  /** How many a round at most, where each can be done once. */
  readonly most?: number;
  /** A refusal is part of the ordinary day (a time just taken). */
  readonly mayRefuse?: boolean;
};

const pick = <T>(list: readonly T[], place: number): T => list[(place * 7919) % list.length] as T;

export function actsOf(made: Made, waitingVisits: readonly string[]): Act[] {
  const { patients, books, day } = made;
  const freeDay = addDays(day, 56);
  return [
    {
      name: 'find by number',
      budgetMs: 0.5,
      call: 'findPatients',
      input: (place) => ({ text: pick(patients, place).number }),
    },
    {
      name: 'search by name',
      budgetMs: 1,
      call: 'findPatients',
      input: (place) => ({
        text: `${pick(patients, place).family_name.slice(0, 5)} ${pick(patients, place).given_name.slice(0, 3)}`,
      }),
    },
    { name: 'day list', budgetMs: 1, call: 'dayList', input: () => ({ day }) },
    {
      name: 'free times',
      budgetMs: 1,
      call: 'freeTimes',
      input: (place) => ({
        type: 'consultation',
        wanted: pick(books, place),
        from: addDays(day, place % 40),
        until: addDays(day, (place % 40) + 4),
      }),
    },
    {
      name: 'patient overview',
      budgetMs: 1,
      call: 'seePatient',
      input: (place) => ({ patient: pick(patients, place).id }),
    },
    {
      name: 'book',
      budgetMs: 1.5,
      call: 'bookAppointment',
      mayRefuse: true,
      input: (place) => bookingOf(made, place, freeDay),
    },
    {
      name: 'check in',
      budgetMs: 1.5,
      call: 'arrive',
      mayRefuse: true,
      most: 700,
      input: (place) => ({ appointment: waitingVisits[place % waitingVisits.length] }),
    },
  ];
}

function bookingOf({ patients, books, day }: Made, place: number, from: IsoDate): unknown {
  const slot = place % 20;
  const minutes = 8 * 60 + slot * 20;
  const clock = (at: number): TimeOfDay =>
    `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}` as TimeOfDay;
  const week = Math.floor(place / (20 * books.length * 5));
  const weekday = Math.floor(place / (20 * books.length)) % 5;
  const at = addDays(from, week * 7 + weekday);
  const time = {
    books: [books[Math.floor(place / 20) % books.length]],
    from: momentAt(at, clock(minutes)),
    until: momentAt(at, clock(minutes + 20)),
  };
  return {
    patient: pick(patients, place).id,
    type: 'consultation',
    time,
    about: 'Konsultasjon',
    haste: 3,
    channel: 'telephone',
    firstContactOn: day,
  };
}
