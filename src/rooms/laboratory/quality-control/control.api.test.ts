import { beforeAll, expect, test } from 'vitest';
import { loopsOnBoard } from '../../../commons/loops/loop.api.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import {
  addControlMaterial,
  controlSeries,
  controlsToday,
  explainControl,
  openControlBottle,
  runControl,
  takeReagentLot,
} from './control.api.ts';
import { addInstrument } from './laboratory.sample.ts';

let clinic: TestHouse;
beforeAll(async () => {
  clinic = await testHouse();
});
const gateOf = async (device: string) =>
  (await clinic.yes('kari', controlsToday, {})).find((one) => one.device.id === device)?.gate;
const controlLoops = async () =>
  (await clinic.yes('kari', loopsOnBoard, {})).filter(({ loop }) => loop.kind === 'control due').length;

test('an instrument is locked in the morning and opens when today’s control has passed', async () => {
  const { device, material } = await addInstrument(clinic, 'crp');
  expect(await gateOf(device)).toMatchObject({ open: false, why: 'control missing' });
  const done = await clinic.yes('eva', runControl, { device, material, analyte: 'crp', value: 10.4, from: 'typed' });
  expect(done).toMatchObject({ run: { verdict: 'passed' }, gate: { open: true, nextControlOn: '2026-11-24' } });
  expect(await gateOf(device)).toMatchObject({ open: true });
});

test('a value outside the limits locks; it is explained, and a new control opens and closes what waited', async () => {
  const { device, material } = await addInstrument(clinic, 'inr');
  const before = await controlLoops();
  const input = { device, material, analyte: 'inr', from: 'typed' as const };
  const failed = await clinic.yes('eva', runControl, { ...input, value: 12 });
  expect(failed).toMatchObject({
    run: { verdict: 'failed', failure: 'outside limits' },
    gate: { open: false, why: 'failed control not explained' },
    lookBack: { until: expect.any(String) },
  });
  expect(await controlLoops()).toBe(before + 1);
  await clinic.yes('eva', runControl, { ...input, value: 10 });
  expect(await gateOf(device)).toMatchObject({ open: false, why: 'failed control not explained' });
  const explanation = { run: failed.run.id, cause: 'reagent or strip' as const, action: 'ny boks med strimler' };
  await clinic.yes('eva', explainControl, explanation);
  expect(await clinic.answer('eva', explainControl, explanation)).toMatchObject({ why: 'already explained' });
  await clinic.yes('eva', runControl, { ...input, value: 10.1 });
  expect(await gateOf(device)).toMatchObject({ open: true });
  expect(await controlLoops()).toBe(before);
});

test('two in a row outside the same 2 SD reject although each is within the limits', async () => {
  const { device, material } = await addInstrument(clinic, 'hba1c');
  const input = { device, material, analyte: 'hba1c', from: 'instrument' as const };
  expect(await clinic.yes('eva', runControl, { ...input, value: 11.1 })).toMatchObject({
    run: { verdict: 'passed', warnings: ['1_2s'] },
  });
  clinic.clock.set('2026-11-23T09:00:00.000Z');
  const second = await clinic.yes('eva', runControl, { ...input, value: 11.2 });
  expect(second.run).toMatchObject({ verdict: 'failed', failure: 'rule broken' });
  expect(second.run.broken).toContain('2_2s');
});

test('a new lot of strips locks until a control has been run on it', async () => {
  const { device, material } = await addInstrument(clinic, 'crp');
  const input = { device, material, analyte: 'crp', value: 10, from: 'instrument' as const };
  await clinic.yes('eva', takeReagentLot, { device, analyte: 'crp', lot: 'A1', expiresOn: '2027-01-31' });
  await clinic.yes('eva', runControl, input);
  clinic.clock.set('2026-11-23T10:00:00.000Z');
  await clinic.yes('eva', takeReagentLot, { device, analyte: 'crp', lot: 'A2', expiresOn: '2027-01-31' });
  expect(await gateOf(device)).toMatchObject({ open: false, why: 'control missing for new lot' });
  await clinic.yes('eva', runControl, input);
  expect(await gateOf(device)).toMatchObject({ open: true });
  expect(
    await clinic.answer('eva', takeReagentLot, { device, analyte: 'crp', lot: 'A3', expiresOn: '2026-01-31' }),
  ).toMatchObject({ why: 'lot expired' });
});

test('control material belongs to its devices, is registered once, and an opened bottle has its own clock', async () => {
  const { device, material } = await addInstrument(clinic, 'glucose');
  const other = await addInstrument(clinic, 'glucose');
  const input = { analyte: 'glucose', value: 10, from: 'typed' as const };
  expect(await clinic.answer('eva', runControl, { ...input, device, material: other.material })).toMatchObject({
    why: 'not for this device',
  });
  await clinic.yes('eva', openControlBottle, { material, openDays: 2 });
  const shown = (await clinic.yes('kari', controlsToday, {})).find((one) => one.device.id === device);
  expect(shown?.materials).toMatchObject([{ usableUntil: '2026-11-25', target: { mean: 10 } }]);
  const again = {
    name: `Kontroll ${other.name}`,
    level: '1',
    lot: other.name.replace('glucose ', 'L'),
    expiresOn: '2027-06-30',
    devices: [device],
    source: 'x',
    targets: [{ analyte: 'glucose', unit: '', mean: 1, low: 0, high: 2 }],
  };
  expect(await clinic.answer('eva', addControlMaterial, again)).toMatchObject({ why: 'already registered' });
});

test('the chart has every control, and mean and spread of each level’s own values', async () => {
  const { device, material } = await addInstrument(clinic, 'crp');
  for (const value of [9.8, 10.2, 10])
    await clinic.yes('eva', runControl, { device, material, analyte: 'crp', value, from: 'instrument' });
  const series = await clinic.yes('kari', controlSeries, { device, analyte: 'crp' });
  expect(series.runs.map(({ value }) => value)).toEqual([9.8, 10.2, 10]);
  expect(series.statistics).toMatchObject([{ level: '1', own: { n: 3, mean: 10 } }]);
});
