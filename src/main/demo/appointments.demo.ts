/** The demo's books and its day: doctors, laboratory and treatment room, and the patients of the picture in every state of a visit. */

import { addDays, addMinutes, dayOf, type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import { isWorkingDay } from '#kernel/working-days';
import type { PatientId } from '#patients';
import { findPatients } from '../../commons/patients/patient.api.ts';
import { bookAppointment, cancelAppointment } from '../../rooms/reception/appointments/appointment.api.ts';
import type { AppointmentId } from '../../rooms/reception/appointments/appointment.ts';
import type { AppointmentTypeCode } from '../../rooms/reception/appointments/appointment-type.ts';
import { addBook, addException, setOpeningRule } from '../../rooms/reception/appointments/book.api.ts';
import type { BookId, BookKind, SessionKind } from '../../rooms/reception/appointments/book.ts';
import { arrive, finishVisit, takeIn } from '../../rooms/reception/appointments/visit.api.ts';
import type { House } from '../house.ts';
import { type Demo, press } from './clinic.ts';
import { type Earlier, earlier } from './earlier.ts';
import { makeDemoWaiting } from './waiting-list.demo.ts';

type Pressing = { readonly house: House; readonly demo: Demo; readonly today: IsoDate };
const time = (text: string): TimeOfDay => text as TimeOfDay;

const bookPlan = [
  ['Lie', 'doctor', 'lie', 'ordinary', '08:00', '15:00', 20],
  ['Berge', 'doctor', 'berge', 'ordinary', '08:00', '15:00', 20],
  ['Moen', 'doctor', 'moen', 'ordinary', '08:00', '15:00', 20],
  ['Lab', 'laboratory chair', null, 'laboratory', '08:00', '14:30', 10],
  ['Skiftestue', 'treatment room', null, 'treatment', '08:00', '15:00', 10],
  ['Eva', 'secretary', 'eva', 'treatment', '08:00', '15:00', 10],
  ['Spirometer', 'spirometer', null, 'treatment', '08:00', '15:00', 20],
  ['EKG', 'ecg device', null, 'treatment', '08:00', '15:00', 20],
  ['Audiometer', 'audiometer', null, 'treatment', '08:00', '15:00', 20],
  ['24-timersapparat', 'home monitor', null, 'treatment', '08:00', '15:00', 20],
] as const satisfies readonly (readonly [string, BookKind, string | null, SessionKind, string, string, number])[];
type BookName = (typeof bookPlan)[number][0];

async function openBooks({ house, demo, today }: Pressing): Promise<ReadonlyMap<BookName, BookId>> {
  const lie = demo.as('lie');
  const made = new Map<BookName, BookId>();
  for (const [name, serves, owner, session, from, until, slotMinutes] of bookPlan) {
    const person = owner ? demo.as(owner).person : null;
    const { id: book } = await press(house, lie, addBook, { name, serves, owner: person });
    made.set(name, book);
    const hours = { book, from: time(from), until: time(until), session, slotMinutes };
    for (const weekday of [1, 2, 3, 4, 5])
      await press(house, lie, setOpeningRule, { ...hours, weekday, validFrom: addDays(today, -400) });
    // The demo day may be a Sunday or a holiday: then it is opened by itself.
    if (!isWorkingDay(today)) await press(house, lie, addException, { kind: 'extra session', day: today, ...hours });
  }
  return made;
}

type Planned = {
  readonly at: string;
  readonly who: string;
  readonly books: readonly BookName[];
  readonly type: AppointmentTypeCode;
  readonly about: string;
  readonly minutes?: number;
  readonly haste?: 1 | 2 | 3;
  readonly marks?: string[];
  /** What has happened so far: when the patient came, was taken in and by whom, was done, or cancelled. */
  readonly came?: string;
  readonly inside?: readonly [at: string, who: string, room: string];
  readonly done?: string;
  readonly cancelled?: string;
};

const plan: readonly Planned[] = [
  {
    at: '08:20',
    who: 'Berg Astrid',
    books: ['Lie'],
    type: 'consultation',
    about: 'Årskontroll diabetes',
    came: '08:12',
    inside: ['08:21', 'lie', 'doctor'],
    done: '08:43',
  },
  {
    at: '08:40',
    who: 'Nguyen Minh',
    books: ['Lie'],
    type: 'consultation',
    about: 'Konsultasjon',
    came: '08:35',
    inside: ['08:46', 'lie', 'doctor'],
    done: '09:38',
  },
  {
    at: '09:00',
    who: 'Hansen Odd',
    books: ['Skiftestue', 'Eva'],
    type: 'wound-care',
    about: 'Sårskift legg',
    minutes: 30,
    came: '08:52',
    inside: ['09:04', 'eva', 'treatment room'],
  },
  {
    at: '09:00',
    who: 'Ali Fadumo',
    books: ['Berge'],
    type: 'consultation',
    about: 'Svangerskapskontroll',
    came: '08:55',
    inside: ['09:20', 'eva', 'laboratory'],
  },
  {
    at: '09:20',
    who: 'Olsen Kjetil',
    books: ['Berge'],
    type: 'urgent-consultation',
    about: 'Brystsmerter siste uke',
    haste: 1,
    came: '09:16',
  },
  {
    at: '09:20',
    who: 'Johansen Liv',
    books: ['Lie'],
    type: 'consultation',
    about: 'INR',
    came: '09:10',
    inside: ['09:39', 'lie', 'doctor'],
  },
  {
    at: '09:40',
    who: 'Solberg Tuva',
    books: ['Moen'],
    type: 'consultation',
    about: 'Øreverk',
    marks: ['med mor'],
    came: '09:26',
  },
  {
    at: '09:40',
    who: 'Solberg Tuva Marie',
    books: ['Lab'],
    type: 'blood-sampling-fasting',
    about: 'Blodprøve, fastende',
    minutes: 10,
    came: '09:35',
  },
  { at: '10:00', who: 'Lund Per Arne', books: ['Lie'], type: 'consultation', about: 'Blodtrykk, 3 målinger' },
  {
    at: '10:00',
    who: 'Kristiansen Ida',
    books: ['Skiftestue', 'Eva'],
    type: 'vaccine',
    about: 'Influensavaksine',
    minutes: 10,
  },
  {
    at: '10:20',
    who: 'Amundsen Rolf',
    books: ['Berge'],
    type: 'consultation',
    about: 'Kontroll KOLS, spirometri',
    marks: ['drosje bestilt'],
  },
  { at: '10:20', who: 'Åsheim Marit', books: ['Moen'], type: 'consultation', about: 'Konsultasjon' },
  {
    at: '10:40',
    who: 'Haugen Berit',
    books: ['Lab'],
    type: 'blood-sampling-fasting',
    about: 'Glukosebelastning',
    minutes: 10,
    marks: ['faste'],
  },
  { at: '10:40', who: 'Pedersen Jonas', books: ['Lie'], type: 'consultation', about: 'Attest' },
  {
    at: '11:00',
    who: 'Dahl Synnøve',
    books: ['Moen'],
    type: 'consultation',
    about: 'Konsultasjon',
    cancelled: '08:12',
  },
  {
    at: '11:00',
    who: 'Strand Magnus',
    books: ['Skiftestue', 'Eva'],
    type: 'suture-removal',
    about: 'Fjerne 6 suturer',
  },
  {
    at: '11:20',
    who: 'Bakke Gerd',
    books: ['Berge'],
    type: 'consultation',
    about: 'Sykebesøk avtales',
    marks: ['rullestol'],
  },
  { at: '11:40', who: 'Bjørnsen Kåre', books: ['Moen'], type: 'consultation', about: 'Knesmerter' },
  {
    at: '12:20',
    who: 'Christensen Cathrine',
    books: ['Lie'],
    type: 'double-consultation',
    about: 'Samtale',
    minutes: 40,
  },
  { at: '13:00', who: 'Moe Anders', books: ['Skiftestue', 'Eva'], type: 'ear-and-eye', about: 'Øreskylling' },
];

async function patientCalled(pressing: Pressing, words: string): Promise<PatientId> {
  const [family = ''] = words.split(' ');
  const given = words.slice(family.length + 1);
  const found = await press(pressing.house, pressing.demo.as('kari'), findPatients, { text: words });
  const patient = found.find((one) => one.familyName === family && one.givenName === given);
  if (!patient) throw new Error('the demo day names someone who is not registered');
  return patient.id;
}

/** What is long past by the clock has been seen, also where the plan says nothing of it. */
function happened(planned: Planned, today: IsoDate, now: Moment): Planned {
  const from = momentAt(today, time(planned.at));
  if (planned.came || planned.cancelled || addMinutes(from, 45) > now) return planned;
  const clock = (minutes: number): string => addMinutes(from, minutes);
  return { ...planned, came: clock(-8), inside: [clock(6), 'lie', 'doctor'], done: clock(28) };
}

async function live(pressing: Pressing, hour: Earlier, appointment: AppointmentId, planned: Planned): Promise<void> {
  const { demo, today, house } = pressing;
  const now = house.clock();
  const kari = demo.as('kari');
  const isPast = (text: string): boolean => {
    const at = text.length > 5 ? (text as Moment) : momentAt(today, time(text));
    hour.set(at);
    return at <= now;
  };
  const { came, inside, done, cancelled } = planned;
  if (cancelled && isPast(cancelled))
    await press(hour.house, kari, cancelAppointment, { appointment, wish: 'patient', reason: 'ble frisk' });
  if (!came || !isPast(came)) return;
  await press(hour.house, kari, arrive, { appointment });
  if (!inside || !isPast(inside[0])) return;
  const [, who, room] = inside;
  await press(hour.house, demo.as(who), takeIn, { appointment, with: demo.as(who).person, room });
  if (done && isPast(done)) await press(hour.house, demo.as(who), finishVisit, { appointment });
}

/** Opens the books and lets the day run until the clock's hour; before `makeDemo` has registered the patients there is no one to book. */
export async function makeDemoDay(house: House, demo: Demo): Promise<void> {
  const today = dayOf(house.clock());
  const hour = earlier(house);
  const pressing = { house, demo, today };
  const books = await openBooks(pressing);
  for (const one of plan) {
    const planned = happened(one, today, house.clock());
    const from = momentAt(today, time(one.at));
    hour.set(momentAt(addDays(today, -4), time('13:20')));
    const booked = await press(hour.house, demo.as('kari'), bookAppointment, {
      patient: await patientCalled(pressing, one.who),
      type: one.type,
      time: {
        books: one.books.map((name) => books.get(name) as BookId),
        from,
        until: addMinutes(from, one.minutes ?? 20),
      },
      haste: one.haste ?? 3,
      about: one.about,
      marks: one.marks ?? [],
      channel: 'telephone',
    });
    await live(pressing, hour, booked.id, planned);
  }
  await hour.close();
  await makeDemoWaiting(house, demo);
}
