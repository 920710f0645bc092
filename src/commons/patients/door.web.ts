/** What screens of the rooms show of a patient: the banner, the line of a list, the words for age and days. */

export type { confirmContact, findPatients, recordFrikort, seePatient } from './patient.api.ts';
export { PatientBanner } from './patient-banner.tsx';
export { PatientHit } from './patient-hit.tsx';
export { ageWords, dayWords, patientColour } from './patient-words.ts';
