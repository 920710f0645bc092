/** One line of a duty table, and how it becomes a duty: the default matrix, its own exceptions, its words. */

import type { Words } from '#kernel/texts';
import type { Carry, Duty, DutyId, DutyRoom, DutyRule, Needs, Rhythm, SpecialAct, WhoMay } from './duty.ts';
import type { LawId } from './law.table.ts';
import type { Role } from './role.ts';
import { type TaskGroup, taskMatrix } from './task-group.table.ts';

export type DutyLine = {
  readonly name: Words;
  readonly group: TaskGroup;
  /** Differs from the group: another standing, or none. */
  readonly who?: Readonly<Partial<Record<Role, WhoMay[Role] | undefined>>>;
  readonly needs?: Partial<Needs>;
  readonly acts?: Readonly<Partial<Record<SpecialAct, TaskGroup>>>;
  readonly carry: readonly Carry[];
  readonly rhythm: Rhythm;
  readonly laws: readonly LawId[];
  readonly fixedByLaw?: boolean;
};

/** What the duty is, in our own words. */
export type DutyWords = { readonly description: Words; readonly limits?: Words };
export type Routine = Duty['routine'];

/** The duties of one part of the job description, in its order. */
export function dutiesOf<D extends DutyId>(
  room: DutyRoom,
  lines: Readonly<Record<D, DutyLine>>,
  words: Readonly<Record<D, DutyWords>>,
  routines: Readonly<Record<D, Routine>>,
): readonly Duty[] {
  return (Object.keys(lines) as D[]).map((id, place) => {
    const line = lines[id];
    const rule = taskMatrix.value[line.group];
    return {
      id,
      room,
      lineInDescription: place + 1,
      name: line.name,
      ...words[id],
      routine: routines[id],
      who: withoutEmpty({ ...rule.who, ...line.who }),
      needs: { ...rule.needs, ...line.needs },
      acts: actsOf(line),
      carry: line.carry,
      rhythm: line.rhythm,
      laws: line.laws,
      fixedByLaw: line.fixedByLaw ?? false,
    };
  });
}

function actsOf(line: DutyLine): Duty['acts'] {
  const groups = Object.entries(line.acts ?? {}) as readonly [SpecialAct, TaskGroup][];
  return Object.fromEntries(groups.map(([act, group]): [SpecialAct, DutyRule] => [act, taskMatrix.value[group]]));
}

function withoutEmpty(who: NonNullable<DutyLine['who']>): WhoMay {
  return Object.fromEntries(Object.entries(who).filter(([, standing]) => standing !== undefined));
}
