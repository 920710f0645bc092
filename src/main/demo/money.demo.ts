/** The demo's money: each doctor's books and terminals, the drawers of the morning, and the bills that are paid already. */

import { dayOf } from '#kernel/time';
import { findPatients } from '../../commons/patients/patient.api.ts';
import { billForPatient } from '../../rooms/money/bills/see-bills.api.ts';
import { openDay } from '../../rooms/money/day-close/day-close.api.ts';
import { placeDoctor, registerEntity, registerTerminal } from '../../rooms/money/entities/doctor-entity.api.ts';
import { takePayment } from '../../rooms/money/payments/taking.api.ts';
import type { House } from '../house.ts';
import { type Demo, press } from './clinic.ts';

const books = [
  { doctor: 'lie', name: 'Lege Ingrid Lie', organisationNumber: '310100102', specialistUntil: '2029-12-31' },
  { doctor: 'berge', name: 'Lege Tor Berge', organisationNumber: '310122327', specialistUntil: '2028-06-30' },
  { doctor: 'moen', name: 'Moen Legetjenester AS', organisationNumber: '310133434', specialistUntil: null },
] as const;

/** Before the day begins: whose money is whose, and the float in each drawer. */
export async function openDemoMoney(house: House, demo: Demo): Promise<void> {
  const lie = demo.as('lie');
  for (const { doctor, name, organisationNumber, specialistUntil } of books) {
    const isCompany = name.endsWith('AS');
    const address = 'Storgata 1, 9999 Fjordvik';
    const { id: entity } = await press(house, lie, registerEntity, { name, organisationNumber, address, isCompany });
    await press(house, lie, placeDoctor, {
      doctor: demo.as(doctor).person,
      entity,
      from: '2025-07-01',
      specialistUntil,
    });
    await press(house, lie, registerTerminal, {
      entity,
      name: `Luke 1, ${name.split(' ').at(-1) === 'AS' ? 'Moen' : name.split(' ').at(-1)}`,
    });
    await press(house, demo.as('kari'), openDay, { entity, floatInOre: doctor === 'moen' ? 0 : 100_000 });
  }
}

/** After the morning's visits: the first patient has paid, the next stands at the desk. */
export async function payDemoBills(house: House, demo: Demo): Promise<void> {
  await house.settle();
  const kari = demo.as('kari');
  const [astrid] = await press(house, kari, findPatients, { text: 'Berg Astrid' });
  if (!astrid) return;
  const { bills } = await press(house, kari, billForPatient, { patient: astrid.id });
  const today = dayOf(house.clock());
  for (const { bill, owed, day } of bills) {
    if (bill.state !== 'proposed' || owed === 0 || day !== today) continue;
    await press(house, kari, takePayment, { bill: bill.id, amountInOre: owed, means: 'card' });
  }
  await house.settle();
}
