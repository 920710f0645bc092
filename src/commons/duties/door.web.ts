/** What screens may know of duties: names, words, and the types of the calls. */
export type { adaptDuty, dutyDecisions } from './adaptation.api.ts';
export { dutyTexts } from './duty.texts.ts';
export { type DutyName, dutyName, dutyNames, findDuties } from './duty-names.ts';
export type { printJobDescription, seeJobDescription } from './job-description.api.ts';
