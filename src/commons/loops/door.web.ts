/** What screens of the rooms show of loops: the words for when something is due. */
export { dueWords } from './loop-line.tsx';
