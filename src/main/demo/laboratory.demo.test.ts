import { expect, test } from 'vitest';
import { lettersIn } from '../../commons/exchange/letter.api.ts';
import { registerPatient } from '../../commons/patients/patient.api.ts';
import { controlsToday } from '../../rooms/laboratory/quality-control/control.api.ts';
import { answersWaiting, criticalCount } from '../../rooms/laboratory/results/review.api.ts';
import { testHouse } from '../testing/test-house.ts';
import { demoPatients } from './demo-patients.ts';
import { makeDemoLaboratory } from './laboratory.demo.ts';

test('at a quarter to ten the INR is locked, a critical potassium waits to be told, and two letters need a person', async () => {
  const clinic = await testHouse({ at: '2026-11-23T08:42:00.000Z' });
  for (const patient of demoPatients) await clinic.yes('kari', registerPatient, patient);
  await makeDemoLaboratory(clinic.house, clinic.demo);
  const controls = await clinic.yes('eva', controlsToday, {});
  expect(controls.filter(({ gate }) => !gate.open).map(({ analyte }) => analyte)).toEqual(['inr']);
  expect(await clinic.yes('kari', criticalCount, {})).toEqual({ untold: 1 });
  expect((await clinic.yes('berge', answersWaiting, {})).map((line) => line.familyName)).toEqual(['Amundsen']);
  const { open, done } = await clinic.yes('eva', lettersIn, {});
  expect(open.map(({ standing }) => standing).sort()).toEqual(['broken', 'waits']);
  expect(done.map(({ standing }) => standing)).toEqual(['filed', 'filed']);
});
