/** The laboratory's instruments as they stand now: each analyser and analyte with its control material and reagent. */

import { type Device, type DeviceId, isAnalyser } from '#equipment';
import { allDevices } from '#equipment/server';
import type { Db } from '#platform/server';
import { allMaterials, type ReagentLot, reagentLotsInUse } from './control.store.ts';
import type { ControlMaterial } from './control-material.ts';
import type { Instrument } from './instrument-gate.ts';

/** Every analyser with each of its analytes, what it is controlled with and the reagent that is in use. */
export async function allInstruments(db: Db): Promise<Instrument[]> {
  const [devices, known, lots] = [await allDevices(db), await allMaterials(db), await reagentLotsInUse(db)];
  return devices.filter(isAnalyser).flatMap((device) => instrumentsOf(device, known, lots));
}

function instrumentsOf(device: Device, known: readonly ControlMaterial[], lots: readonly ReagentLot[]): Instrument[] {
  return device.analytes.map((analyte) => {
    const reagent = lots.find((lot) => lot.device === device.id && lot.analyte === analyte);
    const materials = known.filter(
      (material) =>
        material.devices.includes(device.id) &&
        material.targets.some(({ value }) => value.some((target) => target.analyte === analyte)),
    );
    return { device, analyte, materials, ...(reagent ? { reagent } : {}) };
  });
}

export async function instrumentOf(db: Db, on: DeviceId, analyte: string): Promise<Instrument | undefined> {
  return (await allInstruments(db)).find((one) => one.device.id === on && one.analyte === analyte);
}
