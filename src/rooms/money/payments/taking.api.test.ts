import { beforeAll, describe, expect, test } from 'vitest';
import type { PatientId } from '#patients';
import { told } from '../../../main/testing/telling.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { invoiceBill } from '../bills/bill.api.ts';
import { id, newPatient, openMoney } from '../bills/money.sample.ts';
import { billForPatient } from '../bills/see-bills.api.ts';
import { printReceipt } from './receipt.api.ts';
import { takePayment } from './taking.api.ts';

let clinic: TestHouse;
let money: Awaited<ReturnType<typeof openMoney>>;
beforeAll(async () => {
  clinic = await testHouse();
  money = await openMoney(clinic);
});
const seen = async (patient: PatientId) => {
  const [first] = (await clinic.yes('kari', billForPatient, { patient })).bills;
  if (!first) throw new Error('no bill');
  return first;
};
const visitOf = async (birthDate: string, doctor = 'lie') => {
  const patient = await newPatient(clinic, birthDate);
  await told(clinic, 'kari', 'ContactClosed', { appointment: id(), patient, doctor: clinic.demo.as(doctor).person });
  return { patient, ...(await seen(patient)) };
};
const consultation = 23_500;

describe('paying a bill', () => {
  test('by card: the bill has its number, the receipt its own, and the desk is told', async () => {
    const { patient, bill } = await visitOf('1970-01-01');
    const heard: string[] = [];
    const stop = clinic.house.live.onEvent(({ name }) => heard.push(name));
    const paid = await clinic.yes('kari', takePayment, { bill: bill.id, amountInOre: consultation, means: 'card' });
    await expect.poll(() => heard).toContain('BillPaid');
    stop();
    expect(paid).toMatchObject({ receipt: { number: 202600001 }, changeInOre: 0, paidInOre: consultation });
    const after = await seen(patient);
    expect(after.bill).toMatchObject({ state: 'paid', number: 1 });
    expect(after.payments).toMatchObject([
      { state: 'received', means: { kind: 'card', terminal: money.lie.terminal } },
    ]);
    expect(after.owed).toBe(0);
  });
  test('in cash: rounded to whole kroner, and the change is reckoned', async () => {
    const { bill } = await visitOf('1970-01-02');
    const cash = { bill: bill.id, amountInOre: consultation, means: 'cash', handedOverInOre: 50_000 } as const;
    expect(await clinic.yes('kari', takePayment, cash)).toMatchObject({ changeInOre: 26_500 });
  });
  test('too little cash is a no, and nothing has happened', async () => {
    const { patient, bill } = await visitOf('1970-01-03');
    const cash = { bill: bill.id, amountInOre: consultation, means: 'cash', handedOverInOre: 20_000 } as const;
    expect(await clinic.answer('kari', takePayment, cash)).toMatchObject({ why: 'too little handed over' });
    expect((await seen(patient)).bill.state).toBe('proposed');
  });
  test('another sum than the bill has now is a no: the desk says what it saw', async () => {
    const { bill } = await visitOf('1970-01-04');
    expect(
      await clinic.answer('kari', takePayment, { bill: bill.id, amountInOre: 17_900, means: 'card' }),
    ).toMatchObject({ why: 'the amount has changed', facts: { owed: consultation } });
  });
  test("another doctor's terminal is a no", async () => {
    const { bill } = await visitOf('1970-01-05');
    const wrong = { bill: bill.id, amountInOre: consultation, means: 'card', terminal: money.berge.terminal } as const;
    expect(await clinic.answer('kari', takePayment, wrong)).toMatchObject({ why: 'terminal of another doctor' });
  });
  test('an invoice is paid later, with the receipt of that day', async () => {
    const { patient, bill } = await visitOf('1970-01-06');
    await clinic.yes('kari', invoiceBill, { bill: bill.id });
    const later = { bill: bill.id, amountInOre: consultation, means: 'vipps', reference: '1234567' } as const;
    await clinic.yes('kari', takePayment, later);
    expect((await seen(patient)).bill.state).toBe('paid');
  });
  test('the same press sent twice is one payment', async () => {
    const { patient, bill } = await visitOf('1970-01-07');
    const input = { bill: bill.id, amountInOre: consultation, means: 'card' } as const;
    const command = crypto.randomUUID();
    const first = await clinic.outcome('kari', takePayment, input, command);
    expect(await clinic.outcome('kari', takePayment, input, command)).toEqual(first);
    expect((await seen(patient)).receipts).toHaveLength(1);
  });
});

describe('two desks at once', () => {
  test('one bill: one payment and one receipt, and the other desk is told that it is paid', async () => {
    const { patient, bill } = await visitOf('1971-01-01');
    const pay = (who: string, means: 'card' | 'vipps') =>
      clinic.answer(who, takePayment, { bill: bill.id, amountInOre: consultation, means });
    const answers = await Promise.all([pay('kari', 'card'), pay('eva', 'vipps')]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ why: 'already paid' });
    const after = await seen(patient);
    expect(after.payments).toHaveLength(1);
    expect(after.receipts).toHaveLength(1);
  });
  test('twelve bills of two doctors: numbers without a hole or a twin in each of the books', async () => {
    const visits = [];
    for (let place = 0; place < 12; place++)
      visits.push(await visitOf(`1972-01-${10 + place}`, place % 3 ? 'lie' : 'berge'));
    const wrong = { bill: visits[1]?.bill.id as never, amountInOre: 1, means: 'card' } as const;
    await Promise.all([
      ...visits.map(({ bill }) =>
        clinic.yes('kari', takePayment, { bill: bill.id, amountInOre: consultation, means: 'card' }),
      ),
      clinic.answer('eva', takePayment, wrong),
    ]);
    const rows = await clinic.rows(
      'select entity, array_agg(number order by number) as numbers from receipt group by entity',
    );
    for (const { numbers } of rows as { numbers: string[] }[])
      expect(numbers.map(Number)).toEqual(numbers.map((_, place) => 202600001 + place));
    expect(rows).toHaveLength(2);
  });
});

describe('the receipt', () => {
  test('is a PDF whose name tells a number and nothing of the patient', async () => {
    const { bill } = await visitOf('1973-01-01');
    const { receipt } = await clinic.yes('kari', takePayment, {
      bill: bill.id,
      amountInOre: consultation,
      means: 'card',
    });
    for (const isSpecified of [false, true]) {
      const printed = await clinic.yes('kari', printReceipt, { receipt: receipt.id, isSpecified });
      expect(printed.name).toBe(`kvittering-${receipt.number}.pdf`);
      expect(new TextDecoder().decode(printed.bytes.slice(0, 5))).toBe('%PDF-');
    }
  });
  test('is never changed or taken away by the database', async () => {
    await expect(clinic.rows('update receipt set number = 1')).rejects.toThrow('append-only');
    await expect(clinic.rows('delete from receipt')).rejects.toThrow('append-only');
  });
  test('the next year begins its own numbers', async () => {
    const { bill } = await visitOf('1974-01-01');
    clinic.clock.set('2027-01-04T08:00:00.000Z');
    const { receipt } = await clinic.yes('kari', takePayment, {
      bill: bill.id,
      amountInOre: consultation,
      means: 'card',
    });
    expect(receipt.number).toBe(202700001);
    clinic.clock.set('2026-11-23T08:00:00.000Z');
  });
});

test('a pupil takes payment under a named supervisor, and the access log says so', async () => {
  const { bill, patient } = await visitOf('1975-01-01');
  await clinic.yes('elev', takePayment, { bill: bill.id, amountInOre: consultation, means: 'card' });
  await clinic.house.settle();
  const lines = await clinic.rows("select ground from access_line where call = 'takePayment' and patient = $1", [
    patient,
  ]);
  expect(lines).toEqual([{ ground: 'supervised' }]);
});
