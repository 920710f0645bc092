/** What every room may know of patients: types and rules. */

export { nameFits, typedWords } from './name-fold.ts';
export { fullName, type Patient, type PatientId, type PatientLine } from './patient.ts';
