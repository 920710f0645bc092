/** What screens may know of staff: the types of the calls. */

export type { colleagueNames } from './colleague.api.ts';
export type {
  CompetenceMatrix,
  competenceMatrix,
  competencesOfPerson,
  learningNeeds,
  meetLearningNeed,
  myLearning,
  recordCompetence,
  sayNotCompetent,
} from './competence.api.ts';
export type {
  CountersignLines,
  countersignAct,
  countersignQueue,
  myPupilActs,
  resubmitAct,
  sendBackAct,
  takeOverAct,
} from './countersign.api.ts';
export type {
  DelegatedTaskLines,
  delegatedTasks,
  finishTask,
  handBackTask,
  handTask,
  openDelegatedTask,
} from './delegated-task.api.ts';
export type {
  acceptDelegation,
  DelegationLines,
  declineDelegation,
  delegations,
  giveBackDelegation,
  offerDelegation,
  withdrawDelegation,
} from './delegation.api.ts';
export type { DutyPage, dutyPage, whoMay, workUnder } from './duty-page.api.ts';
export type {
  addPerson,
  employPerson,
  endAbsence,
  endEmployment,
  grantAccess,
  RosterLine,
  recordAuthorisation,
  registerAbsence,
  roster,
  signSecrecy,
  withdrawAccess,
} from './roster.api.ts';
export { useColleagues } from './use-colleagues.tsx';
