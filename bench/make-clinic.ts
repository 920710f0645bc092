/** Makes a clinic of any size straight into the tables: for measuring, never for use. */

import pg from 'pg';
import { newId } from '../src/kernel/ids.ts';
import { addDays, type IsoDate, momentAt, type TimeOfDay, weekdayOf } from '../src/kernel/time.ts';
import { type Demo, makeClinic } from '../src/main/demo/clinic.ts';
import type { House } from '../src/main/house.ts';
import { clientConfig, type DatabasePlace } from '../src/platform/server/database.ts';
import { dice, type FictionalPatient, fictionalPatient } from './fictional.ts';
import { makeReports } from './make-reports.ts';

export type Size = {
  readonly patients: number;
  readonly practitioners: number;
  readonly weeks: number;
  readonly results: number;
};
export type Made = {
  readonly demo: Demo;
  readonly patients: readonly Pick<FictionalPatient, 'id' | 'number' | 'family_name' | 'given_name'>[];
  readonly books: readonly string[];
  readonly day: IsoDate;
};

const slotMinutes = 20;
const slotsADay = 20;

export async function makeLargeClinic(
  house: House,
  place: DatabasePlace,
  size: Size,
  day: IsoDate,
  say: (sentence: string) => void,
): Promise<Made> {
  const demo = await makeClinic(house);
  const owner = new pg.Client(clientConfig(place));
  await owner.connect();
  const started = Date.now();
  const lap = (what: string): void => say(`  ${what}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
  await owner.query('set synchronous_commit = off; set session_replication_role = replica');
  const patients = await makePatients(owner, demo.clinic, size.patients);
  lap(`${size.patients} patients`);
  const books = await makeBooks(owner, demo.clinic, size.practitioners, day);
  await makeAppointments(owner, demo, size, books, patients, day);
  lap(`${size.practitioners} books, ${size.weeks} weeks of times`);
  await makeReports(owner, demo, patients, size.results);
  lap(`${size.results} results`);
  await owner.query('vacuum analyze');
  lap('statistics');
  await owner.end();
  return { demo, patients, books, day };
}

async function inBatches<T>(
  count: number,
  batch: number,
  make: (place: number) => T,
  save: (rows: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < count; from += batch) {
    await save(Array.from({ length: Math.min(batch, count - from) }, (_, step) => make(from + step)));
  }
}

async function makePatients(owner: pg.Client, clinic: number, count: number): Promise<Made['patients']> {
  const roll = dice(42);
  const numbers = new Set<string>();
  const words = new Set<string>();
  const kept: Pick<FictionalPatient, 'id' | 'number' | 'family_name' | 'given_name'>[] = [];
  const make = (place: number): FictionalPatient => {
    let person = fictionalPatient(place, roll);
    while (numbers.has(person.number)) person = fictionalPatient(place + Math.floor(roll() * 1_000), roll);
    numbers.add(person.number);
    for (const word of person.name_words) words.add(word);
    if (kept.length < 50_000)
      kept.push({
        id: person.id,
        number: person.number,
        family_name: person.family_name,
        given_name: person.given_name,
      });
    return person;
  };
  await inBatches(count, 5_000, make, (rows) =>
    owner.query(
      `insert into patient (clinic, id, family_name, given_name, name_words, birth_date, sex, number, number_kind, phone, address, postcode, place, registered_at, contact_confirmed_at)
       select $1, p.id, p.family_name, p.given_name, p.name_words, p.birth_date, p.sex, p.number, 'fnr', p.phone, p.address, '9999', 'Fjordvik', now(), now()
       from jsonb_to_recordset($2::jsonb) as p(id uuid, family_name text, given_name text, name_words text[], birth_date date, sex text, number text, phone text, address text)`,
      [clinic, JSON.stringify(rows)],
    ),
  );
  await owner.query(
    'insert into patient_name_word (clinic, word) select $1, unnest($2::text[]) on conflict do nothing',
    [clinic, [...words]],
  );
  return kept;
}

async function makeBooks(owner: pg.Client, clinic: number, count: number, day: IsoDate): Promise<string[]> {
  const books = Array.from({ length: count }, () => newId<never>());
  for (const [position, id] of books.entries()) {
    await owner.query(`insert into book (clinic, id, name, serves, position) values ($1, $2, $3, 'doctor', $4)`, [
      clinic,
      id,
      `Lege ${position + 1}`,
      position,
    ]);
    for (const weekday of [1, 2, 3, 4, 5]) {
      await owner.query(
        `insert into opening_rule (clinic, id, book, weekday, from_time, until_time, session, slot_minutes, valid_from) values ($1, $2, $3, $4, '08:00', '15:20', 'ordinary', 20, $5)`,
        [clinic, newId(), id, weekday, addDays(day, -30)],
      );
    }
  }
  return books;
}

async function makeAppointments(
  owner: pg.Client,
  demo: Demo,
  size: Size,
  books: readonly string[],
  patients: Made['patients'],
  today: IsoDate,
): Promise<void> {
  const roll = dice(7);
  const by = demo.as('kari').person;
  for (let step = 0; step < size.weeks * 7; step++) {
    const day = addDays(today, step);
    if (weekdayOf(day) > 5) continue;
    // The nearest week is nearly full, the last one half empty.
    const share = 0.95 - (0.5 * step) / (size.weeks * 7);
    const rows = books.flatMap((book) =>
      Array.from({ length: slotsADay }, (_, slot) => ({ book, slot }))
        .filter(() => roll() < share)
        .map(({ book: held, slot }) => appointmentRow(held, day, slot, patients, roll, by)),
    );
    await owner.query(
      `insert into appointment (clinic, id, patient, type, books, day, starts_at, ends_at, haste, about, channel, booked_at, booked_by, first_contact_on, state)
       select $1, a.id, a.patient, 'consultation', array[a.book], a.day, a.starts_at, a.ends_at, 3, a.about, 'phone', now(), a.by, a.day, 'booked'
       from jsonb_to_recordset($2::jsonb) as a(id uuid, patient uuid, book uuid, day date, starts_at timestamptz, ends_at timestamptz, about text, by uuid)`,
      [demo.clinic, JSON.stringify(rows)],
    );
    await owner.query(
      `insert into appointment_book (clinic, appointment, book, starts_at, ends_at, holds_time, is_squeezed)
       select $1, a.id, a.book, a.starts_at, a.ends_at, true, false
       from jsonb_to_recordset($2::jsonb) as a(id uuid, book uuid, starts_at timestamptz, ends_at timestamptz)`,
      [demo.clinic, JSON.stringify(rows)],
    );
  }
}

function appointmentRow(
  book: string,
  day: IsoDate,
  slot: number,
  patients: Made['patients'],
  roll: () => number,
  by: string,
) {
  const minutes = 8 * 60 + slot * slotMinutes;
  const clock = (at: number): TimeOfDay =>
    `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}` as TimeOfDay;
  return {
    id: newId(),
    patient: patients[Math.floor(roll() * patients.length)]?.id,
    book,
    day,
    starts_at: momentAt(day, clock(minutes)),
    ends_at: momentAt(day, clock(minutes + slotMinutes)),
    about: 'Konsultasjon',
    by,
  };
}
