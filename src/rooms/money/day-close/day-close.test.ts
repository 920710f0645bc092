import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kroner, type Ore, ore } from '#kernel/amounts';
import type { PersonId } from '#kernel/ids';
import { must, type Result } from '#kernel/result';
import { type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import type { DoctorEntityId } from '../entities/doctor-entity.ts';
import type { Cashier, TerminalId } from '../payments/payment.ts';
import { type Counting, expectedDrawer, type TerminalReport, terminalReportSchema } from './count.ts';
import { dayCloseTexts } from './day-close.texts.ts';
import {
  countDay,
  type DayClose,
  type DayCloseId,
  dayCloseNext,
  explain,
  lockDay,
  moveCash,
  openDay,
  remark,
  unexplained,
} from './day-close.ts';
import type { DaySales } from './day-sales.ts';

const at = (time: string): Moment => momentAt('2026-11-23' as IsoDate, time as TimeOfDay);
const berit: Cashier = { person: 'berit' as PersonId, isPupil: false, beside: null };
const pupil: Cashier = { person: 'pupil' as PersonId, isPupil: true, beside: null };
const t1 = 't1' as TerminalId;
const about = {
  id: 'close' as DayCloseId,
  entity: 'entity' as DoctorEntityId,
  day: '2026-11-23' as IsoDate,
  float: kroner(1000),
  floatReason: null,
};
const sales: DaySales = {
  cashSales: kroner(1432),
  cashRefunds: kroner(64),
  vippsSales: kroner(500),
  vippsRefunds: kroner(0),
  terminals: [{ terminal: t1, sales: kroner(4200), refunds: kroner(179) }],
};
const report: TerminalReport = {
  terminal: t1,
  number: 101,
  sales: kroner(4200),
  refunds: kroner(179),
  byCard: [
    { card: 'BankAxept', amount: kroner(4000) },
    { card: 'Visa', amount: kroner(200) },
  ],
};
const open = must(openDay(about, null, berit, at('07:45')));
const counting = (more: Partial<Counting> = {}): Counting => ({
  cash: kroner(2368),
  vipps: kroner(500),
  reports: [report],
  expected: sales,
  terminals: [t1],
  lastNumbers: new Map([[t1, 100]]),
  cashier: berit,
  now: at('15:45'),
  ...more,
});
const counted = (more: Partial<Counting> = {}) => must(countDay(open, counting(more)));
const whyOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.why);

describe('the drawer of the job description: float 1000, cash 1432, refund 64', () => {
  test('should hold 2368', () => {
    expect(expectedDrawer(open, sales)).toBe(kroner(2368));
    expect(counted().count.differences).toEqual([]);
  });

  test('holds 2358: ten kroner are missing, and locking waits for an explanation', () => {
    const short = counted({ cash: kroner(2358) });
    expect(short.count.differences).toEqual([
      { place: { kind: 'cash' }, expected: 236_800, found: 235_800, difference: -1000 },
    ]);
    expect(lockDay(short, berit, at('15:50'))).toMatchObject({
      why: 'difference not explained',
      facts: { place: 'cash', difference: -1000 },
    });
    const explained = must(
      explain(short, { place: { kind: 'cash' }, words: 'Feil veksel gitt kl. 10', by: berit.person, at: at('15:49') }),
    );
    expect(must(lockDay(explained, berit, at('15:50')))).toMatchObject({ state: 'locked', lockedBy: 'berit' });
  });
});

describe('opening', () => {
  test('registers the float, who and when', () => {
    expect(open).toMatchObject({ state: 'open', float: kroner(1000), openedBy: 'berit', moves: [], counts: [] });
  });

  test('wants a reason when the float is not what was left', () => {
    expect(openDay(about, kroner(1100), berit, at('07:45'))).toMatchObject({
      why: 'float differs from what was left',
      facts: { left: 110_000 },
    });
    expect(openDay({ ...about, floatReason: 'Levert 100 til banken' }, kroner(1100), berit, at('07:45')).ok).toBe(true);
    expect(openDay(about, kroner(1000), berit, at('07:45')).ok).toBe(true);
  });

  test('is not for a pupil alone, nor with less than nothing', () => {
    expect(whyOf(openDay(about, null, pupil, at('07:45')))).toBe('pupil alone');
    expect(whyOf(openDay({ ...about, float: -1 as Ore }, null, berit, at('07:45')))).toBe('not an amount');
  });
});

describe('cash moved during the day', () => {
  const move = {
    direction: 'out',
    amount: kroner(500),
    at: at('12:00'),
    by: berit.person,
    reason: 'Til banken',
  } as const;

  test('is written with time, amount and who, and is not missed in the evening', () => {
    const day = must(moveCash(open, move));
    expect(expectedDrawer(day, sales)).toBe(kroner(1868));
    expect(expectedDrawer(must(moveCash(day, { ...move, direction: 'in', amount: kroner(200) })), sales)).toBe(
      kroner(2068),
    );
  });

  test('needs an amount and a reason, and an open day', () => {
    expect(whyOf(moveCash(open, { ...move, amount: ore(0) }))).toBe('not an amount');
    expect(whyOf(moveCash(open, { ...move, reason: '' }))).toBe('reason missing');
    expect(whyOf(moveCash(counted(), move))).toBe('not open');
  });
});

describe('counting', () => {
  test('holds the terminal against our card sales less refunds', () => {
    const day = counted({ reports: [{ ...report, sales: kroner(4379), byCard: [] }] });
    expect(day.count.differences).toEqual([
      { place: { kind: 'terminal', terminal: t1 }, expected: 402_100, found: 420_000, difference: 17_900 },
    ]);
  });

  test('holds Vipps against ours', () => {
    expect(counted({ vipps: kroner(436) }).count.differences).toMatchObject([
      { place: { kind: 'vipps' }, difference: -6400 },
    ]);
  });

  test('a hole in the numbers of a terminal is a difference: a batch was not closed or is lost', () => {
    expect(counted({ reports: [{ ...report, number: 103 }] }).count.differences).toEqual([
      { place: { kind: 'report number', terminal: t1 }, expected: 101, found: 103, difference: 2 },
    ]);
    expect(counted({ lastNumbers: new Map() }).count.differences).toEqual([]);
  });

  test('a terminal that sold nothing has its report too', () => {
    expect(whyOf(countDay(open, counting({ terminals: [t1, 't2' as TerminalId] })))).toBe('terminal report missing');
    expect(whyOf(countDay(open, counting({ reports: [] })))).toBe('terminal report missing');
  });

  test.each([
    ['two reports from one terminal', { reports: [report, { ...report, number: 102 }] }],
    ['card types do not add up', { reports: [{ ...report, sales: kroner(4300) }] }],
    ['report number used before', { reports: [{ ...report, number: 100 }] }],
    ['not an amount', { cash: -1 as Ore }],
    ['not an amount', { vipps: 0.5 as Ore }],
    ['not an amount', { reports: [{ ...report, refunds: -1 as Ore }] }],
    ['pupil alone', { cashier: pupil }],
  ])('%s is refused', (why, more: Partial<Counting>) => {
    expect(whyOf(countDay(open, counting(more)))).toBe(why);
  });

  test('a report is typed in whole øre', () => {
    const typed = { ...report, terminal: '0190a1b2-0000-7000-8000-000000000000' };
    expect(terminalReportSchema.safeParse(typed).success).toBe(true);
    expect(terminalReportSchema.safeParse({ ...typed, sales: 10.5 }).success).toBe(false);
  });

  test('again keeps the first count, and asks for a new explanation', () => {
    const first = counted({ cash: kroner(2358) });
    const place = { kind: 'cash' } as const;
    const explained = must(explain(first, { place, words: 'Teller på nytt', by: berit.person, at: at('15:46') }));
    const second = must(countDay(explained, counting({ cash: kroner(2360), now: at('15:50') })));
    expect(second.counts.map(({ cash }) => cash)).toEqual([kroner(2358), kroner(2360)]);
    expect(unexplained(second)).toHaveLength(1);
    expect(must(countDay(second, counting({ now: at('15:55') }))).count.differences).toEqual([]);
  });

  test('whatever was sold and moved, a drawer with what it should hold has no difference', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (float, cashSales, refund, out) => {
        const cashRefunds = ore(Math.min(refund, cashSales));
        const day = must(openDay({ ...about, float: ore(float) }, null, berit, at('07:45')));
        const taken = Math.min(out, float) || 1;
        const moved =
          float === 0
            ? day
            : must(
                moveCash(day, {
                  direction: 'out',
                  amount: ore(taken),
                  at: at('12:00'),
                  by: berit.person,
                  reason: 'bank',
                }),
              );
        const expected = { ...sales, cashSales: ore(cashSales), cashRefunds };
        const cash = ore(float + cashSales - cashRefunds - (float === 0 ? 0 : taken));
        const full = countDay(moved, counting({ expected, cash }));
        const off = countDay(moved, counting({ expected, cash: ore(cash + 1) }));
        return (
          full.ok &&
          full.value.count.differences.length === 0 &&
          off.ok &&
          off.value.count.differences[0]?.difference === 1
        );
      }),
    );
  });
});

describe('explaining and locking', () => {
  const words = 'Betalt på feil terminal';

  test('only a difference that is there, in words, by someone, on a counted day', () => {
    const day = counted({ vipps: kroner(0) });
    const explanation = { place: { kind: 'vipps' }, words, by: berit.person, at: at('15:50') } as const;
    expect(whyOf(explain(day, { ...explanation, words: ' ' }))).toBe('reason missing');
    expect(whyOf(explain(day, { ...explanation, place: { kind: 'cash' } }))).toBe('no difference there');
    expect(whyOf(explain(open, explanation))).toBe('not counted');
    expect(unexplained(must(explain(day, explanation)))).toEqual([]);
  });

  test('two terminals are explained one by one', () => {
    const t2 = 't2' as TerminalId;
    const swapped = counted({
      reports: [
        { ...report, sales: kroner(4379), byCard: [] },
        { ...report, terminal: t2, sales: kroner(0), refunds: kroner(179), byCard: [] },
      ],
      terminals: [t1, t2],
    });
    const one = must(
      explain(swapped, { place: { kind: 'terminal', terminal: t1 }, words, by: berit.person, at: at('15:50') }),
    );
    expect(unexplained(one)).toMatchObject([{ place: { terminal: t2 } }]);
    expect(whyOf(lockDay(one, berit, at('15:55')))).toBe('difference not explained');
  });

  test('is not for an uncounted day, nor for a pupil alone', () => {
    expect(whyOf(lockDay(open, berit, at('15:55')))).toBe('not counted');
    expect(whyOf(lockDay(counted(), pupil, at('15:55')))).toBe('pupil alone');
  });

  test('a locked day is never counted, moved or explained again; a remark is a new entry', () => {
    const locked = must(lockDay(counted(), berit, at('15:55')));
    expect(whyOf(countDay(locked, counting()))).toBe('locked');
    expect(whyOf(lockDay(locked, berit, at('15:56')))).toBe('not counted');
    const noted = must(remark(locked, 'Fant tieren under skuffen', berit.person, at('16:10')));
    expect(noted.remarks).toHaveLength(1);
    expect(noted.count).toBe(locked.count);
    expect(whyOf(remark(noted, '', berit.person, at('16:11')))).toBe('reason missing');
    expect(whyOf(remark(counted(), 'x', berit.person, at('16:11')))).toBe('not locked');
  });
});

test('states follow the table', () => {
  const moves: [DayClose['state'], DayClose['state']][] = [
    ['open', counted().state],
    ['counted', must(countDay(counted(), counting())).state],
    ['counted', must(lockDay(counted(), berit, at('15:55'))).state],
  ];
  for (const [from, to] of moves) expect(dayCloseNext[from]).toContain(to as never);
});

test('every refusal has words in both languages', () => {
  for (const said of [dayCloseTexts.nb.refusals, dayCloseTexts.en.refusals])
    for (const sentence of Object.values(said))
      expect(sentence({ left: 1, float: 2, sum: 3, sales: 4, difference: -1000 })).not.toBe('');
  expect(dayCloseTexts.nb.refusals['difference not explained']({ difference: -1000 })).toContain('−10,00');
});
