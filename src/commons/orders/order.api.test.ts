import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { loopsOnBoard } from '../loops/loop.api.ts';
import { registerPatient } from '../patients/patient.api.ts';
import type { PatientId } from '../patients/patient.ts';
import { performOrderItem } from './door.server.ts';
import {
  acceptOrderItem,
  approveOrder,
  cancelOrderItem,
  declineOrder,
  handBackOrderItem,
  orderItemAgain,
  ordersForDoctors,
  ordersOfPatient,
  ordersWaiting,
  placeOrder,
  prepareOrder,
  recordPatientDeclined,
  releaseOrderItem,
} from './order.api.ts';
import type { OrderId } from './order.ts';

let clinic: TestHouse;
let patient: PatientId;
const crp = { code: 'crp' as const, haste: 1 as const };
const hb = { code: 'hemoglobin' as const, haste: 2 as const };
const pressure = { code: 'blood-pressure' as const, haste: 1 as const };

beforeAll(async () => {
  clinic = await testHouse();
});
beforeEach(async () => {
  patient = (
    await clinic.yes('kari', registerPatient, {
      familyName: 'Olsen',
      givenName: 'Kjetil',
      birthDate: '1974-02-17',
      numberKind: 'none',
    })
  ).id;
});
const ordered = async (items = [crp, hb, pressure] as Parameters<typeof clinic.yes>[2]): Promise<OrderId> =>
  (await clinic.yes('berge', placeOrder, { patient, items: items as never })).id;
const loops = async () =>
  (await clinic.yes('kari', loopsOnBoard, { patient })).map(({ what, loop }) => [loop.owner, what]);
const waiting = async (room: 'laboratory' | 'treatment-room') =>
  (await clinic.yes('eva', ordersWaiting, { room }))
    .filter((line) => line.patient === patient)
    .map(({ item }) => item.code);

test('an order is in each room’s work list at once, haste first, and opens one loop a room', async () => {
  await ordered();
  expect(await waiting('laboratory')).toEqual(['crp', 'hemoglobin']);
  expect(await waiting('treatment-room')).toEqual(['blood-pressure']);
  expect(await loops()).toEqual([
    [{ kind: 'station', station: 'laboratory' }, 'CRP, Hb'],
    [{ kind: 'station', station: 'treatment-room' }, 'Blodtrykk'],
  ]);
});

test('only a doctor orders; the desk makes ready, and it stands when a doctor approves', async () => {
  expect(await clinic.outcome('kari', placeOrder, { patient, items: [crp] })).toMatchObject({ kind: 'not allowed' });
  const doctor = clinic.demo.as('berge').person;
  const { id } = await clinic.yes('kari', prepareOrder, { patient, items: [crp], forDoctor: doctor });
  expect(await waiting('laboratory')).toEqual([]);
  expect((await clinic.yes('berge', ordersForDoctors, { mine: true })).prepared.map(({ order }) => order.id)).toContain(
    id,
  );
  await clinic.yes('berge', approveOrder, { order: id });
  expect(await waiting('laboratory')).toEqual(['crp']);
  expect(await clinic.answer('berge', declineOrder, { order: id, reason: 'trengs ikke' })).toMatchObject({
    why: 'not prepared',
  });
});

test('the loop of a room closes when its last item is performed, by the one who did it', async () => {
  const order = await ordered();
  const eva = clinic.demo.as('eva');
  const perform = (number: number) =>
    clinic.house.database.write(eva.clinic, (db) =>
      performOrderItem(
        { db, now: clinic.clock(), tell: () => {} },
        { order, number, by: eva.person, became: { thing: 'analysis', id: String(number) } },
      ),
    );
  expect(await perform(1)).toMatchObject({ ok: true });
  expect(await loops()).toHaveLength(2);
  expect(await perform(2)).toMatchObject({ ok: true });
  expect(await loops()).toEqual([[{ kind: 'station', station: 'treatment-room' }, 'Blodtrykk']]);
  expect(await perform(1)).toMatchObject({ ok: false, why: 'already done' });
});

test('one who is not competent hands it back without blame, and the doctor orders again or cancels', async () => {
  const order = await ordered([pressure]);
  await clinic.yes('eva', handBackOrderItem, { order, number: 1, ground: 'not sure how' });
  expect(await waiting('treatment-room')).toEqual([]);
  expect(await loops()).toEqual([]);
  const [back] = (await clinic.yes('berge', ordersForDoctors, {})).handedBack.filter((line) => line.order === order);
  expect(back?.item).toMatchObject({ state: 'handed back', ground: 'not sure how' });
  await clinic.yes('berge', orderItemAgain, { order, number: 1, instruction: 'høyre arm' });
  expect(await waiting('treatment-room')).toEqual(['blood-pressure']);
  expect(await loops()).toHaveLength(1);
  await clinic.yes('berge', cancelOrderItem, { order, number: 1, reason: 'målt hjemme' });
  expect(await loops()).toEqual([]);
});

test('what one has begun is not taken by another until it is let go', async () => {
  const order = await ordered([crp]);
  await clinic.yes('eva', acceptOrderItem, { order, number: 1 });
  expect(await clinic.answer('kari', acceptOrderItem, { order, number: 1 })).toMatchObject({ why: 'taken by another' });
  await clinic.yes('eva', releaseOrderItem, { order, number: 1 });
  await clinic.yes('kari', acceptOrderItem, { order, number: 1 });
});

test('a patient who says no is written down with a reason, and the order tells its story', async () => {
  const order = await ordered([crp]);
  await clinic.yes('kari', recordPatientDeclined, { order, number: 1, reason: 'ønsker ikke stikk' });
  const [story] = await clinic.yes('kari', ordersOfPatient, { patient });
  expect(story?.items[0]).toMatchObject({
    state: 'cancelled',
    ground: 'patient declined',
    reason: 'ønsker ikke stikk',
  });
});
