/** What every room may know of the record: types and rules. The diagnosis list itself is in the server's door: it is big. */
export {
  type Correction,
  type CorrectionRefusal,
  correct,
  type MovedThread,
  moveToRightPatient,
  type RecordLine,
  recordOf,
  refuseCorrection,
} from './correction.ts';
export * from './diagnosis-code.ts';
export * from './documentation.ts';
export { entryTexts, type JournalRefusal } from './entry.texts.ts';
export * from './entry.ts';
export * from './signing.ts';
