/** What every floor above may know of duties: types, the catalogue, the local adaptation and the rule of emergency. */
export {
  type Adaptation,
  type AdaptationId,
  type AdaptationInput,
  type AdaptedDuty,
  adapt,
  adaptationInput,
  adaptationOn,
  adaptedDuty,
  type WhoChange,
  type WhyNotAdapted,
} from './adaptation.ts';
export { duties, dutiesIn, dutyIdSchema, dutyIds, dutyOf } from './catalogue.ts';
export { dutyTexts } from './duty.texts.ts';
export {
  type Act,
  actSchema,
  type Carry,
  type CompetenceLevel,
  competenceLevels,
  type Duty,
  type DutyId,
  type DutyRoom,
  type DutyRule,
  dutyRooms,
  type GeneralDuty,
  isDelegable,
  type LaboratoryDuty,
  type Needs,
  type ReceptionDuty,
  type Rhythm,
  ruleFor,
  type SpecialAct,
  type Standing,
  standings,
  type TreatmentDuty,
  type WhoMay,
} from './duty.ts';
export { emergencyMinutes } from './emergency.table.ts';
export {
  type Emergency,
  type EmergencyId,
  type EndedEmergency,
  emergencyNext,
  endEmergency,
  isRunning,
  type PassedStop,
  passStop,
  prolongEmergency,
  type ReviewedEmergency,
  type RunningEmergency,
  reviewEmergency,
  type StopAnswer,
  startEmergency,
  type WhyNotReviewed,
} from './emergency.ts';
export { type DutyScreens, type WhereDone, whereDone } from './feature.ts';
export {
  type JobDescription,
  type JobDescriptionLine,
  type JobDescriptionPart,
  type JobDescriptionWish,
  jobDescription,
  needsInWords,
  type WhoMayLine,
  whoMayInWords,
} from './job-description.ts';
export { type Law, type LawId, laws } from './law.table.ts';
export { type AuthorisedRole, authorisedRoles, needsAuthorisation, type Role, roleSchema, roles } from './role.ts';
export { type TaskGroup, taskMatrix } from './task-group.table.ts';
