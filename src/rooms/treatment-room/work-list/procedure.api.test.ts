import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrderableCode } from '#orders';
import type { PatientId } from '#patients';
import { doneNotDocumented, journalOfPatient } from '../../../commons/journal/journal.api.ts';
import { loopsOnBoard } from '../../../commons/loops/loop.api.ts';
import { ordersOfPatient, ordersWaiting, placeOrder } from '../../../commons/orders/order.api.ts';
import { registerPatient } from '../../../commons/patients/patient.api.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { performCryotherapy, performEcg, performSutureRemoval, performWoundCare } from './procedure.api.ts';

let clinic: TestHouse;
let patient: PatientId;
beforeAll(async () => {
  clinic = await testHouse();
});
beforeEach(async () => {
  patient = (
    await clinic.yes('kari', registerPatient, {
      familyName: 'Strand',
      givenName: 'Magnus',
      birthDate: '1965-08-30',
      numberKind: 'none',
    })
  ).id;
});
const order = async (code: OrderableCode, more: object = {}) =>
  (await clinic.yes('berge', placeOrder, { patient, items: [{ code, haste: 1, ...more }] })).id;
const text = 'Fjernet seks sting på venstre legg. Tørt og rent.';

describe('a procedure without a card', () => {
  test('is done with a note: the order is performed, the loop closed, the bill told', async () => {
    const told: unknown[] = [];
    const stop = clinic.house.live.onEvent(
      ({ name, facts }) => name === 'ProcedureDone' && facts.patient === patient && told.push(facts),
    );
    const id = await order('suture-removal');
    await clinic.yes('eva', performSutureRemoval, { order: id, number: 1, text });
    const [line] = (await clinic.yes('berge', journalOfPatient, { patient })).lines;
    expect(line?.entry).toMatchObject({
      kind: 'procedure',
      text: `Fjerne sting eller agraffer: ${text}`,
      hands: { performer: clinic.demo.as('eva').person, decider: clinic.demo.as('berge').person },
    });
    expect((await clinic.yes('kari', ordersOfPatient, { patient }))[0]?.items[0]).toMatchObject({ state: 'performed' });
    expect(await clinic.yes('kari', loopsOnBoard, { patient })).toEqual([]);
    expect((await clinic.yes('eva', doneNotDocumented, {})).filter(({ act }) => act.patient === patient)).toEqual([]);
    await expect.poll(() => told).toHaveLength(1);
    stop();
    expect(told[0]).toMatchObject({ procedure: 'suture removal', authority: 'order' });
  });
  test('without a word about it is not done', async () => {
    const id = await order('suture-removal');
    expect(await clinic.outcome('eva', performSutureRemoval, { order: id, number: 1, text: ' ' })).toMatchObject({
      kind: 'bad input',
    });
    const waiting = await clinic.yes('eva', ordersWaiting, { room: 'treatment-room' });
    expect(waiting.map((line) => line.order)).toContain(id);
  });
  test('is judged by its own duty: another’s command does not do it', async () => {
    const id = await order('ecg');
    expect(await clinic.answer('eva', performSutureRemoval, { order: id, number: 1, text })).toMatchObject({
      why: 'no such item',
    });
    await clinic.yes('eva', performEcg, { order: id, number: 1, text: 'Tatt 12 avledninger. Lagt til legen.' });
  });
  test('that is delegated is done only by the one who holds the delegation', async () => {
    const id = await order('cryotherapy');
    const input = { order: id, number: 1, text: 'Frosset to vorter på høyre hånd.' };
    expect(await clinic.outcome('kari', performCryotherapy, input)).toMatchObject({ kind: 'not allowed' });
    await clinic.yes('eva', performCryotherapy, input);
  });
  test('with a condition waits until it is confirmed, and leaves no note behind', async () => {
    const id = await order('wound-care', { conditions: ['etter dusj'] });
    const input = { order: id, number: 1, text: 'Skiftet på legg.' };
    expect(await clinic.answer('eva', performWoundCare, input)).toMatchObject({ why: 'conditions not confirmed' });
    expect((await clinic.yes('berge', journalOfPatient, { patient })).lines).toEqual([]);
    await clinic.yes('eva', performWoundCare, { ...input, conditionsConfirmed: true });
  });
  test('by a pupil awaits the supervisor', async () => {
    const id = await order('wound-care');
    await clinic.yes('elev', performWoundCare, { order: id, number: 1, text: 'Skiftet på legg.' });
    const { lines, unsigned } = await clinic.yes('eva', journalOfPatient, { patient });
    expect([lines.length, unsigned.length]).toEqual([0, 1]);
  });
});
