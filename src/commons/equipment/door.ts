/** What every room may know of equipment: types and rules. */

export { deviceTexts } from './device.texts.ts';
export * from './device.ts';
export * from './upkeep.table.ts';
export * from './upkeep.ts';
