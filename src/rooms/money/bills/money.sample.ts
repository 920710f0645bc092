/** For tests: two doctors with their own books and terminals, patients, and work told as the other rooms tell it. */

import { newId } from '#kernel/ids';
import type { IsoDate } from '#kernel/time';
import type { PatientId } from '#patients';
import { registerPatient } from '../../../commons/patients/patient.api.ts';
import type { TestHouse } from '../../../main/testing/test-house.ts';

import { placeDoctor, registerEntity, registerTerminal } from '../entities/doctor-entity.api.ts';

/** Lie and Berge are specialists with an entity each; Moen does not bill here. */
export async function openMoney(clinic: TestHouse) {
  const person = (name: string) => clinic.demo.as(name).person;
  const entityOf = async (name: string, organisationNumber: string, doctor: string) => {
    const address = 'Storgata 1, 9999 Fjordvik';
    const { id } = await clinic.yes('lie', registerEntity, { name, organisationNumber, address });
    const specialistUntil = '2029-12-31';
    await clinic.yes('lie', placeDoctor, { doctor: person(doctor), entity: id, from: '2026-01-01', specialistUntil });
    const terminal = await clinic.yes('lie', registerTerminal, { entity: id, name: `Terminal ${name}` });
    return { entity: id, terminal: terminal.id };
  };
  return {
    lie: await entityOf('Lege Lie', '310100102', 'lie'),
    berge: await entityOf('Lege Berge', '310122327', 'berge'),
  };
}

export async function newPatient(clinic: TestHouse, birthDate: string): Promise<PatientId> {
  const { id } = await clinic.yes('kari', registerPatient, {
    familyName: 'Prøve',
    givenName: `Nr ${birthDate}`,
    birthDate: birthDate as IsoDate,
    numberKind: 'none',
    address: 'Fjordveien 3',
    postcode: '9999',
    place: 'Fjordvik',
  });
  return id;
}

/** How a helsesekretær works: on a doctor's order or delegation. */
export const byStaff = (
  clinic: TestHouse,
  patient: PatientId,
  authority: 'order' | 'delegation' | 'none' = 'order',
) => ({
  patient,
  performer: clinic.demo.as('eva').person,
  doctor: clinic.demo.as('lie').person,
  authority,
});
export const id = <T extends string>(): T => newId() as unknown as T;
