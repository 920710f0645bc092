/** What screens of the rooms may show of staff: the names of colleagues. */

export { useColleagues } from './use-colleagues.tsx';
