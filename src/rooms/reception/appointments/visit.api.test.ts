import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Facts } from '#events';
import { addMinutes, type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import type { PatientId } from '#patients';
import { confirmContact, registerPatient } from '../../../commons/patients/patient.api.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { dayList } from '../today/day.api.ts';
import { bookAppointment } from './appointment.api.ts';
import type { AppointmentId } from './appointment.ts';
import type { AppointmentTypeCode } from './appointment-type.ts';
import type { BookId } from './book.ts';
import { openBook } from './open-clinic.sample.ts';
import {
  arrive,
  callIn,
  confirmAtDesk,
  didNotAnswer,
  finishVisit,
  lookedAt,
  markAppointment,
  noShow,
  patientLeft,
  reopenVisit,
  takeBack,
  takeIn,
  waitElsewhere,
} from './visit.api.ts';
import * as news from './visit-news.api.ts';

let clinic: TestHouse;
let lie: BookId;
let odd: PatientId;
const today = '2026-11-23' as IsoDate;
const at = (time: string): Moment => momentAt(today, time as TimeOfDay);

async function booked(time: string, patient = odd, type: AppointmentTypeCode = 'consultation'): Promise<AppointmentId> {
  const span = { books: [lie], from: at(time), until: addMinutes(at(time), 20) };
  const { id } = await clinic.yes('kari', bookAppointment, {
    patient,
    type,
    time: span,
    haste: 3,
    about: 'Konsultasjon',
    channel: 'telephone',
    squeezedInBecause: 'testens egen grunn',
  });
  return id;
}
const lineOf = async (id: AppointmentId) => (await clinic.yes('kari', dayList, {})).find((one) => one.id === id);

beforeAll(async () => {
  clinic = await testHouse();
  lie = await openBook(clinic, 'lie');
});
beforeEach(async () => {
  clinic.clock.set(at('08:00'));
  const known = { familyName: 'Hansen', givenName: 'Odd', birthDate: '1943-04-12', numberKind: 'none' as const };
  odd = (await clinic.yes('kari', registerPatient, { ...known, phone: '912 34 567', address: 'Fjordveien 1' })).id;
});

describe('the patient has come', () => {
  test('one key answers what is missing or old, and the other desk sees it', async () => {
    const heard: string[] = [];
    const stop = clinic.house.live.onEvent(({ name }) => heard.push(name));
    const id = await booked('09:00');
    const said = await clinic.yes('kari', arrive, { appointment: id });
    expect(said.asks).toEqual(['show identification', 'exemption card', 'next of kin']);
    expect(said).toMatchObject({ waitsIn: 'waiting room', patient: odd });
    await expect.poll(() => heard).toContain('PatientArrived');
    expect(await lineOf(id)).toMatchObject({ state: 'arrived', arrivedAt: at('08:00') });
    stop();
  });
  test('and cannot come twice', async () => {
    const id = await booked('09:00');
    const both = await Promise.all([
      clinic.answer('kari', arrive, { appointment: id }),
      clinic.answer('eva', arrive, { appointment: id }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ why: 'already arrived' });
  });
  test('what was confirmed is not asked at the next visit', async () => {
    const [first, second] = [await booked('09:00'), await booked('10:00')];
    await clinic.yes('kari', arrive, { appointment: first });
    await clinic.yes('kari', confirmAtDesk, { appointment: first, identityShown: true, nextOfKinIsRight: true });
    expect((await clinic.yes('kari', arrive, { appointment: second })).asks).toEqual(['exemption card']);
  });
  test('with fever and a rash waits apart, and the doctor is told', async () => {
    const id = await booked('09:00');
    const said = await clinic.yes('kari', arrive, { appointment: id, signs: ['fever with rash'] });
    expect(said).toMatchObject({ waitsIn: 'separate room', care: { tellDoctor: true, mask: true } });
    await clinic.yes('kari', waitElsewhere, { appointment: id, waitsIn: 'waiting room' });
    expect(await lineOf(id)).toMatchObject({ waitsIn: 'waiting room' });
  });
  test('the questions of the visit are asked until they are answered', async () => {
    const id = await booked('09:00', odd, 'minor-surgery');
    const said = await clinic.yes('kari', arrive, { appointment: id });
    expect(said.questions.length).toBeGreaterThan(0);
    const [first] = said.questions;
    await clinic.yes('kari', confirmAtDesk, {
      appointment: id,
      identityShown: false,
      nextOfKinIsRight: false,
      answers: { [first?.code ?? '']: 'no' },
    });
    const [row] = await clinic.rows('select answers from appointment where id = $1', [id]);
    expect(row?.answers).toEqual({ [first?.code ?? '']: 'no' });
  });
  test('on another day is refused', async () => {
    const id = await booked('09:00');
    clinic.clock.set('2026-11-24T08:00:00.000Z');
    expect(await clinic.answer('kari', arrive, { appointment: id })).toMatchObject({ why: 'not today' });
  });
});

describe('the visit goes on', () => {
  test('from the waiting room to the doctor, to the treatment room, and home', async () => {
    const id = await booked('08:00');
    const me = { appointment: id };
    const [doctor, eva] = [clinic.demo.as('lie').person, clinic.demo.as('eva').person];
    await clinic.yes('kari', arrive, me);
    await clinic.yes('lie', callIn, me);
    expect(await clinic.answer('lie', callIn, me)).toMatchObject({ why: 'already called in' });
    await clinic.yes('lie', didNotAnswer, me);
    await clinic.yes('lie', takeIn, { ...me, with: doctor, room: 'doctor' });
    clinic.clock.set(addMinutes(at('08:00'), 17));
    await clinic.yes('lie', takeIn, { ...me, with: eva, room: 'treatment room' });
    expect(await lineOf(id)).toMatchObject({ state: 'with', stayWith: 'Eva', stay: { room: 'treatment room' } });
    await clinic.yes('eva', finishVisit, me);
    const [told] = await clinic.rows("select facts from event where name = 'ContactClosed' order by number desc");
    expect(told?.facts).toMatchObject({ doctor, minutes: 17, way: 'in person' });
    await clinic.yes('eva', reopenVisit, me);
    expect(await lineOf(id)).toMatchObject({ state: 'with' });
  });
  test('somebody who waits is looked at, and goes home', async () => {
    const id = await booked('08:00');
    const me = { appointment: id };
    expect(await clinic.answer('kari', lookedAt, me)).toMatchObject({ why: 'does not wait' });
    await clinic.yes('kari', arrive, me);
    await clinic.yes('kari', lookedAt, me);
    await clinic.yes('kari', patientLeft, me);
    expect(await lineOf(id)).toMatchObject({ state: 'left', lookedAt: at('08:00') });
  });
  test('a wrong key is taken back, and a no-show who comes after all is received', async () => {
    const id = await booked('08:00');
    const me = { appointment: id };
    await clinic.yes('kari', arrive, me);
    await clinic.yes('kari', takeBack, me);
    await clinic.yes('kari', noShow, me);
    const [told] = await clinic.rows("select facts from event where name = 'NoShowRecorded' order by number desc");
    expect(told?.facts).toMatchObject({ doctor: clinic.demo.as('lie').person });
    await clinic.yes('kari', arrive, me);
    expect(await lineOf(id)).toMatchObject({ state: 'arrived' });
  });
  test('words beside the name are for everyone at the desk', async () => {
    const id = await booked('08:00');
    await clinic.yes('kari', markAppointment, { appointment: id, about: 'Blodtrykk', marks: ['rullestol'] });
    expect(await lineOf(id)).toMatchObject({ about: 'Blodtrykk', marks: ['rullestol'] });
  });
  test('what no one has booked is not found', async () => {
    const none = '00000000-0000-7000-8000-000000000000';
    for (const call of [arrive, callIn, takeBack, lookedAt])
      expect(await clinic.answer('kari', call, { appointment: none })).toMatchObject({ why: 'not found' });
  });
});

describe('other rooms tell', () => {
  /** As if another room had told it: everyone here who hears that fact. */
  async function told<N extends keyof Facts>(name: N, facts: Facts[N]): Promise<void> {
    const hearers = Object.values(news).filter(({ on }) => on === name);
    expect(hearers.length).toBeGreaterThan(0);
    await clinic.house.database.write(clinic.demo.clinic, async (db) => {
      for (const hearer of hearers)
        await hearer.does({ facts: facts as never, db, now: clinic.clock(), person: null, tell: () => {} });
    });
  }
  const bill = '00000000-0000-7000-8000-000000000001' as Facts['BillPaid']['bill'];
  const recording = '00000000-0000-7000-8000-000000000002' as Facts['EcgRead']['recording'];

  test('that there is something to pay, and that it is paid; who has not come owes nothing yet', async () => {
    const [came, comes] = [await booked('08:00'), await booked('12:00')];
    await clinic.yes('kari', arrive, { appointment: came });
    await told('BillProposed', { bill, patient: odd });
    expect(await lineOf(came)).toMatchObject({ bill: 'to pay' });
    expect(await lineOf(comes)).toMatchObject({ bill: 'not made' });
    await told('BillPaid', { bill, patient: odd });
    expect(await lineOf(came)).toMatchObject({ bill: 'paid' });
  });
  test('that a doctor must see a recording before the patient goes, and that it is seen', async () => {
    const id = await booked('08:00');
    await clinic.yes('kari', arrive, { appointment: id });
    const performer = clinic.demo.as('eva').person;
    const work = { patient: odd, performer, doctor: null, authority: 'order' as const };
    await told('EcgTaken', { recording, ...work });
    expect(await lineOf(id)).toMatchObject({ unseenByDoctor: true });
    await told('EcgRead', { recording, patient: odd, doctor: performer });
    expect(await lineOf(id)).toMatchObject({ unseenByDoctor: false });
  });
});

test('contact that is confirmed by the register is not asked again', async () => {
  await clinic.yes('kari', confirmContact, { patient: odd, phone: '912 34 567', address: 'Fjordveien 1' });
  const id = await booked('09:00');
  const { asks } = await clinic.yes('kari', arrive, { appointment: id });
  expect(asks).not.toContain('are telephone and address right');
});
