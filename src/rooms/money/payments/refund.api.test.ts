import { beforeAll, describe, expect, test } from 'vitest';
import type { PatientId } from '#patients';
import { told } from '../../../main/testing/telling.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { askCredit, decideOnCredit, seeRefunds } from '../bills/credit.api.ts';
import { id, newPatient, openMoney } from '../bills/money.sample.ts';
import { billForPatient, seeBills } from '../bills/see-bills.api.ts';
import { countDay, lockDay, openDay } from '../day-close/day-close.api.ts';
import { seeDayClose } from '../day-close/see-day.api.ts';
import { printReceipt } from './receipt.api.ts';
import { approveRefund, askRefund, correctMeans, payOutRefund, turnDownRefund } from './refund.api.ts';
import { takePayment } from './taking.api.ts';

let clinic: TestHouse;
let money: Awaited<ReturnType<typeof openMoney>>;
let birthday = 10;
beforeAll(async () => {
  clinic = await testHouse();
  money = await openMoney(clinic);
  await clinic.yes('kari', openDay, { entity: money.lie.entity, floatInOre: 100_000 });
});
const consultation = 23_500;
const bills = async (patient: PatientId) => (await clinic.yes('kari', billForPatient, { patient })).bills;
const paidBill = async (means: 'card' | 'cash' | 'vipps' = 'card') => {
  const patient = await newPatient(clinic, `1970-01-${birthday++}`);
  await told(clinic, 'kari', 'ContactClosed', { appointment: id(), patient, doctor: clinic.demo.as('lie').person });
  const [proposed] = await bills(patient);
  if (!proposed) throw new Error('no bill');
  await clinic.yes('kari', takePayment, { bill: proposed.bill.id, amountInOre: consultation, means });
  const [first] = await bills(patient);
  const payment = first?.payments[0];
  if (!first || !payment) throw new Error('not paid');
  return { patient, bill: first.bill.id, payment: payment.id };
};
const signed = { kind: 'signed', hasSigned: true, telephone: '91234567' } as const;
const sales = async () =>
  (await clinic.yes('kari', seeDayClose, {})).settlements.find(({ entity }) => entity.id === money.lie.entity)?.sales;

describe('money back', () => {
  test('one asks, another approves, the patient signs, and the return has its own receipt', async () => {
    const { patient, payment } = await paidBill();
    const { refund } = await clinic.yes('kari', askRefund, { payment, amountInOre: 5_600, reason: 'Feil tillegg' });
    expect(await clinic.answer('kari', approveRefund, { refund })).toMatchObject({ why: 'second person missing' });
    await clinic.yes('eva', approveRefund, { refund });
    const { receipt } = await clinic.yes('kari', payOutRefund, { refund, way: 'same card', proof: signed });
    const [after] = await bills(patient);
    expect(after?.receipts.map(({ kind, total }) => [kind, total])).toEqual([
      ['sale', consultation],
      ['return', -5_600],
    ]);
    const printed = await clinic.yes('kari', printReceipt, { receipt: receipt.id });
    expect(printed.mime).toBe('application/pdf');
  });
  test('without signature and telephone nothing is paid out', async () => {
    const { payment } = await paidBill('cash');
    const { refund } = await clinic.yes('kari', askRefund, { payment, amountInOre: consultation, reason: 'Feil' });
    await clinic.yes('eva', approveRefund, { refund });
    const proof = { ...signed, telephone: '' };
    expect(await clinic.answer('kari', payOutRefund, { refund, way: 'cash', proof })).toMatchObject({
      why: 'signature and telephone missing',
    });
  });
  test('never more than was paid', async () => {
    const { payment } = await paidBill();
    expect(
      await clinic.answer('kari', askRefund, { payment, amountInOre: consultation + 1, reason: 'Feil' }),
    ).toMatchObject({ why: 'more than was paid' });
  });
  test('a refund that is turned down is not paid out', async () => {
    const { payment } = await paidBill();
    const { refund } = await clinic.yes('kari', askRefund, { payment, amountInOre: 100, reason: 'Feil' });
    await clinic.yes('eva', turnDownRefund, { refund, because: 'Beløpet er riktig' });
    expect(await clinic.answer('kari', payOutRefund, { refund, way: 'same card', proof: signed })).toMatchObject({
      why: 'not approved',
    });
  });
});

describe('the wrong means', () => {
  test('card was pressed and cash was paid: the drawer and the terminal are right again', async () => {
    const before = await sales();
    const { patient, payment } = await paidBill('card');
    await clinic.yes('kari', correctMeans, { payment, means: 'cash', reason: 'Betalte kontant' });
    const after = await sales();
    expect([(after?.cashSales ?? 0) - (before?.cashSales ?? 0), after?.terminals]).toEqual([
      consultation,
      before?.terminals,
    ]);
    const [seen] = await bills(patient);
    expect(seen?.receipts.map(({ kind }) => kind)).toEqual(['sale', 'changed means']);
    expect(seen?.payments.map(({ state }) => state).sort()).toEqual(['corrected', 'received']);
    const { settlements } = await clinic.yes('kari', seeDayClose, {});
    expect(settlements.flatMap(({ stray }) => stray)).toEqual([]);
  });
});

describe('taking a whole bill back', () => {
  test('two people stand for it: the money is ready to be paid out, and the work is proposed anew', async () => {
    const { patient, bill } = await paidBill();
    await clinic.yes('kari', askCredit, { bill, reason: 'Feil lege' });
    expect(await clinic.answer('kari', decideOnCredit, { bill, isCredited: true })).toMatchObject({
      why: 'second person missing',
    });
    const before = await clinic.yes('eva', seeBills, {});
    await clinic.yes('eva', decideOnCredit, { bill, isCredited: true });
    const states = (await bills(patient)).map((one) => one.bill.state);
    expect(states.sort()).toEqual(['credited', 'proposed']);
    const { refunds } = await clinic.yes('eva', seeRefunds, {});
    expect(refunds.find((one) => one.bill === bill)).toMatchObject({
      refund: { state: 'approved', amount: consultation },
    });
    expect(before.refundsWaiting).toBeGreaterThan(0);
    const credited = (await bills(patient)).find((one) => one.bill.id === bill);
    expect(credited?.receipts.map(({ kind }) => kind)).toEqual(['sale', 'credit note']);
  });
  test('the same bill is asked for once, and may be turned down with a reason', async () => {
    const { patient, bill } = await paidBill();
    await clinic.yes('kari', askCredit, { bill, reason: 'Trodde feil' });
    expect(await clinic.answer('eva', askCredit, { bill, reason: 'Også jeg' })).toMatchObject({
      why: 'already asked for',
    });
    expect(await clinic.answer('eva', decideOnCredit, { bill, isCredited: false })).toMatchObject({
      why: 'reason missing',
    });
    await clinic.yes('eva', decideOnCredit, { bill, isCredited: false, because: 'Regningen er riktig' });
    expect((await bills(patient))[0]?.bill.state).toBe('paid');
  });
});

test('after the day is locked no money goes out of its drawer', async () => {
  const { payment } = await paidBill('cash');
  const { refund } = await clinic.yes('kari', askRefund, { payment, amountInOre: 100, reason: 'Feil' });
  await clinic.yes('eva', approveRefund, { refund });
  const { entity, terminal } = money.lie;
  const seen = (await clinic.yes('kari', seeDayClose, {})).settlements.find((one) => one.entity.id === entity);
  const card = seen?.sales.terminals[0];
  const reports = [{ terminal, number: 1, sales: card?.sales ?? 0, refunds: card?.refunds ?? 0, byCard: [] }];
  await clinic.yes('kari', countDay, { entity, cashInOre: seen?.expectedInDrawer ?? 0, reports });
  await clinic.yes('kari', lockDay, { entity });
  expect(await clinic.answer('kari', payOutRefund, { refund, way: 'cash', proof: signed })).toMatchObject({
    why: 'the day is locked',
  });
});
