/** Commands of the day settlement: float, cash moved, counted, explained, locked, and remarks afterwards. */

import { z } from 'zod';
import { fact } from '#events';
import { ore } from '#kernel/amounts';
import { newId } from '#kernel/ids';
import { dayInput, idInput, lineInput, optionalLine } from '#kernel/inputs';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type IsoDate } from '#kernel/time';
import { command, type Db, type Doing, isTaken } from '#platform/server';
import { allTerminals, entityById } from '../entities/doctor-entity.store.ts';
import type { DoctorEntityId, TerminalId } from '../entities/doctor-entity.ts';
import { cashierOf } from '../payments/cashier.ts';
import { paymentsOfDay, refundsOfDay } from '../payments/payment.store.ts';
import { type Place, terminalReportSchema } from './count.ts';
import * as store from './day-close.store.ts';
import * as thing from './day-close.ts';
import { type DaySales, salesOf } from './day-sales.ts';

const entity = idInput<DoctorEntityId>();
const amountInOre = z.number().int().min(0).max(100_000_000);
const who = { duty: 'reception.payment-terminal', act: 'day-close' } as const;
/** Today's, or an earlier day's that nobody has settled yet. */
const whose = { entity, day: dayInput.optional() };
type Whose = { entity: DoctorEntityId; day?: IsoDate | undefined };
type OfDay = Pick<Doing<Whose>, 'input' | 'db' | 'now' | 'me' | 'supervisor' | 'tell'>;
const dayMeant = ({ input, now }: Pick<OfDay, 'input' | 'now'>): IsoDate => input.day ?? dayOf(now);

/** What was sold and given back on the day, as the payments tell. */
async function soldOn(db: Db, of: DoctorEntityId, day: IsoDate): Promise<DaySales> {
  const [payments, refunds] = [await paymentsOfDay(db, of, day), await refundsOfDay(db, of, day)];
  return salesOf({ payments, refunds }, of, day);
}

/** The day's settlement held, decided over and kept. */
async function decide<Why extends string>(
  doing: OfDay,
  does: (day: thing.DayClose) => Result<thing.DayClose, Why> | Promise<Result<thing.DayClose, Why>>,
) {
  const { db, input, tell } = doing;
  const day = await store.dayToChange(db, input.entity, dayMeant(doing));
  if (!day) return refuse('not opened today');
  const decided = await does(day);
  if (!decided.ok) return decided;
  await store.saveDay(db, decided.value);
  tell(fact('DayCloseChanged', { entity: input.entity }));
  return ok({ state: decided.value.state });
}

/** The float is counted before the first sale, and compared with what was left. */
export const openDay = command({
  name: 'openDay',
  who: { duty: 'reception.payment-terminal' },
  takes: z.object({ ...whose, floatInOre: amountInOre, floatReason: optionalLine(300) }),
  async does({ input, db, now, me, supervisor, tell }) {
    const day = dayMeant({ input, now });
    if (day > dayOf(now)) return refuse('not yet');
    if (!(await entityById(db, input.entity))) return refuse('not found');
    const before = await store.lastDayBefore(db, input.entity, day);
    const left = before?.state === 'locked' ? before.count.cash : null;
    const { floatReason, floatInOre } = input;
    const about = { id: newId<thing.DayCloseId>(), entity: input.entity, day, float: ore(floatInOre), floatReason };
    const opened = thing.openDay(about, left, cashierOf(me, supervisor), now);
    if (!opened.ok) return opened;
    try {
      await store.addDay(db, opened.value);
    } catch (fault) {
      if (isTaken(fault, 'day_close_once')) return refuse('already opened');
      throw fault;
    }
    tell(fact('DayCloseChanged', { entity: input.entity }));
    return ok();
  },
});

/** Cash to the bank or change fetched, written down at once (§ 5-3-8). */
export const moveCash = command({
  name: 'moveCash',
  who: { duty: 'reception.payment-terminal', act: 'payment-correction' },
  takes: z.object({ ...whose, direction: z.enum(['out', 'in']), amountInOre, reason: lineInput(300) }),
  does: (doing) =>
    decide(doing, (day) => {
      const { direction, reason } = doing.input;
      const move = { direction, reason, amount: ore(doing.input.amountInOre), at: doing.now, by: doing.me.person };
      return thing.moveCash(day, move);
    }),
});

/** What lay in the drawer, what Vipps says, and the numbered report of every terminal. */
export const countDay = command({
  name: 'countDay',
  who,
  takes: z.object({
    ...whose,
    cashInOre: amountInOre,
    vippsInOre: z.number().int().min(-100_000_000).max(100_000_000).default(0),
    reports: z.array(terminalReportSchema).max(20).default([]),
  }),
  does: (doing) =>
    decide(doing, async (day) => {
      const { input, db, now, me, supervisor } = doing;
      const terminals = (await allTerminals(db)).filter((one) => one.entity === input.entity).map(({ id }) => id);
      return thing.countDay(day, {
        cash: ore(input.cashInOre),
        vipps: ore(input.vippsInOre),
        reports: input.reports as unknown as Parameters<typeof thing.countDay>[1]['reports'],
        expected: await soldOn(db, input.entity, dayMeant(doing)),
        terminals,
        lastNumbers: await store.lastReportNumbers(db, dayMeant(doing)),
        cashier: cashierOf(me, supervisor),
        now,
      });
    }),
});

const place: z.ZodType<Place> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cash') }),
  z.object({ kind: z.literal('vipps') }),
  z.object({ kind: z.literal('terminal'), terminal: idInput<TerminalId>() }),
  z.object({ kind: z.literal('report number'), terminal: idInput<TerminalId>() }),
]) as unknown as z.ZodType<Place>;

/** A named person says why; the difference stays for everyone to see. */
export const explainDifference = command({
  name: 'explainDifference',
  who,
  takes: z.object({ ...whose, place, words: lineInput(500) }),
  does: (doing) =>
    decide(doing, (day) => {
      const { place: where, words } = doing.input;
      return thing.explain(day, { place: where, words, by: doing.me.person, at: doing.now });
    }),
});

/** Dated, named and never changed again. What was sold after the count is counted first. */
export const lockDay = command({
  name: 'lockDay',
  who,
  takes: z.object(whose),
  async does(doing) {
    const { input, db, now, me, supervisor, tell } = doing;
    const day = dayMeant(doing);
    const sold = await soldOn(db, input.entity, day);
    const locked = await decide(doing, (held) => {
      if (held.state === 'counted' && isOther(held.count.expected, sold)) return refuse('sold since the count');
      return thing.lockDay(held, cashierOf(me, supervisor), now);
    });
    if (locked.ok) tell(fact('DayClosed', { entity: input.entity, day }));
    return locked;
  },
});

/** Every sum of the one against the other's. */
function isOther(one: DaySales, other: DaySales): boolean {
  const sums = ({ cashSales, cashRefunds, vippsSales, vippsRefunds, terminals }: DaySales): string =>
    JSON.stringify([
      ...[cashSales, cashRefunds, vippsSales, vippsRefunds],
      ...terminals.map(({ terminal, sales, refunds }) => [terminal, sales, refunds]),
    ]);
  return sums(one) !== sums(other);
}

/** Found afterwards: a dated line beside the locked settlement; the money itself is put right on the next day. */
export const remarkOnDay = command({
  name: 'remarkOnDay',
  who,
  takes: z.object({ entity, day: dayInput, words: lineInput(500) }),
  async does({ input, db, me, now, tell }) {
    const day = await store.dayToChange(db, input.entity, input.day);
    if (!day) return refuse('not found');
    const remarked = thing.remark(day, input.words, me.person, now);
    if (!remarked.ok) return remarked;
    await store.saveDay(db, remarked.value);
    tell(fact('DayCloseChanged', { entity: input.entity }));
    return ok();
  },
});
