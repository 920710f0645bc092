/** What every floor above may know of staff: people, competence, delegations, countersigning, and who may do what now. */

export { accessMonths, lookUpMonths } from './access.table.ts';
export {
  type AccessInput,
  accessInput,
  dueForLookUp,
  employ,
  endAbsence,
  endEmployment,
  grantAccess,
  recordAuthorisation,
  registerAbsence,
  signSecrecy,
  type WhyNoAccess,
  type WhyNotEmployed,
  withdrawAccess,
} from './access.ts';
export { competenceMonths, fadingMonths, observedAtLeast } from './competence.table.ts';
export {
  type Assessor,
  type Competence,
  type CompetenceId,
  type DeviceKind,
  deviceSkillOf,
  type Evidence,
  expiringWithin,
  isFading,
  type SignOffInput,
  signOff,
  signOffInput,
  skillOf,
  type WhyNotSignedOff,
} from './competence.ts';
export {
  type AwaitingAct,
  awaitCountersign,
  type CountersignedAct,
  countersign,
  type PupilAct,
  type PupilActId,
  pupilActNext,
  reachesRecord,
  resubmit,
  type SentBackAct,
  type Supervising,
  sendBack,
  takeOver,
  type WhyNotCountersigned,
} from './countersign.ts';
export { countUse, currentDelegation, isCurrent, type WhyNoDelegation } from './current-delegation.ts';
export { dayInWords, daySaid } from './day-in-words.ts';
export {
  type DelegatedTask,
  type DelegatedTaskId,
  type DoneTask,
  delegatedTaskNext,
  finish,
  type Handing,
  type HeldTask,
  handBack,
  lostBecause,
  openTask,
  type Register,
  reassign,
  returnByClock,
  type TaskWithDoctor,
  type WhyNotHanded,
  whoMayTakeOver,
} from './delegated-task.ts';
export { delegationMonths } from './delegation.table.ts';
export {
  type AcceptedDelegation,
  accept,
  afterClock,
  type Conditions,
  type Delegation,
  type DelegationId,
  decline,
  delegationNext,
  type EndedDelegation,
  giveBack,
  hasExpired,
  type OfferedDelegation,
  type OfferInput,
  type Offering,
  offer,
  offerInput,
  type WhyNotAnswered,
  type WhyNotOffered,
  withdraw,
} from './delegation.ts';
export {
  abstain,
  type LearningNeed,
  type LearningNeedId,
  learningNeedNext,
  type MetNeed,
  meet,
  needsByDuty,
  type OpenNeed,
} from './learning-need.ts';
export { mayTexts, whyNot } from './may.texts.ts';
export { type Ask, type Closeness, type Colleague, type May, type MayWhy, mayDo } from './may.ts';
export {
  authorisationInput,
  type EmploymentInput,
  employmentInput,
  firstHead,
  type NewcomerInput,
  newcomerInput,
} from './newcomer.ts';
export { holdsOn, lastDayOf, monthsAfter, type Period } from './period.ts';
export {
  type Absence,
  type Access,
  type Authorisation,
  absenceAt,
  authorisedAt,
  decidesHere,
  type Employment,
  employmentAt,
  fullName,
  type HprNumber,
  isAtWork,
  isResponsibleDoctor,
  mayEnter,
  type Person,
  readHprNumber,
  rolesAt,
  supervisorOf,
  type WhyNotAuthorised,
  type WhyNotIn,
  workingRolesAt,
} from './person.ts';
export { professionCodes } from './profession.table.ts';
export { mayWith, type Rights } from './rights.ts';
export { staffTexts } from './staff.texts.ts';
export { nameSupervisor, type Supervision, type SupervisionId, supervisorFor } from './supervision.ts';
export { type WhoMayNow, whoMayNow } from './who-may.ts';
