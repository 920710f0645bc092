/** What the server floors above may ask of duties: the clinic's decisions as they stand. */
export { type AdaptationRow, adaptationOf, allAdaptations } from './adaptation.store.ts';
