import { beforeAll, expect, test } from 'vitest';
import type { IsoDate } from '#kernel/time';
import type { PatientId } from '#patients';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { bookAppointment } from './appointment.api.ts';
import type { BookId } from './book.ts';
import { bookLoad, dayMove, dayMoves, liftDay, proposeAnother, tellMove } from './day-move.api.ts';
import { freeTimes } from './free-time.api.ts';
import { at, booked, openBook, register, slot, wanting } from './open-clinic.sample.ts';
import { seeAppointment } from './see-appointment.api.ts';

let clinic: TestHouse;
let lie: BookId;
let berge: BookId;
let people: PatientId[];
const day = '2026-11-24' as IsoDate;

beforeAll(async () => {
  clinic = await testHouse();
  lie = await openBook(clinic, 'lie');
  berge = await openBook(clinic, 'berge');
  people = [];
  for (const name of ['Aas', 'Bø', 'Carlsen']) people.push(await register(clinic, name));
});

test('a sick doctor’s day is lifted, each gets a time that is held, and a yes moves it', async () => {
  const [urgent, calm, late] = people as [PatientId, PatientId, PatientId];
  const hastens = await booked(clinic, urgent, slot(lie, '11:00', day), { haste: 1 });
  const waits = await booked(clinic, calm, slot(lie, '08:00', day));
  const last = await booked(clinic, late, slot(lie, '09:00', day));
  expect(await clinic.yes('kari', bookLoad, { day })).toEqual([
    { book: lie, toMove: 3 },
    { book: berge, toMove: 0 },
  ]);

  const { id: move, count } = await clinic.yes('kari', liftDay, { book: lie, day });
  expect(count).toBe(3);
  const { lines } = await clinic.yes('kari', dayMove, { move });
  expect(lines.map(({ appointment }) => appointment.id)).toEqual([hastens, waits, last]);
  // The one who hastens gets anyone's first time; the others keep their doctor, from the day after.
  expect(lines[0]?.proposed).toMatchObject({ books: [berge], from: at('08:00', day) });
  expect(lines[1]?.proposed).toMatchObject({ books: [lie], from: at('08:00', '2026-11-25') });
  expect(lines[2]?.proposed).toMatchObject({ books: [lie], from: at('08:20', '2026-11-25') });

  const held = slot(lie, '08:00', '2026-11-25');
  expect(await clinic.answer('eva', bookAppointment, wanting(urgent, held))).toMatchObject({ why: 'time is taken' });
  const free = await clinic.yes('eva', freeTimes, { type: 'consultation', from: day, until: day, wanted: lie });
  expect(free).toEqual([]);

  await clinic.yes('kari', tellMove, { move, appointment: waits, told: 'accepted' });
  const { appointment } = await clinic.yes('kari', seeAppointment, { appointment: waits });
  expect(appointment).toMatchObject({ from: at('08:00', '2026-11-25'), moves: [{ wish: 'clinic' }] });
  expect(await clinic.answer('kari', tellMove, { move, appointment: waits, told: 'declined' })).toMatchObject({
    why: 'already accepted',
  });

  await clinic.yes('kari', tellMove, { move, appointment: last, told: 'not reached' });
  await clinic.yes('kari', tellMove, { move, appointment: last, told: 'not reached' });
  const { proposed } = await clinic.yes('kari', proposeAnother, { move, appointment: last });
  expect(proposed).toMatchObject({ from: at('08:40', '2026-11-25') });
  await clinic.yes('kari', tellMove, { move, appointment: last, told: 'accepted' });
  expect(await clinic.yes('kari', dayMoves, {})).toMatchObject([{ id: move, left: 1, all: 3 }]);
});

test('a day that is past is not lifted, nor a book that is not there', async () => {
  expect(await clinic.answer('kari', liftDay, { book: lie, day: '2026-11-20' })).toMatchObject({ why: 'day is past' });
  const none = '00000000-0000-7000-8000-000000000000';
  expect(await clinic.answer('kari', liftDay, { book: none, day })).toMatchObject({ why: 'no such book' });
  expect(await clinic.answer('kari', dayMove, { move: none })).toMatchObject({ why: 'not found' });
});
