/** The name of every duty and where it stands in the description: what a search or a menu needs, and no more. */

import type { Words } from '#kernel/texts';
import { type DutyId, type DutyRoom, dutyRooms } from './duty.ts';
import { general } from './general.table.ts';
import { laboratory } from './laboratory.table.ts';
import { reception } from './reception.table.ts';
import { treatment } from './treatment.table.ts';

export type DutyName = { readonly id: DutyId; readonly room: DutyRoom; readonly name: Words };

const tables: Readonly<Record<DutyRoom, Readonly<Record<string, { readonly name: Words }>>>> = {
  reception,
  laboratory,
  treatment,
  general,
};

/** In the order of the job description. */
export const dutyNames: readonly DutyName[] = dutyRooms.flatMap((room) =>
  Object.entries(tables[room]).map(([id, { name }]) => ({ id: id as DutyId, room, name })),
);

const byId = new Map<string, DutyName>(dutyNames.map((duty) => [duty.id, duty]));
export const dutyName = (id: string): Words => byId.get(id)?.name ?? { nb: id, en: id };

/** Words typed in any order, each the beginning or a part of a word of the name, in either language. */
export function findDuties(typed: string): readonly DutyName[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const has = (name: string): boolean => words.every((word) => name.toLowerCase().includes(word));
  const begins = ({ name }: DutyName): number =>
    [name.nb, name.en].some((one) => one.toLowerCase().startsWith(words[0] ?? '')) ? 0 : 1;
  return dutyNames.filter(({ name }) => has(name.nb) || has(name.en)).toSorted((a, b) => begins(a) - begins(b));
}
