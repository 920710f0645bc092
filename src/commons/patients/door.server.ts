/** What the server floors above may ask of the register: one patient, or the lines of several. */

export { patientById, patientLines, patientsByName, patientsByNumber } from './patient.store.ts';
