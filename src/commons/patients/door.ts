/** What every room may know of patients: types and rules. */
export type { PatientId } from './patient.ts';
