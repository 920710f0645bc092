/** Commands and queries of equipment: taken into use, locked at once by anyone, released by a test, kept up. */

import { z } from 'zod';
import { type DutyId, duties } from '#duties';
import { fact } from '#events';
import { newId, type PersonId } from '#kernel/ids';
import { dayInput, idInput, lineInput } from '#kernel/inputs';
import { ok, type Result, refuse } from '#kernel/result';
import { addDays, dayOf, momentAt, type TimeOfDay } from '#kernel/time';
import { closeLoopsOf, openLoop } from '#loops/server';
import { command, type Doing, isTaken, query } from '#platform/server';
import { allDevices, deviceEvents, deviceToChange, saveDevice } from './device.store.ts';
import {
  bringBack,
  type Device,
  type DeviceId,
  deviceGate,
  deviceInput,
  lockDevice as lock,
  lockCauses,
  releaseDevice as release,
  takeIntoUse,
  takeOutOfUse,
} from './device.ts';
import { upkeepKinds } from './upkeep.table.ts';
import { upkeepDone, upkeepDue } from './upkeep.ts';

const device = idInput<DeviceId>();
const words = z.string().trim().min(3).max(500);
const dutyIds = duties.map(({ id }) => id) as [DutyId, ...DutyId[]];
const upkeep = { duty: 'laboratory.equipment-maintenance' };
const subjectOf = (id: DeviceId) => ({ thing: 'device', id });

export const addDevice = command({
  name: 'addDevice',
  who: upkeep,
  takes: deviceInput.extend({
    duties: z.array(z.enum(dutyIds)).max(10).default([]),
    analytes: z.array(lineInput(40)).max(40).default([]),
    responsible: idInput<PersonId>(),
    deputy: idInput<PersonId>(),
    inUseFrom: dayInput.optional(),
  }),
  async does({ input: { inUseFrom, ...passport }, db, me, now, tell }) {
    const taken = takeIntoUse(newId<DeviceId>(), passport, inUseFrom ?? dayOf(now));
    if (!taken.ok) return taken;
    try {
      await saveDevice(db, taken.value, { by: me.person, at: now, what: 'taken into use' });
    } catch (fault) {
      if (isTaken(fault, 'device_serial')) return refuse('already registered');
      throw fault;
    }
    tell(fact('DeviceChanged', { device: taken.value.id }));
    return ok({ id: taken.value.id });
  },
});

type Changing = Pick<Doing<{ device: DeviceId }>, 'input' | 'db' | 'me' | 'now' | 'tell'>;

/** Changes one device by a decision, and keeps what was done. */
async function change<D extends Device, Why extends string>(
  { input, db, me, now, tell }: Changing,
  done: { readonly what: string; readonly words?: string },
  decide: (device: Device) => Result<D, Why>,
) {
  const found = await deviceToChange(db, input.device);
  if (!found) return refuse('not found');
  const decided = decide(found);
  if (!decided.ok) return decided;
  await saveDevice(db, decided.value, { by: me.person, at: now, ...done });
  tell(fact('DeviceChanged', { device: input.device }));
  return decided;
}

/** Anyone who sees that something is wrong takes it away from patients at once. */
export const lockDevice = command({
  name: 'lockDevice',
  who: 'signed in',
  takes: z.object({ device, cause: z.enum(lockCauses), what: words }),
  async does(doing) {
    const { input, me, now } = doing;
    const locked = await change(doing, { what: 'locked', words: input.what }, (found) =>
      lock(found, input.cause, input.what, me.person, now),
    );
    if (!locked.ok) return locked;
    await openLoop(doing, {
      kind: 'device to repair',
      subject: subjectOf(input.device),
      what: locked.value.name,
      haste: 2,
      owner: { kind: 'person', person: locked.value.responsible },
      deputy: { kind: 'person', person: locked.value.deputy },
      openedBy: me.person,
      expectedBy: momentAt(addDays(dayOf(now), 1), '15:30' as TimeOfDay),
    });
    return ok();
  },
});

/** A test has shown that it measures right again. */
export const releaseDevice = command({
  name: 'releaseDevice',
  who: upkeep,
  takes: z.object({ device, test: words, authoritiesDone: z.boolean().default(false) }),
  async does(doing) {
    const { input, me, now } = doing;
    const proof = { releaseTest: { thing: 'release test', id: `${input.device} ${now}` } };
    const released = await change(doing, { what: 'released', words: input.test }, (found) =>
      release(found, { ...proof, authoritiesDone: input.authoritiesDone }),
    );
    if (!released.ok) return released;
    await closeLoopsOf(doing, subjectOf(input.device), 'release test passed', me.person);
    return ok();
  },
});

export const takeDeviceOutOfUse = command({
  name: 'takeDeviceOutOfUse',
  who: upkeep,
  takes: z.object({ device, reason: words }),
  async does(doing) {
    const { input, me, now } = doing;
    const out = await change(doing, { what: 'taken out of use', words: input.reason }, (found) =>
      takeOutOfUse(found, input.reason, me.person, now),
    );
    return out.ok ? ok() : out;
  },
});

/** It comes back locked, and opens by a release test. */
export const bringDeviceBack = command({
  name: 'bringDeviceBack',
  who: upkeep,
  takes: z.object({ device }),
  async does(doing) {
    const back = await change(doing, { what: 'brought back' }, (found) => bringBack(found, doing.me.person, doing.now));
    return back.ok ? ok() : back;
  },
});

export const recordUpkeep = command({
  name: 'recordUpkeep',
  who: upkeep,
  takes: z.object({ device, kind: z.enum(upkeepKinds), on: dayInput.optional(), words: words.optional() }),
  async does(doing) {
    const { input, now } = doing;
    const done = { what: input.kind, ...(input.words ? { words: input.words } : {}) };
    const kept = await change(doing, done, (found) =>
      upkeepDone(found, input.kind, input.on ?? dayOf(now), dayOf(now)),
    );
    return kept.ok ? ok() : kept;
  },
});

/** All equipment: may it be used on patients now, and which upkeep is due. */
export const devicesToday = query({
  name: 'devicesToday',
  who: { duty: 'general.know-own-competence' },
  takes: z.object({}),
  async does({ db, now }) {
    const today = dayOf(now);
    const devices = await allDevices(db);
    return ok(devices.map((one) => ({ device: one, gate: deviceGate(one, today), due: upkeepDue(one, today) })));
  },
});

export const deviceHistory = query({
  name: 'deviceHistory',
  who: { duty: 'general.know-own-competence' },
  takes: z.object({ device }),
  does: async ({ input, db }) => ok(await deviceEvents(db, input.device)),
});
