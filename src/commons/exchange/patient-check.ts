/** Whether a letter says well enough whom it is about: a number that holds and a name, or the codes that tell the sender why not. */

import { readDufNumber, readNationalNumber } from '#kernel/national-numbers';
import type { Coded } from './coded.ts';
import type { Judged, ReadSetting } from './opened-letter.ts';
import { type Fault, fault, type Remark, remark } from './remark.ts';

export type StatedPatient = {
  readonly number: string | null;
  /** Kind of number (kodeverk 8116). */
  readonly numberType: Coded | null;
  readonly name: string | null;
  readonly familyName: string | null;
  readonly givenName: string | null;
};

/** E30–E34 of kodeverk 8221. A number must hold its check digits only where the setting says so; half a name is remarked on. */
export function judgePatient(patient: StatedPatient, nationalNumbers: ReadSetting['nationalNumbers']): Judged {
  const faults: Fault[] = [];
  const remarks: Remark[] = [];
  if (patient.number === null) faults.push(fault('E30', 'patient number missing'));
  else if (!holds(patient.number, patient.numberType?.code ?? null)) {
    if (nationalNumbers === 'must hold') faults.push(fault('E31', 'patient number wrong'));
    else remarks.push(remark('patient number wrong'));
  }
  if (patient.name === null) faults.push(fault('E32', 'patient name missing'));
  else {
    if (patient.familyName === null) remarks.push(remark('family name missing'));
    if (patient.givenName === null) remarks.push(remark('given name missing'));
  }
  return { faults, remarks };
}

/** Only numbers of the national registers have check digits to rely on; H-numbers, passports and the like pass. */
function holds(number: string, type: string | null): boolean {
  if (type === 'DUF') return readDufNumber(number).ok;
  return !['FNR', 'DNR', 'FHN'].includes(type?.toUpperCase() ?? '') || readNationalNumber(number).ok;
}
