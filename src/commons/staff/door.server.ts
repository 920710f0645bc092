/** What the server floors above may ask of staff: who someone is, and what they may do now. */

export { countDelegationUse } from './delegation.store.ts';
export { allPersons, personById } from './person.store.ts';
export { type Rights, rightsOf } from './rights.store.ts';
