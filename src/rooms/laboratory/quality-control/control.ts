/** A control (kontroll): one value of known material, judged once; the first value stands for ever. */

import { z } from 'zod';
import type { DeviceId } from '#equipment';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type Moment, minutesBetween } from '#kernel/time';
import { validOn } from '#kernel/validity';
import {
  type ControlMaterial,
  type ControlMaterialId,
  type MaterialRefusal,
  type Target,
  targetOn,
} from './control-material.ts';
import { type ControlJudgement, controlJudgement } from './control-rule.table.ts';
import { evaluateWestgard, type MaterialLimits, type WestgardRule } from './westgard.ts';

export type ControlRunId = Id<'ControlRun'>;

export const failureCauses = [
  'wrong material or level',
  'control material spoiled',
  'reagent or strip',
  'instrument',
  'technique',
  'temperature',
  'not found',
] as const;
export type FailureCause = (typeof failureCauses)[number];

type Known = {
  readonly id: ControlRunId;
  readonly device: DeviceId;
  readonly analyte: string;
  readonly material: ControlMaterialId;
  readonly lot: string;
  readonly level: string;
  readonly value: number;
  readonly from: 'instrument' | 'typed';
  readonly reagentLot?: string;
  readonly runAt: Moment;
  readonly runBy: PersonId;
  /** The target as it was when the value was judged; a later target does not judge it again. */
  readonly target: Target;
  readonly broken: readonly WestgardRule[];
};
export type PassedRun = Known & { readonly verdict: 'passed'; readonly warnings: readonly WestgardRule[] };
export type FailedRun = Known & {
  readonly verdict: 'failed';
  readonly failure: 'outside limits' | 'rule broken';
  readonly explained?: {
    readonly cause: FailureCause;
    readonly action: string;
    readonly by: PersonId;
    readonly at: Moment;
  };
};
export type ControlRun = PassedRun | FailedRun;

/** There is no way from one verdict to the other: a better value is a new control. */
export const controlRunNext = { passed: [], failed: ['failed'] } as const satisfies Record<
  ControlRun['verdict'],
  readonly ControlRun['verdict'][]
>;

export const controlInput = z.object({
  analyte: z.string().trim().min(1),
  value: z.number().refine(Number.isFinite),
  from: z.enum(['instrument', 'typed']),
  reagentLot: z.string().trim().min(1).max(60).optional(),
});
export type ControlInput = z.output<typeof controlInput>;

export type ControlRefusal =
  | MaterialRefusal
  | 'not for this device'
  | 'not a failed control'
  | 'already explained'
  | 'action missing';

type NewControl = { readonly id: ControlRunId; readonly device: DeviceId; readonly input: ControlInput };

/** Runs a control: the value is held against the target of the day and against what came before it on this device. */
export function runControl(
  { id, device, input }: NewControl,
  material: ControlMaterial,
  earlier: readonly ControlRun[],
  by: PersonId,
  now: Moment,
): Result<ControlRun, MaterialRefusal | 'not for this device'> {
  if (!material.devices.includes(device)) return refuse('not for this device');
  const target = targetOn(material, input.analyte, dayOf(now));
  if (!target.ok) return target;
  const known = {
    ...input,
    id,
    device,
    material: material.id,
    lot: material.lot,
    level: material.level,
    runAt: now,
    runBy: by,
    target: target.value,
  };
  return ok(judge(known, earlier));
}

function judge(known: Omit<Known, 'broken'>, earlier: readonly ControlRun[]): ControlRun {
  const judgement = validOn(controlJudgement, dayOf(known.runAt))?.value;
  const broken = judgement ? brokenRules(known, earlier, judgement) : [];
  const { low, high } = known.target;
  if (known.value < low || known.value > high)
    return { ...known, broken, verdict: 'failed', failure: 'outside limits' };
  if (judgement && broken.some((rule) => judgement.rejectOn.includes(rule)))
    return { ...known, broken, verdict: 'failed', failure: 'rule broken' };
  return { ...known, broken, verdict: 'passed', warnings: broken };
}

/** Westgard's rules over the values of this device and analyte; material without an SD is left out of the row. */
function brokenRules(
  known: Omit<Known, 'broken'>,
  earlier: readonly ControlRun[],
  { rejectOn, warnOn, sameRunMinutes }: ControlJudgement,
): readonly WestgardRule[] {
  if (known.target.sd === undefined) return [];
  const row = [...inOrder(earlier, known.device, known.analyte), known].filter(({ target }) => target.sd !== undefined);
  // A lot of one level with one target is one material: new lot or new target, new limits.
  const keyOf = ({ material, target }: Omit<Known, 'broken'>) => `${material}|${target.mean}|${target.sd}`;
  const limits = new Map(row.map((run) => [keyOf(run), limitsOf(run.target)]));
  const runs = groupIntoRuns(row, sameRunMinutes);
  const values = runs.map((run) => run.map((one) => ({ material: keyOf(one), value: one.value })));
  const extraRules = [...rejectOn, ...warnOn];
  const last = evaluateWestgard(Object.fromEntries(limits), values, { extraRules }).at(-1);
  return (last?.violations ?? []).filter((rule) => extraRules.includes(rule));
}

function limitsOf({ mean, sd }: Target): MaterialLimits {
  return { mean, sd: sd ?? Number.NaN };
}

/** The same material once more is a new run: a control that is repeated after a failed one is judged by itself. */
function groupIntoRuns<R extends { readonly runAt: Moment; readonly material: ControlMaterialId }>(
  row: readonly R[],
  minutes: number,
): readonly (readonly R[])[] {
  const runs: R[][] = [];
  for (const one of row) {
    const current = runs.at(-1);
    const first = current?.[0];
    const isRepeated = current?.some(({ material }) => material === one.material);
    if (current && first && !isRepeated && minutesBetween(first.runAt, one.runAt) < minutes) current.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** The controls of one device and analyte, oldest first. */
export function inOrder(runs: readonly ControlRun[], device: DeviceId, analyte: string): readonly ControlRun[] {
  return runs
    .filter((run) => run.device === device && run.analyte === analyte)
    .sort((a, b) => (`${a.runAt}${a.id}` < `${b.runAt}${b.id}` ? -1 : 1));
}

/** Why it failed and what was done: asked once, and before the instrument can open again. */
export function explainFailure(
  run: ControlRun,
  cause: FailureCause,
  action: string,
  by: PersonId,
  now: Moment,
): Result<FailedRun, 'not a failed control' | 'already explained' | 'action missing'> {
  if (run.verdict !== 'failed') return refuse('not a failed control');
  if (run.explained) return refuse('already explained', { at: run.explained.at });
  if (action.trim().length < 3) return refuse('action missing');
  return ok({ ...run, explained: { cause, action: action.trim(), by, at: now } });
}

/** Patients measured in this time are looked at again: from the last control that passed to the one that failed. */
export type LookBack = { readonly from?: Moment; readonly until: Moment };

export function lookBackFrom(failed: FailedRun, runs: readonly ControlRun[]): LookBack {
  const before = inOrder(runs, failed.device, failed.analyte).filter(
    (run) => run.verdict === 'passed' && run.runAt < failed.runAt,
  );
  const last = before.at(-1);
  return last ? { from: last.runAt, until: failed.runAt } : { until: failed.runAt };
}
