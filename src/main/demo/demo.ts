/** The demo clinic: fictional people and a whole day of work, built only through commands. */

import { registerPatient } from '../../commons/patients/patient.api.ts';
import type { House } from '../house.ts';
import { makeDemoDay } from './appointments.demo.ts';
import { type Demo, makeClinic, press } from './clinic.ts';
import { demoPatients } from './demo-patients.ts';
import { demoPassword, demoPeople } from './demo-people.ts';
import { makeDemoJournal } from './journal.demo.ts';
import { makeDemoLaboratory } from './laboratory.demo.ts';
import { openDemoMoney, payDemoBills } from './money.demo.ts';
import { makeDemoStaff } from './staff.demo.ts';

export function demoSignIns(): string {
  const lines = demoPeople.map(
    ({ username, givenName, familyName, words }) => `  ${username.padEnd(8)} ${givenName} ${familyName}, ${words}`,
  );
  return [`Demo sign-ins (password for all: ${demoPassword}):`, ...lines].join('\n');
}

export async function makeDemo(house: House): Promise<Demo> {
  const demo = await makeClinic(house);
  for (const patient of demoPatients) await press(house, demo.as('kari'), registerPatient, patient);
  await openDemoMoney(house, demo);
  await makeDemoDay(house, demo);
  await makeDemoLaboratory(house, demo);
  await payDemoBills(house, demo);
  await makeDemoStaff(house, demo);
  await makeDemoJournal(house, demo);
  return demo;
}
