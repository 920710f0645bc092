/** Commands and queries of controls: material, lots, the control itself, and whether each instrument is open today. */

import { z } from 'zod';
import type { DeviceId } from '#equipment';
import { fact } from '#events';
import { newId } from '#kernel/ids';
import { dayInput, idInput, lineInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { addDays, dayOf, momentAt, type TimeOfDay } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { closeLoopsOf, openLoop } from '#loops/server';
import { command, type Doing, isTaken, query } from '#platform/server';
import {
  addReagentLot,
  allMaterials,
  controlRunById,
  controlRunsOf,
  controlRunsSince,
  saveControlRun,
  saveMaterial,
} from './control.store.ts';
import {
  type ControlRun,
  type ControlRunId,
  controlInput,
  explainFailure,
  failureCauses,
  lookBackFrom,
  runControl as run,
} from './control.ts';
import { type ControlMaterialId, openBottle, setTarget, targetInput, usableUntil } from './control-material.ts';
import { openBottleDays } from './control-rule.table.ts';
import { allInstruments, instrumentOf } from './instrument.api.ts';
import { type Instrument, instrumentGate, levelInTurn } from './instrument-gate.ts';
import { statisticsOf } from './levey-jennings.ts';

const quality = { duty: 'laboratory.quality-assurance' };
const device = idInput<DeviceId>();
const material = idInput<ControlMaterialId>();
/** Weekly controls and the rows that Westgard's rules look at. */
const daysOfControls = 60;

const subjectOf = (one: { readonly device: DeviceId; readonly analyte: string }) => ({
  thing: 'instrument',
  id: `${one.device}/${one.analyte}`,
});

export const addControlMaterial = command({
  name: 'addControlMaterial',
  who: quality,
  takes: z.object({
    name: lineInput(80),
    level: lineInput(30),
    lot: lineInput(40),
    expiresOn: dayInput,
    devices: z.array(device).min(1).max(20),
    targets: z.array(targetInput).min(1).max(40),
    source: lineInput(200),
    openedOn: dayInput.optional(),
    openDays: z.int().min(1).max(400).optional(),
  }),
  async does({ input: { targets, source, ...known }, db, me, now, tell }) {
    const id = newId<ControlMaterialId>();
    const bare = { ...known, id, targets: [], registeredBy: me.person };
    try {
      await saveMaterial(db, setTarget(bare, targets, addDays(dayOf(now), -daysOfControls), source));
    } catch (fault) {
      if (isTaken(fault, 'control_material_clinic_name_level_lot_key')) return refuse('already registered');
      throw fault;
    }
    tell(fact('ControlsChanged', {}));
    return ok({ id });
  },
});

/** The bottle is opened today; its own clock runs from now. */
export const openControlBottle = command({
  name: 'openControlBottle',
  who: quality,
  takes: z.object({ material, openDays: z.int().min(1).max(400).optional() }),
  async does({ input, db, now, tell }) {
    const found = (await allMaterials(db)).find(({ id }) => id === input.material);
    if (!found) return refuse('not found');
    const days = input.openDays ?? validOn(openBottleDays, dayOf(now))?.value ?? 1;
    const opened = openBottle(found, dayOf(now), days);
    if (!opened.ok) return opened;
    await saveMaterial(db, opened.value);
    tell(fact('ControlsChanged', {}));
    return ok();
  },
});

/** A new box of strips or cuvettes: where the rule asks for it the instrument is locked until a control has passed. */
export const takeReagentLot = command({
  name: 'takeReagentLot',
  who: quality,
  takes: z.object({ device, analyte: lineInput(40), lot: lineInput(60), expiresOn: dayInput }),
  async does({ input, db, me, now, tell }) {
    if (input.expiresOn < dayOf(now)) return refuse('lot expired', { expiresOn: input.expiresOn });
    await addReagentLot(db, { ...input, inUseSince: now }, me.person);
    tell(fact('ControlsChanged', {}));
    return ok();
  },
});

/** A control is run. The first value stands; what it means for the instrument is answered at once. */
export const runControl = command({
  name: 'runControl',
  who: quality,
  given: () => ({ deviceKind: 'analyser' }),
  takes: controlInput.extend({ device, material }),
  async does(doing) {
    const { input, db, me, now, tell } = doing;
    const { device: on, material: wanted, ...value } = input;
    const instrument = await instrumentOf(db, on, value.analyte);
    const found = instrument?.materials.find(({ id }) => id === wanted);
    if (!instrument || !found) return refuse('not for this device');
    const earlier = await controlRunsOf(db, on, value.analyte);
    const reagentLot = value.reagentLot ?? instrument.reagent?.lot;
    const done = run(
      { id: newId<ControlRunId>(), device: on, input: { ...value, ...(reagentLot ? { reagentLot } : {}) } },
      found,
      earlier,
      me.person,
      now,
    );
    if (!done.ok) return done;
    await saveControlRun(db, done.value);
    tell(fact('ControlRun', { run: done.value.id, device: on, verdict: done.value.verdict }));
    const gate = instrumentGate(instrument, [...earlier, done.value], now);
    await follow(doing, instrument, done.value, gate.open);
    return ok({ run: done.value, gate, lookBack: lookBackOf(done.value, earlier) });
  },
});

const lookBackOf = (done: ControlRun, earlier: readonly ControlRun[]) =>
  done.verdict === 'failed' ? lookBackFrom(done, earlier) : null;

/** A failed control is owned until one has passed; an open instrument has nothing that waits. */
async function follow(
  doing: Pick<Doing<unknown>, 'db' | 'now' | 'tell' | 'me'>,
  { device: on, analyte }: Instrument,
  done: ControlRun,
  isOpen: boolean,
): Promise<void> {
  const subject = subjectOf({ device: on.id, analyte });
  if (isOpen) await closeLoopsOf(doing, subject, 'control passed', doing.me.person);
  if (done.verdict === 'passed') return;
  await openLoop(doing, {
    kind: 'control due',
    subject,
    what: `${on.name}: kontroll utenfor grense`,
    haste: 1,
    owner: { kind: 'station', station: 'laboratory' },
    deputy: { kind: 'person', person: on.responsible },
    openedBy: doing.me.person,
    expectedBy: momentAt(addDays(dayOf(doing.now), 1), '08:00' as TimeOfDay),
  });
}

/** Why it failed and what was done about it. */
export const explainControl = command({
  name: 'explainControl',
  who: quality,
  takes: z.object({
    run: idInput<ControlRunId>(),
    cause: z.enum(failureCauses),
    action: z.string().trim().min(3).max(500),
  }),
  async does({ input, db, me, now, tell }) {
    const found = await controlRunById(db, input.run);
    if (!found) return refuse('not found');
    const explained = explainFailure(found, input.cause, input.action, me.person, now);
    if (!explained.ok) return explained;
    await saveControlRun(db, explained.value);
    tell(fact('ControlRun', { run: found.id, device: found.device, verdict: found.verdict }));
    return ok();
  },
});

/** Every instrument today: open or locked and why, whose turn it is, and what it may be controlled with. */
export const controlsToday = query({
  name: 'controlsToday',
  who: { duty: 'general.know-own-competence' },
  takes: z.object({}),
  async does({ db, now }) {
    const today = dayOf(now);
    const instruments = await allInstruments(db);
    const runs = await controlRunsSince(db, momentAt(addDays(today, -daysOfControls), '00:00' as TimeOfDay));
    return ok(
      instruments.map((instrument) => ({
        device: { id: instrument.device.id, name: instrument.device.name },
        analyte: instrument.analyte,
        reagent: instrument.reagent ?? null,
        gate: instrumentGate(instrument, runs, now),
        level: levelInTurn(instrument, runs, today) ?? null,
        materials: instrument.materials.map((one) => ({
          id: one.id,
          name: one.name,
          level: one.level,
          lot: one.lot,
          usableUntil: usableUntil(one),
          target: validOn(one.targets, today)?.value.find(({ analyte }) => analyte === instrument.analyte) ?? null,
        })),
      })),
    );
  },
});

/** The row of one instrument for its Levey–Jennings chart, with the mean and spread of its own values by level. */
export const controlSeries = query({
  name: 'controlSeries',
  who: { duty: 'general.know-own-competence' },
  takes: z.object({ device, analyte: lineInput(40) }),
  async does({ input, db }) {
    const runs = await controlRunsOf(db, input.device, input.analyte, 60);
    const levels = [...new Set(runs.map(({ level }) => level))];
    const statistics = levels.map((level) => {
      const own = statisticsOf(runs.filter((one) => one.level === level).map(({ value }) => value));
      return { level, own: own.ok ? own.value : null };
    });
    return ok({ runs, statistics });
  },
});
