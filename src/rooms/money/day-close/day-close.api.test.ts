import { beforeAll, describe, expect, test } from 'vitest';
import { told } from '../../../main/testing/telling.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { adjustBill } from '../bills/bill.api.ts';
import { id, newPatient, openMoney } from '../bills/money.sample.ts';
import { billForPatient } from '../bills/see-bills.api.ts';
import { takePayment } from '../payments/taking.api.ts';
import { countDay, explainDifference, lockDay, moveCash, openDay, remarkOnDay } from './day-close.api.ts';
import { seeDayClose } from './see-day.api.ts';

let clinic: TestHouse;
let money: Awaited<ReturnType<typeof openMoney>>;
let birthday = 10;
beforeAll(async () => {
  clinic = await testHouse();
  money = await openMoney(clinic);
});
const sell = async (means: 'card' | 'cash' | 'vipps', doctor: 'lie' | 'berge' = 'lie', extraInOre = 0) => {
  const patient = await newPatient(clinic, `1970-01-${birthday++}`);
  await told(clinic, 'kari', 'ContactClosed', { appointment: id(), patient, doctor: clinic.demo.as(doctor).person });
  const see = async () =>
    (await clinic.yes('kari', billForPatient, { patient })).bills[0] as never as { bill: { id: never }; owed: number };
  if (extraInOre > 0) {
    const change = { kind: 'add item', name: 'Vare', costInOre: extraInOre, reason: 'Til prøven' } as const;
    await clinic.yes('kari', adjustBill, { bill: (await see()).bill.id, change });
  }
  const { bill, owed } = await see();
  return clinic.answer('kari', takePayment, { bill: bill.id, amountInOre: owed, means });
};
const settlement = async (doctor: 'lie' | 'berge' = 'lie') =>
  (await clinic.yes('kari', seeDayClose, {})).settlements.find((one) => one.entity.id === money[doctor].entity);
const report = (number: number, sales: number, doctor: 'lie' | 'berge' = 'lie') => ({
  ...{ terminal: money[doctor].terminal, number, sales },
  refunds: 0,
  byCard: [],
});

describe('the day of one doctor-entity', () => {
  test('is opened once, with its float', async () => {
    const open = { entity: money.lie.entity, floatInOre: 100_000 };
    await clinic.yes('kari', openDay, open);
    expect(await clinic.answer('eva', openDay, open)).toMatchObject({ why: 'already opened' });
  });
  test('cash sold stands in the expected drawer, cash to the bank does not', async () => {
    await sell('cash');
    await sell('cash', 'lie', 119_700);
    const out = { entity: money.lie.entity, direction: 'out', amountInOre: 6_400, reason: 'Til banken' } as const;
    await clinic.yes('kari', moveCash, out);
    expect((await settlement())?.expectedInDrawer).toBe(100_000 + 23_500 + 143_200 - 6_400);
  });
  test('sales by card stand on the terminal they were taken on', async () => {
    await sell('card');
    await sell('card', 'berge');
    expect((await settlement())?.sales.terminals).toEqual([
      { terminal: money.lie.terminal, sales: 23_500, refunds: 0 },
    ]);
    expect((await settlement('berge'))?.net).toBe(23_500);
  });
  test('a terminal without a report stops the count', async () => {
    const count = { entity: money.lie.entity, cashInOre: 260_300 };
    expect(await clinic.answer('kari', countDay, count)).toMatchObject({ why: 'terminal report missing' });
  });
  test('ten kroner too little is a difference that somebody must explain before it is locked', async () => {
    const { entity } = money.lie;
    await clinic.yes('kari', countDay, { entity, cashInOre: 259_300, reports: [report(41, 23_500)] });
    const { unexplained } = (await settlement()) ?? {};
    expect(unexplained).toMatchObject([{ place: { kind: 'cash' }, difference: -1_000 }]);
    expect(await clinic.answer('kari', lockDay, { entity })).toMatchObject({ why: 'difference not explained' });
    await clinic.yes('kari', explainDifference, { entity, place: { kind: 'cash' }, words: 'Vekslet feil' });
  });
  test('a sale after the count is counted before it is locked', async () => {
    const { entity } = money.lie;
    await sell('vipps');
    expect(await clinic.answer('kari', lockDay, { entity })).toMatchObject({ why: 'sold since the count' });
    const again = { entity, cashInOre: 260_300, vippsInOre: 23_500, reports: [report(41, 23_500)] };
    await clinic.yes('kari', countDay, again);
    await clinic.yes('kari', lockDay, { entity });
    expect((await settlement())?.close).toMatchObject({ state: 'locked', count: { differences: [] } });
  });
  test('once locked nothing is sold on it, counted again or moved; a remark stands beside it', async () => {
    const { entity } = money.lie;
    expect(await sell('card')).toMatchObject({ why: 'the day is locked' });
    expect(await clinic.answer('kari', countDay, { entity, cashInOre: 1, reports: [report(42, 0)] })).toMatchObject({
      why: 'locked',
    });
    const words = 'Ti kroner lå bak skuffen';
    await clinic.yes('eva', remarkOnDay, { entity, day: '2026-11-23', words });
    expect((await settlement())?.close).toMatchObject({ remarks: [{ words }] });
  });
  test('nobody changes a locked settlement, not even in the table', async () => {
    await expect(clinic.rows("update day_close set state = 'open' where state = 'locked'")).rejects.toThrow('locked');
  });
  test("the other doctor's day is another settlement, and still open for sale", async () => {
    expect(await sell('card', 'berge')).toMatchObject({ ok: true });
  });
  test('bills that nobody has paid are told at the close', async () => {
    expect((await settlement())?.proposed).toBe(1);
  });
});

describe('the next morning', () => {
  test('the float is what was left, or somebody says why it is not', async () => {
    clinic.clock.set('2026-11-24T07:00:00.000Z');
    const { entity } = money.lie;
    expect((await settlement())?.leftBefore).toBe(260_300);
    expect(await clinic.answer('kari', openDay, { entity, floatInOre: 100_000 })).toMatchObject({
      why: 'float differs from what was left',
    });
    await clinic.yes('kari', openDay, { entity, floatInOre: 100_000, floatReason: 'Resten i banken' });
  });
  test("the terminal's report has a number above yesterday's", async () => {
    const { entity } = money.lie;
    const used = { entity, cashInOre: 100_000, reports: [report(41, 0)] };
    expect(await clinic.answer('kari', countDay, used)).toMatchObject({ why: 'report number used before' });
  });
  test('a day that was never settled can be settled late, and it is that day', async () => {
    const { entity } = money.berge;
    const day = '2026-11-23';
    await clinic.yes('kari', openDay, { entity, day, floatInOre: 0 });
    await clinic.yes('kari', countDay, { entity, day, cashInOre: 0, reports: [report(7, 47_000, 'berge')] });
    await clinic.yes('kari', lockDay, { entity, day });
    const late = await clinic.yes('kari', seeDayClose, { day });
    expect(late.settlements.map(({ close }) => close?.state)).toEqual(['locked', 'locked']);
  });
});

test('the published example: float 1000, cash 1432, refund 64 out, counted 2358 is ten too little', async () => {
  clinic.clock.set('2026-11-25T07:00:00.000Z');
  const { entity } = money.berge;
  await clinic.yes('kari', openDay, { entity, floatInOre: 100_000, floatReason: 'Ny veksel' });
  await sell('cash', 'berge', 119_700);
  await clinic.yes('kari', moveCash, { entity, direction: 'out', amountInOre: 6_400, reason: 'Tilbake til pasient' });
  await clinic.yes('kari', countDay, { entity, cashInOre: 235_800, reports: [report(8, 0, 'berge')] });
  const { expectedInDrawer, unexplained } = (await settlement('berge')) ?? {};
  expect([expectedInDrawer, unexplained?.[0]?.difference]).toEqual([236_800, -1_000]);
});
