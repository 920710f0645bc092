/** What every room may know of what waits for evidence: types and rules. */

export { loopTexts } from './loop.texts.ts';
export * from './loop.ts';
export { type AgingLimits, agingLimits } from './loop-aging.table.ts';
export {
  type Aging,
  type AgingCount,
  agingOf,
  agingOrder,
  countByAging,
  inBoardOrder,
  minutesLeft,
} from './loop-aging.ts';
