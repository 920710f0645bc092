/** What the adapt form sends: text fields become the clinic's decision, and what is left as in the standard is not sent. */

import { z } from 'zod';
import { type DutyId, type Role, roles, type Standing, standings, type WhoChange } from '#duties';
import type { PersonId } from '#kernel/ids';
import { dayInput } from '#kernel/inputs';
import type { IsoDate } from '#kernel/time';

/** `standard`: as the description has it. `none`: closed to the role. */
const standingChoice = z.enum(['standard', 'none', ...standings]);
const chosenPerson = z.string().nullable().default(null);

export const adaptForm = z.object({
  on: z.boolean(),
  text: z.string().trim().max(2000).default(''),
  levelAlone: z.string().nullable().default(null),
  owner: chosenPerson,
  deputy: chosenPerson,
  from: dayInput,
  who: z.partialRecord(z.enum(roles), standingChoice).default({}),
});
export type AdaptForm = z.output<typeof adaptForm>;

export type AdaptSent = {
  readonly duty: DutyId;
  readonly on: boolean;
  readonly from: IsoDate;
  readonly text?: string;
  readonly levelAlone?: 0 | 1 | 2 | 3 | 4;
  readonly owner?: PersonId;
  readonly deputy?: PersonId;
  readonly who?: WhoChange;
};

/** What is typed, as the command takes it. */
export function sentOf(duty: DutyId, form: AdaptForm): AdaptSent {
  const changed = Object.entries(form.who).filter(([, standing]) => standing && standing !== 'standard');
  const who = Object.fromEntries(changed.map(([role, standing]) => [role, standing === 'none' ? null : standing]));
  return {
    duty,
    on: form.on,
    from: form.from,
    ...(form.text ? { text: form.text } : {}),
    ...(form.levelAlone ? { levelAlone: Number(form.levelAlone) as 0 | 1 | 2 | 3 | 4 } : {}),
    ...(form.owner ? { owner: form.owner as PersonId } : {}),
    ...(form.deputy ? { deputy: form.deputy as PersonId } : {}),
    ...(changed.length > 0 ? { who: who as WhoChange } : {}),
  };
}

/** The decision that stands, as the form shows it. */
export function startOf(
  local: {
    readonly on: boolean;
    readonly text?: string;
    readonly levelAlone?: number;
    readonly owner?: PersonId;
    readonly deputy?: PersonId;
    readonly who?: WhoChange;
  } | null,
  today: IsoDate,
): z.input<typeof adaptForm> {
  const choiceOf = (role: Role): Standing | 'standard' | 'none' => {
    const changed = local?.who?.[role];
    return changed === null ? 'none' : (changed ?? 'standard');
  };
  return {
    on: local?.on ?? true,
    text: local?.text ?? '',
    levelAlone: local?.levelAlone === undefined ? null : String(local.levelAlone),
    owner: local?.owner ?? null,
    deputy: local?.deputy ?? null,
    from: today,
    who: Object.fromEntries(roles.map((role) => [role, choiceOf(role)])),
  };
}
