import { beforeAll, describe, expect, test } from 'vitest';
import { registerPatient } from '../../../commons/patients/patient.api.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { bookAppointment, cancelAppointment } from '../appointments/appointment.api.ts';
import type { BookId } from '../appointments/book.ts';
import { booked, monday, openBook, register, slot, wanting } from '../appointments/open-clinic.sample.ts';
import { printSlip } from '../appointments/see-appointment.api.ts';
import { dayList, printDayList } from './day.api.ts';

let clinic: TestHouse;
let lie: BookId;

beforeAll(async () => {
  clinic = await testHouse();
  lie = await openBook(clinic, 'lie');
  const blocked = { familyName: 'Åsheim', givenName: 'Marit', birthDate: '1984-12-02', numberKind: 'none' as const };
  const { id: marit } = await clinic.yes('kari', registerPatient, { ...blocked, addressBlock: 6, phone: '912 34 567' });
  await booked(clinic, marit, slot(lie, '08:20'));
  const cave = [{ substance: 'penicillin', reaction: '', severity: 'serious' as const }];
  const odd = { familyName: 'Hansen', givenName: 'Odd', birthDate: '1943-04-12', numberKind: 'none' as const };
  const more = { cave, needsInterpreter: true, language: 'tamil' };
  const { id } = await clinic.yes('kari', registerPatient, { ...odd, ...more });
  await clinic.yes('kari', bookAppointment, { ...wanting(id, slot(lie, '08:00')), marks: ['rullestol'] });
});

describe('the day list', () => {
  test('is in the order of the clock, with what the desk must know', async () => {
    const lines = await clinic.yes('kari', dayList, {});
    expect(lines).toMatchObject([
      { name: 'Hansen, Odd', hasCave: true, interpreter: 'tamil', marks: ['rullestol'], state: 'booked', books: [lie] },
      { name: null, isBlocked: true, birthDate: '1984-01-01', hasCave: false, interpreter: null, openOrders: [] },
    ]);
    expect(JSON.stringify(lines)).not.toContain('Åsheim');
  });
  test('of another day is another', async () => {
    expect(await clinic.yes('kari', dayList, { day: '2026-11-24' })).toEqual([]);
  });
  test('stands in the access log with everyone it showed', async () => {
    const lines = await clinic.yes('eva', dayList, {});
    await clinic.house.settle();
    const [line] = await clinic.rows(
      "select seen from access_line where call = 'dayList' order by number desc limit 1",
    );
    expect(line?.seen).toEqual(lines.map(({ patient }) => patient));
  });
});

describe('on paper', () => {
  const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.slice(0, 5)).toString() === '%PDF-';
  test('the day prints, and its name tells no one', async () => {
    const printed = await clinic.yes('kari', printDayList, { day: monday });
    expect(printed).toMatchObject({ mime: 'application/pdf', name: '2026-11-23.pdf' });
    expect(isPdf(printed.bytes)).toBe(true);
  });
  test('the slip prints for one appointment, and not for one that is not there', async () => {
    const id = await booked(clinic, await register(clinic, 'Bø'), slot(lie, '10:00'));
    const printed = await clinic.yes('kari', printSlip, { appointment: id, language: 'en' });
    expect(isPdf(printed.bytes)).toBe(true);
    const none = '00000000-0000-7000-8000-000000000000';
    expect(await clinic.answer('kari', printSlip, { appointment: none })).toMatchObject({ why: 'not found' });
  });
});

test('a cancelled time shows when, and that it can be offered', async () => {
  const id = await booked(clinic, await register(clinic, 'Carlsen'), slot(lie, '11:00'));
  await clinic.yes('kari', cancelAppointment, { appointment: id, wish: 'patient', reason: 'frisk' });
  const line = (await clinic.yes('kari', dayList, {})).find((one) => one.id === id);
  expect(line).toMatchObject({ state: 'cancelled', timeIsTaken: false, endedAt: '2026-11-23T07:00:00.000Z' });
  await booked(clinic, await register(clinic, 'Dahl'), slot(lie, '11:00'));
  const after = (await clinic.yes('kari', dayList, {})).find((one) => one.id === id);
  expect(after).toMatchObject({ timeIsTaken: true });
});
