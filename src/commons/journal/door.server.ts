/** What the server's parts may ask of the record: the diagnosis list, which is too big for the browser. */
export { icpc2Name, icpc2Source, isIcpc2, searchIcpc2 } from './icpc2.ts';
