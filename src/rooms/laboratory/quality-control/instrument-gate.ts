/** The gate of an instrument: no patient result before today's control has passed (hard stop). */

import { type Device, deviceGate } from '#equipment';
import { addDays, dayOf, type IsoDate, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { type ControlRun, type FailedRun, inOrder } from './control.ts';
import { type ControlMaterial, usableUntil } from './control-material.ts';
import { type ControlRule, controlRules } from './control-rule.table.ts';

/** An instrument with one of its analytes, and what it is controlled with. */
export type Instrument = {
  readonly device: Device;
  readonly analyte: string;
  readonly materials: readonly ControlMaterial[];
  /** The lot of reagent or strips that is in use. */
  readonly reagent?: { readonly lot: string; readonly expiresOn: IsoDate; readonly inUseSince: Moment };
  /** The clinic's own rule for this instrument instead of the table's. */
  readonly rule?: ControlRule;
};

export type LockedWhy =
  | 'device locked'
  | 'device out of use'
  | 'upkeep overdue'
  | 'not measured by this device'
  | 'reagent expired'
  | 'failed control not explained'
  | 'control failed'
  | 'no usable control material'
  | 'control missing for new lot'
  | 'control missing';

export type InstrumentGate =
  | { readonly open: true; readonly passed: ControlRun; readonly nextControlOn: IsoDate }
  | { readonly open: false; readonly why: LockedWhy; readonly run?: FailedRun; readonly level?: string };

/** The rule that the analyte is controlled by on the day. */
export function controlRuleOf({ analyte, rule }: Pick<Instrument, 'analyte' | 'rule'>, day: IsoDate): ControlRule {
  const table = validOn(controlRules, day)?.value;
  return rule ?? table?.byAnalyte[analyte] ?? table?.other ?? { every: 'day', levels: 'all', atNewReagentLot: true };
}

/** Open with the control that opened it, or locked and why: the device first, then the reagent, then the controls. */
export function instrumentGate(instrument: Instrument, runs: readonly ControlRun[], now: Moment): InstrumentGate {
  const today = dayOf(now);
  const shut = deviceShut(instrument, today);
  if (shut) return { open: false, why: shut };
  const row = inOrder(runs, instrument.device.id, instrument.analyte).filter(({ runAt }) => runAt <= now);
  const failure = standingFailure(row);
  if (failure) return failure;
  const rule = controlRuleOf(instrument, today);
  const fresh = row.filter((run) => isFresh(run, instrument, rule, today));
  const missing = levelsNeeded(instrument, rule, today).find((level) => !fresh.some((run) => run.level === level));
  const passed = fresh.at(-1);
  if (passed && (rule.levels === 'one' || missing === undefined))
    return { open: true, passed, nextControlOn: addDays(dayOf(passed.runAt), rule.every === 'day' ? 1 : 7) };
  return { open: false, why: whyMissing(instrument, row, rule, today), ...(missing ? { level: missing } : {}) };
}

function deviceShut({ device, analyte, reagent }: Instrument, today: IsoDate): LockedWhy | undefined {
  const gate = deviceGate(device, today);
  if (!gate.open) return gate.why === 'upkeep overdue' ? gate.why : `device ${gate.why}`;
  if (!device.analytes.includes(analyte)) return 'not measured by this device';
  return reagent && today > reagent.expiresOn ? 'reagent expired' : undefined;
}

/** A failed control locks until its cause is known and a later control of the same level has passed. */
function standingFailure(row: readonly ControlRun[]): InstrumentGate | undefined {
  const unexplained = row.find((run) => run.verdict === 'failed' && !run.explained);
  if (unexplained?.verdict === 'failed')
    return { open: false, why: 'failed control not explained', run: unexplained, level: unexplained.level };
  const lastOfLevel = new Map(row.map((run) => [run.level, run]));
  const failed = [...lastOfLevel.values()].find(({ verdict }) => verdict === 'failed');
  if (failed?.verdict !== 'failed') return undefined;
  return { open: false, why: 'control failed', run: failed, level: failed.level };
}

/** Young enough to open the instrument, and run on the reagent that is in use. */
function isFresh(run: ControlRun, { reagent }: Instrument, rule: ControlRule, today: IsoDate): boolean {
  if (run.verdict !== 'passed') return false;
  if (rule.atNewReagentLot && reagent && run.runAt < reagent.inUseSince && run.reagentLot !== reagent.lot) return false;
  const day = dayOf(run.runAt);
  return rule.every === 'day' ? day === today : day > addDays(today, -7);
}

function levelsNeeded({ materials, analyte }: Instrument, rule: ControlRule, today: IsoDate): readonly string[] {
  const usable = materials.filter((material) => isUsable(material, analyte, today));
  const levels = [...new Set(usable.map(({ level }) => level))];
  return rule.levels === 'all' ? levels : [];
}

function isUsable(material: ControlMaterial, analyte: string, today: IsoDate): boolean {
  const targets = validOn(material.targets, today)?.value ?? [];
  return today <= usableUntil(material) && targets.some((target) => target.analyte === analyte);
}

function whyMissing(instrument: Instrument, row: readonly ControlRun[], rule: ControlRule, today: IsoDate): LockedWhy {
  const { materials, analyte, reagent } = instrument;
  if (!materials.some((material) => isUsable(material, analyte, today))) return 'no usable control material';
  const { reagent: _, ...withoutReagent } = instrument;
  const wouldBeFresh = row.some((run) => isFresh(run, withoutReagent, rule, today));
  return reagent && rule.atNewReagentLot && wouldBeFresh ? 'control missing for new lot' : 'control missing';
}

export type DueControl = { readonly instrument: Instrument; readonly why: LockedWhy };

/** The control calendar of the day: every instrument that a control would open, and what it waits for. */
export function controlsDue(
  instruments: readonly Instrument[],
  runs: readonly ControlRun[],
  now: Moment,
): readonly DueControl[] {
  const byControl: readonly LockedWhy[] = ['control missing', 'control missing for new lot', 'control failed'];
  return instruments.flatMap((instrument) => {
    const gate = instrumentGate(instrument, runs, now);
    return !gate.open && byControl.includes(gate.why) ? [{ instrument, why: gate.why }] : [];
  });
}

/** The level whose turn it is: the usable one that was controlled the longest ago, never-controlled ones first. */
export function levelInTurn(instrument: Instrument, runs: readonly ControlRun[], today: IsoDate): string | undefined {
  const row = inOrder(runs, instrument.device.id, instrument.analyte);
  const lastOf = (level: string) => row.findLast((run) => run.level === level)?.runAt ?? '';
  return instrument.materials
    .filter((material) => isUsable(material, instrument.analyte, today))
    .map(({ level }) => level)
    .sort((a, b) => (lastOf(a) < lastOf(b) ? -1 : lastOf(a) > lastOf(b) ? 1 : a < b ? -1 : 1))[0];
}
