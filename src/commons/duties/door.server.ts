/** What the server floors above may ask of duties: the clinic's decisions as they stand. */
export { allAdaptations } from './adaptation.store.ts';
export { type DoneLine, doneSince } from './duty-day.store.ts';
