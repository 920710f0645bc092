import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PatientId } from '#patients';
import { told } from '../../../main/testing/telling.ts';
import { simulateTerminal, type TerminalSimulator } from '../../../main/testing/terminal-simulator.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { id, newPatient, openMoney } from '../bills/money.sample.ts';
import { billForPatient } from '../bills/see-bills.api.ts';
import { registerTerminal } from '../entities/doctor-entity.api.ts';
import type { TerminalId } from '../entities/doctor-entity.ts';
import { askTerminal, giveUpPayment, startCardPayment, typeSlip } from './card-payment.api.ts';
import { takePayment } from './taking.api.ts';

let clinic: TestHouse;
let simulator: TerminalSimulator;
let terminal: TerminalId;
let money: Awaited<ReturnType<typeof openMoney>>;
let birthday = 10;
beforeAll(async () => {
  clinic = await testHouse();
  money = await openMoney(clinic);
  simulator = await simulateTerminal();
  const on = { entity: money.lie.entity, name: 'På linjen', mode: 'integrated', address: simulator.address } as const;
  terminal = (await clinic.yes('lie', registerTerminal, on)).id;
});
afterAll(() => simulator.close());

const amountInOre = 23_500;
const seen = async (patient: PatientId) => {
  const [first] = (await clinic.yes('kari', billForPatient, { patient })).bills;
  if (!first) throw new Error('no bill');
  return first;
};
const visit = async () => {
  const patient = await newPatient(clinic, `1970-01-${birthday++}`);
  await told(clinic, 'kari', 'ContactClosed', { appointment: id(), patient, doctor: clinic.demo.as('lie').person });
  return { patient, bill: (await seen(patient)).bill.id };
};
const started = async () => {
  const { patient, bill } = await visit();
  const { payment } = await clinic.yes('kari', startCardPayment, { bill, amountInOre, terminal });
  return { patient, bill, payment };
};

describe('a terminal on the line', () => {
  test('is told the amount, says yes, and the bill is paid with the number of the slip', async () => {
    simulator.willDo('approve');
    const { patient, payment } = await started();
    expect(await clinic.yes('kari', askTerminal, { payment })).toMatchObject({ state: 'approved' });
    const after = await seen(patient);
    expect(after.bill.state).toBe('paid');
    expect(after.payments).toMatchObject([{ state: 'received', reference: '4711' }]);
    expect(after.receipts).toHaveLength(1);
  });
  test('while it waits no other desk can take payment for the bill', async () => {
    simulator.willDo('wait');
    const { bill, payment } = await started();
    expect(await clinic.yes('kari', askTerminal, { payment })).toEqual({ state: 'waiting' });
    expect(await clinic.answer('eva', takePayment, { bill, amountInOre, means: 'cash' })).toMatchObject({
      why: 'payment under way',
    });
    await clinic.yes('kari', giveUpPayment, { payment });
    expect(await clinic.answer('eva', takePayment, { bill, amountInOre, means: 'cash' })).toMatchObject({ ok: true });
  });
  test('a declined card leaves the bill to be paid in another way', async () => {
    simulator.willDo('decline');
    const { patient, payment } = await started();
    expect(await clinic.yes('kari', askTerminal, { payment })).toEqual({ state: 'declined' });
    expect(await seen(patient)).toMatchObject({ bill: { state: 'closed' }, owed: amountInOre });
  });
  test('a line that goes down is asked again, and the answer is not lost', async () => {
    simulator.willDo('approve');
    const { patient, payment } = await started();
    simulator.willDo('be silent');
    expect(await clinic.yes('kari', askTerminal, { payment })).toEqual({ state: 'no answer' });
    simulator.willDo('approve');
    await clinic.yes('kari', askTerminal, { payment });
    expect((await seen(patient)).bill.state).toBe('paid');
  });
  test('the slip in the hand counts when the line stays down', async () => {
    simulator.willDo('wait');
    const { patient, payment } = await started();
    simulator.willDo('be silent');
    await clinic.yes('kari', typeSlip, { payment, slip: '004812' });
    expect((await seen(patient)).payments).toMatchObject([{ reference: '004812' }]);
  });
  test('given up at the desk after the card was approved is paid all the same', async () => {
    simulator.willDo('approve');
    const { patient, payment } = await started();
    await clinic.yes('kari', askTerminal, { payment });
    expect(await clinic.answer('kari', giveUpPayment, { payment })).toMatchObject({ why: 'not waiting' });
    expect((await seen(patient)).bill.state).toBe('paid');
  });
  test('a silent terminal is looked at by a person before the payment is given up', async () => {
    simulator.willDo('wait');
    const { patient, payment } = await started();
    simulator.willDo('be silent');
    expect(await clinic.answer('kari', giveUpPayment, { payment })).toMatchObject({ why: 'look at the terminal' });
    expect(await clinic.yes('kari', giveUpPayment, { payment, hasLooked: true })).toEqual({ state: 'no answer' });
    expect((await seen(patient)).payments).toMatchObject([{ state: 'failed', why: 'no answer' }]);
  });
  test('a silent terminal takes no payment, and the bill is as it was', async () => {
    simulator.willDo('be silent');
    const { patient, bill } = await visit();
    expect(await clinic.answer('kari', startCardPayment, { bill, amountInOre, terminal })).toMatchObject({
      why: 'terminal does not answer',
    });
    expect((await seen(patient)).bill.state).toBe('proposed');
  });
  test('a terminal that is typed on by hand is not on the line', async () => {
    const { bill } = await visit();
    const typed = { bill, amountInOre, terminal: money.lie.terminal };
    expect(await clinic.answer('kari', startCardPayment, typed)).toMatchObject({ why: 'terminal is not on the line' });
  });
});
