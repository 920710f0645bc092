import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kroner, type Ore } from '#kernel/amounts';
import type { Id, PersonId } from '#kernel/ids';
import { must, type Result } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import type { PatientId } from '#patients';
import { nationalTariff } from '../tariffs/takst.table.ts';
import { billTexts } from './bill.texts.ts';
import {
  addLine,
  type Bill,
  type BillId,
  billNext,
  billSums,
  type ClosedBill,
  closeBill,
  creditBill,
  dropBill,
  invoiceBill,
  owedOn,
  type ProposedBill,
  proposedBill,
  receive,
  receivedOf,
  removeLine,
} from './bill.ts';
import { creditableUntil, documentBy, lapsesAfter, reportBy } from './bill-clock.ts';
import type { VisitFacts } from './visit-facts.ts';
import { consultation, crp, ecg, procedure, propose, secretary, staffVisit, visit, when } from './visit-sample.ts';

const berit = 'berit' as PersonId;
const anna = 'anna' as PersonId;
const now = when('2026-11-23', '11:00');
const act = { by: berit, reason: 'Legen sa fra', now };
const billOf = (facts: VisitFacts): ProposedBill =>
  proposedBill('bill' as BillId, 'patient' as PatientId, facts, propose(facts));
const bill = billOf(visit(consultation(), [crp, ecg]));
const closed = (from = bill): ClosedBill => must(closeBill(from, { by: berit, number: 7, now }));
const paying = (amount: number, at = now) => ({ payment: 'payment' as Id<'Payment'>, amount: amount as Ore, at });
const lineOf = (code: string) => {
  const facts = visit(consultation(), [
    procedure('cryotherapy'),
    { kind: 'analysis', analyte: 'glucose', sample: 'taken here', by: secretary },
  ]);
  const line = propose(facts).lines.find((one) => one.code === code);
  if (!line) throw new Error(code);
  return line;
};
const whyOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.why);

describe('a proposed bill', () => {
  test('carries the visit, the sums and who is exempt', () => {
    expect(bill).toMatchObject({ state: 'proposed', entity: 'entity', doctor: 'doctor', exemption: null });
    expect(billSums(bill)).toMatchObject({ patient: kroner(420), helfo: kroner(287) });
    expect(owedOn(bill)).toBe(0);
  });

  test('takes a line that a person adds with a reason, and remembers who and why', () => {
    const more = must(addLine(bill, lineOf('708a'), act, nationalTariff));
    expect(more.lines).toHaveLength(bill.lines.length + 1);
    expect(more.changes).toEqual([{ kind: 'added', code: '708a', by: berit, at: now, reason: 'Legen sa fra' }]);
  });

  test('refuses a line without a reason, one that stands there, and one that may not stand beside', () => {
    expect(whyOf(addLine(bill, lineOf('708a'), { ...act, reason: ' ' }, nationalTariff))).toBe('reason missing');
    expect(whyOf(addLine(bill, lineOf('701a'), act, nationalTariff))).toBe('already on the bill');
    const contact = propose(visit(staffVisit(), [procedure('suture removal')])).lines[0];
    if (contact) expect(whyOf(addLine(bill, contact, act, nationalTariff))).toBe('may not stand beside');
  });

  test('refuses a consultation code on work by staff alone, whoever asks', () => {
    const staffBill = billOf(visit(consultation(secretary), [procedure('ear cleaning')]));
    const wanted = lineOf('2ad');
    expect(addLine(staffBill, wanted, act, nationalTariff)).toMatchObject({ why: 'hard stop', facts: { code: '2ad' } });
  });

  test('loses a line with a reason', () => {
    const less = must(removeLine(bill, 5, act));
    expect(less.lines.map(({ code }) => code)).not.toContain('10b');
    expect(less.changes[0]).toMatchObject({ kind: 'removed', code: '10b' });
    expect(whyOf(removeLine(bill, 99, act))).toBe('not on the bill');
    expect(whyOf(removeLine(bill, 0, { ...act, reason: '' }))).toBe('reason missing');
  });

  test('is dropped with a reason and kept', () => {
    expect(must(dropBill(bill, act))).toMatchObject({ state: 'dropped', droppedBy: berit, lines: bill.lines });
    expect(whyOf(dropBill(bill, { ...act, reason: '' }))).toBe('reason missing');
  });
});

describe('closing', () => {
  test('gives the number and what the patient owes', () => {
    expect(closed()).toMatchObject({ state: 'closed', number: 7, closedBy: berit, received: [] });
    expect(owedOn(closed())).toBe(kroner(420));
    expect(closed()).not.toHaveProperty('blocked');
  });

  test('refuses a bill without lines, a number that is none, and an exemption without its ground', () => {
    expect(whyOf(closeBill({ ...bill, lines: [] }, { by: berit, number: 1, now }))).toBe('nothing on the bill');
    for (const number of [0, -1, 1.5])
      expect(whyOf(closeBill(bill, { by: berit, number, now }))).toBe('not a bill number');
    const facts = visit(consultation());
    const infectious = billOf({ ...facts, patient: { ...facts.patient, stated: 'infectious disease' } });
    expect(whyOf(closeBill(infectious, { by: berit, number: 1, now }))).toBe('ground missing');
    const written = billOf({
      ...facts,
      patient: { ...facts.patient, stated: 'infectious disease', groundWritten: true },
    });
    expect(closeBill(written, { by: berit, number: 1, now }).ok).toBe(true);
  });
});

describe('paying', () => {
  test('the whole sum makes it paid', () => {
    const paid = must(receive(closed(), paying(42_000)));
    expect(paid).toMatchObject({ state: 'paid', paidAt: now });
    expect(owedOn(paid)).toBe(0);
  });

  test('a part in cash and the rest by card', () => {
    const half = must(receive(closed(), paying(20_000)));
    expect(half.state).toBe('closed');
    expect(owedOn(half)).toBe(22_000);
    expect(must(receive(half, paying(22_000))).state).toBe('paid');
  });

  test('more than is owed, nothing and less than nothing are refused', () => {
    expect(receive(closed(), paying(42_001))).toMatchObject({ why: 'more than is owed', facts: { owed: 42_000 } });
    for (const amount of [0, -5, 0.5]) expect(whyOf(receive(closed(), paying(amount)))).toBe('not an amount');
    expect(whyOf(receive(bill, paying(1)))).toBe('not closed');
    expect(whyOf(receive(must(receive(closed(), paying(42_000))), paying(1)))).toBe('already paid');
  });

  test('a bill that owes nothing stays closed', () => {
    const free = closed(billOf(visit({ kind: 'simple', way: 'telephone', by: secretary, matter: 'advice' })));
    expect(owedOn(free)).toBe(0);
    expect(whyOf(receive(free, paying(1)))).toBe('nothing to pay');
  });

  test('however it is split, what is received and what is owed are the bill', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 6 }), (amounts) => {
        let now_: Bill = closed();
        for (const amount of amounts) {
          const next = receive(now_, paying(amount));
          if (next.ok) now_ = next.value;
        }
        return receivedOf(now_) + owedOn(now_) === billSums(now_).patient && owedOn(now_) >= 0;
      }),
    );
  });
});

describe('invoicing', () => {
  const wish = { dueOn: '2026-12-14' as IsoDate, wishedByPatient: true, fee: kroner(45), now };

  test('at the patient’s wish with a fee on top', () => {
    const invoiced = must(invoiceBill(closed(), wish));
    expect(invoiced).toMatchObject({ state: 'invoiced', dueOn: '2026-12-14' });
    expect(owedOn(invoiced)).toBe(kroner(465));
    expect(billSums(invoiced).egenandel).toBe(kroner(299));
    expect(must(receive(invoiced, paying(46_500))).state).toBe('paid');
  });

  test('never with a fee that the patient did not ask for', () => {
    expect(whyOf(invoiceBill(closed(), { ...wish, wishedByPatient: false }))).toBe(
      'fee only when the patient wishes it',
    );
    const plain = must(invoiceBill(closed(), { ...wish, wishedByPatient: false, fee: kroner(0) }));
    expect(owedOn(plain)).toBe(kroner(420));
  });

  test('not before it is closed, not twice, not due yesterday', () => {
    expect(whyOf(invoiceBill(bill, wish))).toBe('not closed');
    expect(whyOf(invoiceBill(must(invoiceBill(closed(), wish)), wish))).toBe('not closed');
    expect(whyOf(invoiceBill(closed(), { ...wish, dueOn: '2026-11-22' as IsoDate }))).toBe('due before today');
    const free = closed(billOf(visit({ kind: 'simple', way: 'telephone', by: secretary, matter: 'advice' })));
    expect(whyOf(invoiceBill(free, wish))).toBe('nothing to pay');
  });
});

describe('crediting', () => {
  const two = { ...act, second: anna };

  test('takes back the whole bill and says what the patient is to have', () => {
    const credited = must(creditBill(must(receive(closed(), paying(42_000))), two));
    expect(credited).toMatchObject({ state: 'credited', creditedBy: berit, secondPerson: anna, refundDue: 42_000 });
    expect(credited.lines).toEqual(bill.lines);
    expect(owedOn(credited)).toBe(0);
    expect(must(creditBill(closed(), two)).refundDue).toBe(0);
  });

  test('takes two people and a reason', () => {
    expect(whyOf(creditBill(closed(), { ...two, second: null }))).toBe('second person missing');
    expect(whyOf(creditBill(closed(), { ...two, second: berit }))).toBe('second person missing');
    expect(whyOf(creditBill(closed(), { ...two, reason: '' }))).toBe('reason missing');
  });

  test('is done once, on closed bills, within three years', () => {
    expect(whyOf(creditBill(bill, two))).toBe('not closed');
    expect(whyOf(creditBill(must(creditBill(closed(), two)), two))).toBe('already credited');
    expect(creditBill(closed(), { ...two, now: when('2029-11-23') }).ok).toBe(true);
    expect(creditBill(closed(), { ...two, now: when('2029-11-24') })).toMatchObject({ why: 'too old to credit' });
    expect(whyOf(creditBill({ ...closed(), closedAt: when('2020-01-01') }, two))).toBe('no rule for this date');
  });
});

describe('clocks', () => {
  test('Helfo has it within 14 days, and the claim lapses six months after the month', () => {
    expect(reportBy(now)).toBe('2026-12-07');
    expect(lapsesAfter(now)).toBe('2027-05-31');
    expect(lapsesAfter(when('2026-08-15'))).toBe('2027-02-28');
  });

  test('the document is written within a month, the last of January by the end of February', () => {
    expect(documentBy(now)).toBe('2026-12-23');
    expect(documentBy(when('2027-01-31'))).toBe('2027-02-28');
  });

  test('a day before the rule has no clock', () => {
    for (const clock of [reportBy, lapsesAfter, creditableUntil, documentBy])
      expect(clock(when('2020-01-01'))).toBeNull();
  });
});

test('states follow the table', () => {
  const results: [Bill['state'], Result<Bill>][] = [
    ['proposed', closeBill(bill, { by: berit, number: 1, now })],
    ['proposed', dropBill(bill, act)],
    ['closed', receive(closed(), paying(42_000))],
    ['closed', creditBill(closed(), { ...act, second: anna })],
    [
      'invoiced',
      creditBill(
        must(invoiceBill(closed(), { dueOn: '2026-12-14' as IsoDate, wishedByPatient: false, fee: kroner(0), now })),
        { ...act, second: anna },
      ),
    ],
    ['paid', creditBill(must(receive(closed(), paying(42_000))), { ...act, second: anna })],
  ];
  for (const [from, result] of results) expect(billNext[from]).toContain(must(result).state as never);
  for (const state of ['dropped', 'credited'] as const) expect(billNext[state]).toEqual([]);
});

test('every refusal has words in both languages', () => {
  for (const said of [billTexts.nb.refusals, billTexts.en.refusals])
    for (const sentence of Object.values(said))
      expect(sentence({ owed: 100, code: '2ad', other: '1ad', last: '2029-11-23' })).not.toBe('');
  expect(billTexts.nb.refusals['more than is owed']({ owed: 42_000 })).toContain('420,00');
});
