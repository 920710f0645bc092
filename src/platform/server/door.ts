/** What a feature needs of the server: calls, statements, the database's handle, paper. */
export { type ChainVerdict, checkAccessLog } from './access-chain.ts';
export { command, type Doing, type Fact, type Ground, type Me, query } from './call.ts';
export { type Clock, clockFrom, fixedClock, wallClock } from './clock.ts';
export { type Db, isTaken } from './database.ts';
export type { Doorkeeper, Permission } from './gate.ts';
export type { Reacting, Reaction } from './job.ts';
export { type Paper, paper } from './paper.ts';
export { makePdf } from './pdf.ts';
export { readSetting, saveSetting } from './setting.ts';
export {
  type AccountLine,
  allAccounts,
  closeAccount,
  endSessions,
  openAccount,
  resetPassword,
  setEmergency,
  setOutsideSubject,
} from './sign-in/account.ts';
export { statement } from './statement.ts';
