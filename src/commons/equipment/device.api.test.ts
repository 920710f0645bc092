import { beforeAll, expect, test } from 'vitest';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { loopsOnBoard } from '../loops/loop.api.ts';
import {
  addDevice,
  bringDeviceBack,
  deviceHistory,
  devicesToday,
  lockDevice,
  recordUpkeep,
  releaseDevice,
  takeDeviceOutOfUse,
} from './device.api.ts';
import type { DeviceId } from './device.ts';

let clinic: TestHouse;
beforeAll(async () => {
  clinic = await testHouse();
});
let serial = 0;
const passport = () => ({
  name: `Spirometer ${++serial}`,
  kind: 'spirometer' as const,
  maker: 'Pust',
  model: 'P1',
  serial: `S-${serial}`,
  place: 'Skiftestue',
  responsible: clinic.demo.as('eva').person,
  deputy: clinic.demo.as('kari').person,
});
const added = async (): Promise<DeviceId> => (await clinic.yes('eva', addDevice, passport())).id;
const seen = async (id: DeviceId) => (await clinic.yes('kari', devicesToday, {})).find((one) => one.device.id === id);
const repairs = async () =>
  (await clinic.yes('kari', loopsOnBoard, {})).filter(({ loop }) => loop.kind === 'device to repair').length;

test('a device is taken into use with the clocks of its kind, and only once by its serial number', async () => {
  const wanted = passport();
  const { id } = await clinic.yes('eva', addDevice, wanted);
  expect((await seen(id))?.due.map(({ upkeep }) => upkeep.kind)).toContain('calibration check');
  expect(await clinic.answer('eva', addDevice, wanted)).toMatchObject({ ok: false, why: 'already registered' });
});

test('anyone takes a device away from patients at once; a release test gives it back and closes what waited', async () => {
  const device = await added();
  const before = await repairs();
  await clinic.yes('elev', lockDevice, { device, cause: 'fault', what: 'slange løs' });
  expect((await seen(device))?.gate).toEqual({ open: false, why: 'locked' });
  expect(await repairs()).toBe(before + 1);
  expect(await clinic.answer('kari', lockDevice, { device, cause: 'fault', what: 'igjen' })).toMatchObject({
    why: 'already locked',
  });
  await clinic.yes('eva', releaseDevice, { device, test: '3 L kalibreringssprøyte: 2,98 L' });
  expect((await seen(device))?.gate).toEqual({ open: true });
  expect(await repairs()).toBe(before);
});

test('after an incident it stays locked until the authorities are done with it', async () => {
  const device = await added();
  await clinic.yes('kari', lockDevice, { device, cause: 'incident', what: 'pasient fikk støt' });
  expect(await clinic.answer('eva', releaseDevice, { device, test: 'målt ok' })).toMatchObject({
    why: 'device is kept for the authorities',
  });
  await clinic.yes('eva', releaseDevice, { device, test: 'målt ok', authoritiesDone: true });
});

test('upkeep starts its clock again, and what was done stands in the device’s story', async () => {
  const device = await added();
  await clinic.yes('eva', recordUpkeep, { device, kind: 'calibration check', words: '3,01 L' });
  expect(await clinic.answer('eva', recordUpkeep, { device, kind: 'battery' })).toMatchObject({
    why: 'not part of its upkeep',
  });
  const story = await clinic.yes('kari', deviceHistory, { device });
  expect(story.map(({ what }) => what).sort()).toEqual(['calibration check', 'taken into use']);
  expect(story[0]?.byName).toBe('Eva Nes');
});

test('stored away and brought back it is locked until it has been tested', async () => {
  const device = await added();
  await clinic.yes('eva', takeDeviceOutOfUse, { device, reason: 'lånt ut' });
  expect((await seen(device))?.gate).toEqual({ open: false, why: 'out of use' });
  await clinic.yes('eva', bringDeviceBack, { device });
  expect((await seen(device))?.gate).toEqual({ open: false, why: 'locked' });
});

test('a device that overdue upkeep shuts cannot be used on patients', async () => {
  const { id } = await clinic.yes('eva', addDevice, { ...passport(), inUseFrom: '2026-11-20' });
  expect((await seen(id))?.gate).toMatchObject({ open: false, why: 'upkeep overdue' });
});

test('IT looks after no medical equipment', async () => {
  expect(await clinic.outcome('drift', addDevice, passport())).toMatchObject({ kind: 'not allowed' });
  expect(await clinic.answer('eva', recordUpkeep, { device: crypto.randomUUID(), kind: 'battery' } as never)).toEqual({
    ok: false,
    why: 'not found',
  });
});
