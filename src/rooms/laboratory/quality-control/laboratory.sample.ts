/** A laboratory for tests: instruments with control material, made by the same buttons as in the clinic. */

import type { DeviceId } from '#equipment';
import { addDevice } from '../../../commons/equipment/device.api.ts';
import type { TestHouse } from '../../../main/testing/test-house.ts';
import { addControlMaterial, runControl } from './control.api.ts';
import type { ControlMaterialId } from './control-material.ts';

let serial = 0;

/** An analyser of one analyte with one level of control: mean 10, SD 0.5, limits 8.5–11.5 unless told. */
export async function addInstrument(
  clinic: TestHouse,
  analyte: string,
  target: { mean?: number; sd?: number; low?: number; high?: number } = {},
): Promise<{ device: DeviceId; material: ControlMaterialId; name: string }> {
  serial++;
  const name = `${analyte} ${serial}`;
  const { id: device } = await clinic.yes('eva', addDevice, {
    name,
    kind: 'analyser',
    maker: 'Prøvemaker',
    model: 'A1',
    serial: String(serial),
    place: 'Lab',
    analytes: [analyte],
    responsible: clinic.demo.as('eva').person,
    deputy: clinic.demo.as('kari').person,
  });
  const { id: material } = await clinic.yes('eva', addControlMaterial, {
    name: `Kontroll ${name}`,
    level: '1',
    lot: `L${serial}`,
    expiresOn: '2027-06-30',
    devices: [device],
    source: 'pakningsvedlegg',
    targets: [{ analyte, unit: 'u', mean: 10, sd: 0.5, low: 8.5, high: 11.5, ...target }],
  });
  return { device, material, name };
}

/** An instrument that today's control has opened. */
export async function addOpenInstrument(clinic: TestHouse, analyte: string) {
  const instrument = await addInstrument(clinic, analyte);
  await clinic.yes('eva', runControl, { ...pick(instrument), analyte, value: 10, from: 'instrument' });
  return instrument;
}
const pick = ({ device, material }: { device: DeviceId; material: ControlMaterialId }) => ({ device, material });
