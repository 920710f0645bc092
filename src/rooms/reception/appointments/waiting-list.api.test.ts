import { beforeAll, describe, expect, test } from 'vitest';
import type { PatientId } from '#patients';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { bookAppointment, cancelAppointment } from './appointment.api.ts';
import type { BookId } from './book.ts';
import { freeTimes } from './free-time.api.ts';
import { at, booked, monday, openBook, register, slot, wanting } from './open-clinic.sample.ts';
import { patientAppointments } from './see-appointment.api.ts';
import {
  freedTime,
  joinWaitingList,
  leaveWaitingList,
  letOfferGo,
  offerFromList,
  takeOffer,
  waitingList,
} from './waiting-list.api.ts';

let clinic: TestHouse;
let lie: BookId;
let first: PatientId;
let second: PatientId;
const always = { weekdays: [], from: '07:00', until: '16:00', notBefore: null, noticeMinutes: 30 };
const wish = (patient: PatientId, haste: 1 | 2 | 3 = 3) => ({
  patient,
  type: 'consultation' as const,
  haste,
  canCome: always,
});

beforeAll(async () => {
  clinic = await testHouse();
  lie = await openBook(clinic, 'lie');
  first = await register(clinic, 'Aas', '1950-01-01');
  second = await register(clinic, 'Bø', '2012-01-01');
});

describe('a time is freed', () => {
  test('who waits is asked in turn, the time is held meanwhile, and the later time is given up', async () => {
    const later = await booked(clinic, first, slot(lie, '12:00', '2026-12-10'), { lateReason: 'patient wished later' });
    const one = await clinic.yes('kari', joinWaitingList, { ...wish(first), instead: later });
    clinic.clock.set('2026-11-23T07:05:00.000Z');
    const two = await clinic.yes('kari', joinWaitingList, wish(second));
    const gone = await booked(clinic, await register(clinic, 'Carlsen'), slot(lie, '13:00'));
    await clinic.yes('kari', cancelAppointment, { appointment: gone, wish: 'patient', reason: 'frisk' });

    const freed = await clinic.yes('kari', freedTime, { appointment: gone });
    expect(freed).toMatchObject({ why: null, time: { from: at('13:00') } });
    expect(freed.lines.map(({ entry }) => entry.id)).toEqual([one.id, two.id]);

    const time = slot(lie, '13:00');
    const answerBy = at('09:00');
    const past = await clinic.answer('kari', offerFromList, { entry: two.id, time, answerBy });
    expect(past).toMatchObject({ why: 'someone is before in turn' });
    await clinic.yes('kari', offerFromList, { entry: one.id, time, answerBy });
    const taken = await clinic.answer('eva', bookAppointment, wanting(second, time));
    expect(taken).toMatchObject({ why: 'time is taken' });
    const free = await clinic.yes('eva', freeTimes, { type: 'consultation', from: monday, until: monday });
    expect(free.map(({ from }) => from)).not.toContain(at('13:00'));

    await clinic.yes('kari', takeOffer, { entry: one.id, about: 'Kontroll' });
    const { coming } = await clinic.yes('kari', patientAppointments, { patient: first });
    expect(coming.map(({ from, state }) => [from, state])).toEqual([
      [at('13:00'), 'booked'],
      [at('12:00', '2026-12-10'), 'cancelled'],
    ]);
    const { lines } = await clinic.yes('kari', waitingList, {});
    expect(lines.map(({ entry }) => entry.id)).toEqual([two.id]);
  });
  test('a no keeps the place in turn, and the time goes to the next', async () => {
    const { lines } = await clinic.yes('kari', waitingList, {});
    const entry = (lines[0] as (typeof lines)[number]).entry.id;
    const time = slot(lie, '14:00');
    await clinic.yes('kari', offerFromList, { entry, time, answerBy: at('09:00') });
    await clinic.yes('kari', letOfferGo, { entry, how: 'declined' });
    const after = await clinic.yes('kari', waitingList, {});
    expect(after.lines[0]?.entry).toMatchObject({ state: 'waiting', declined: 1 });
    expect(after.fairness).toMatchObject([{ group: '< 18', waiting: 1 }]);
    expect(await clinic.answer('kari', takeOffer, { entry, about: 'x' })).toMatchObject({ why: 'nothing is offered' });
  });
  test('an answer that comes too late books nothing, and the time is no longer held', async () => {
    const { lines } = await clinic.yes('kari', waitingList, {});
    const entry = (lines[0] as (typeof lines)[number]).entry.id;
    await clinic.yes('kari', offerFromList, { entry, time: slot(lie, '14:20'), answerBy: at('08:30') });
    clinic.clock.set('2026-11-23T07:45:00.000Z');
    expect(await clinic.answer('kari', takeOffer, { entry, about: 'x' })).toMatchObject({
      why: 'answer came too late',
    });
    await booked(clinic, first, slot(lie, '14:20'));
  });
});

test('nobody waits twice for the same, and whoever leaves is gone from the list', async () => {
  const patient = await register(clinic, 'Dahl');
  const { id } = await clinic.yes('kari', joinWaitingList, wish(patient));
  expect(await clinic.answer('kari', joinWaitingList, wish(patient))).toMatchObject({ why: 'waits already' });
  await clinic.yes('kari', leaveWaitingList, { entry: id, reason: 'fikk time et annet sted' });
  expect(await clinic.answer('kari', leaveWaitingList, { entry: id, reason: 'x' })).toMatchObject({
    why: 'already withdrawn',
  });
  const { lines } = await clinic.yes('kari', waitingList, {});
  expect(lines.map(({ entry }) => entry.patient)).not.toContain(patient);
});
