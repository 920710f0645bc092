/** What the server floors above may ask of duties: the clinic's decisions as they stand. */
export { allAdaptations } from './adaptation.store.ts';
