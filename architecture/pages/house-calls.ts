/** What the pages tell of calls: every command and query of the open rooms, with the file it stands in. */

import { type DutyId, dutyOf } from '#duties';
import { calls, reactions } from '../../src/main/rooms.server.ts';
import type { AnyCall } from '../../src/platform/server/call.ts';
import { callsIn } from '../names.ts';
import { isTest, readTree } from '../tree.ts';
import { by } from './markdown.ts';

export type PlacedCall = { readonly call: AnyCall; readonly path: string };

const files = readTree().filter((file) => /^src\/(commons|rooms)\/.*\.tsx?$/.test(file.path) && !isTest(file));
const places = new Map(files.flatMap((file) => callsIn(file).map(({ name }) => [name, file.path] as const)));

/** In the order of files and names. */
export const placedCalls: readonly PlacedCall[] = [...new Set(calls)]
  .map((call) => ({ call, path: places.get(call.name) ?? '' }))
  .toSorted(by(({ path, call }) => `${path} ${call.name}`));

/** Calls that stand in a file, but that no open room offers. */
export const unopenedCalls: readonly string[] = [...places.keys()].filter(
  (name) => !calls.some((call) => call.name === name),
);

export { files as featureFiles, reactions };

/** `doctor by profession, pupil supervised`: the clinic's defaults, before it adapts them. */
export function rolesOf(duty: DutyId): string {
  return Object.entries(dutyOf(duty).who)
    .map(([role, standing]) => `${role} ${standing}`)
    .join(', ');
}
