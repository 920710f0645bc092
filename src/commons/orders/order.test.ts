import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { IsoDate, Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { orderTexts } from './order.texts.ts';
import {
  approveOrder,
  declineOrder,
  handBackGrounds,
  mayOrder,
  type Orderer,
  type OrderId,
  type OrderInput,
  orderableOn,
  orderInput,
  orderItemNext,
  orderNext,
  placeOrder,
  prepareOrder,
} from './order.ts';
import { orderableCodes, orderables, orderValidDays } from './orderable.table.ts';

const doctor: Orderer = { person: newId<PersonId>(), doctorAuthorisation: { from: '2010-06-01' as IsoDate } };
const secretary: Orderer = { person: newId<PersonId>() };
const patient = newId<PatientId>();
const now = '2026-11-23T08:00:00.000Z' as Moment;
const today = '2026-11-23' as IsoDate;

const input = (change: Partial<OrderInput> = {}): OrderInput => ({
  question: 'Hoste i tre uker',
  items: [
    { code: 'crp', haste: 1, conditions: [] },
    { code: 'ecg', haste: 2, conditions: [] },
  ],
  ...change,
});
const order = (change: Partial<OrderInput> = {}) => ({ id: newId<OrderId>(), patient, input: input(change) });

test('a doctor orders, and the order names her and stands for ninety days', () => {
  const placed = must(placeOrder(order(), doctor, now));
  expect(placed).toMatchObject({
    state: 'placed',
    orderedBy: doctor.person,
    orderedAt: now,
    validUntil: '2027-02-21',
    items: [
      { number: 1, code: 'crp', state: 'ordered' },
      { number: 2, code: 'ecg', state: 'ordered' },
    ],
  });
});

test('nobody but a doctor orders', () => {
  expect(placeOrder(order(), secretary, now)).toEqual({ ok: false, why: 'not a doctor' });
});

test('an authorisation that has ended or not begun is no authorisation', () => {
  const ended = { ...doctor, doctorAuthorisation: { from: '2010-06-01' as IsoDate, until: '2026-11-22' as IsoDate } };
  const later = { ...doctor, doctorAuthorisation: { from: '2026-11-24' as IsoDate } };
  expect(placeOrder(order(), ended, now)).toMatchObject({ why: 'authorisation not valid' });
  expect(placeOrder(order(), later, now)).toMatchObject({ why: 'authorisation not valid' });
});

test('the authorisation holds on its first and last day', () => {
  const period = { from: today, until: today };
  expect(mayOrder({ ...doctor, doctorAuthorisation: period }, today)).toEqual({ ok: true, value: undefined });
});

test('an order of nothing, or of the same thing twice, is no order', () => {
  expect(placeOrder(order({ items: [] }), doctor, now)).toMatchObject({ why: 'nothing ordered' });
  const crp = { code: 'crp', haste: 1, conditions: [] } as const;
  expect(
    placeOrder(
      order({
        items: [
          { ...crp, conditions: [] },
          { ...crp, conditions: [] },
        ],
      }),
      doctor,
      now,
    ),
  ).toMatchObject({
    why: 'asked for twice',
  });
});

test('two injections with different instructions are two things', () => {
  const injection = (instruction: string) => ({ code: 'injection', haste: 2, conditions: [], instruction }) as const;
  const items = [injection('B12 1 mg i.m.'), injection('Depotmedisin i.m.')].map((item) => ({
    ...item,
    conditions: [],
  }));
  expect(must(placeOrder(order({ items }), doctor, now)).items).toHaveLength(2);
});

test('nothing can be ordered on a day before the list held', () => {
  const before = '2025-12-31T08:00:00.000Z' as Moment;
  expect(placeOrder(order(), doctor, before)).toMatchObject({ why: 'not offered on the day' });
  expect(orderableOn('crp', '2025-12-31' as IsoDate)).toBeUndefined();
});

test('what a secretary prepares is no order until a doctor has said so', () => {
  const prepared = must(prepareOrder(order(), doctor.person, secretary.person, now));
  expect(prepared).toMatchObject({ state: 'prepared', preparedBy: secretary.person, forDoctor: doctor.person });
  expect(approveOrder(prepared, secretary, now)).toMatchObject({ why: 'not a doctor' });
  const placed = must(approveOrder(prepared, doctor, now));
  expect(placed).toMatchObject({ state: 'placed', orderedBy: doctor.person, preparedBy: secretary.person });
  expect(placed).not.toHaveProperty('forDoctor');
  expect(orderNext.prepared).toContain(placed.state);
});

test('another doctor of the clinic may approve, and is then the one who ordered', () => {
  const prepared = must(prepareOrder(order(), doctor.person, secretary.person, now));
  const locum = { ...doctor, person: newId<PersonId>() };
  expect(must(approveOrder(prepared, locum, now)).orderedBy).toBe(locum.person);
});

test('the doctor may say no to what was prepared, with a reason', () => {
  const prepared = must(prepareOrder(order(), doctor.person, secretary.person, now));
  expect(declineOrder(prepared, doctor, ' ', now)).toMatchObject({ why: 'reason missing' });
  expect(declineOrder(prepared, secretary, 'unødvendig', now)).toMatchObject({ why: 'not a doctor' });
  const declined = must(declineOrder(prepared, doctor, 'endrer ikke behandlingen', now));
  expect(declined).toMatchObject({ state: 'declined', declinedBy: doctor.person });
  expect(orderNext.prepared).toContain(declined.state);
  expect(approveOrder(declined, doctor, now)).toMatchObject({ why: 'not prepared' });
  expect(declineOrder(declined, doctor, 'enda en gang', now)).toMatchObject({ why: 'not prepared' });
});

test('preparing nothing is refused too', () => {
  expect(prepareOrder(order({ items: [] }), doctor.person, secretary.person, now)).toMatchObject({
    why: 'nothing ordered',
  });
});

test('the question may be left out', () => {
  expect(must(placeOrder(order({ question: undefined }), doctor, now))).not.toHaveProperty('question');
  expect(must(prepareOrder(order({ question: undefined }), doctor.person, secretary.person, now))).not.toHaveProperty(
    'question',
  );
});

test('no authorisation period lets an order through outside it', () => {
  const day = fc
    .integer({ min: 0, max: 800 })
    .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10) as IsoDate);
  fc.assert(
    fc.property(day, fc.option(day, { nil: undefined }), day, (from, until, on) => {
      const allowed = mayOrder({ person: doctor.person, doctorAuthorisation: { from, until } }, on).ok;
      expect(allowed).toBe(from <= on && (until === undefined || on <= until));
    }),
  );
});

test('input from a screen holds known codes, haste 1 to 3 and tidy text', () => {
  expect(orderInput.safeParse({ items: [{ code: 'crp', haste: 1 }] }).success).toBe(true);
  expect(orderInput.safeParse({ items: [{ code: 'mr-brain', haste: 1 }] }).success).toBe(false);
  expect(orderInput.safeParse({ items: [{ code: 'crp', haste: 4 }] }).success).toBe(false);
  expect(orderInput.safeParse({ items: [] }).success).toBe(false);
});

test('everything that can be ordered has names, a duty of its room and a time', () => {
  const value = orderables[0]?.value;
  for (const code of orderableCodes) {
    const orderable = value?.[code];
    expect(orderable?.name.nb, code).toBeTruthy();
    expect(orderable?.name.en, code).toBeTruthy();
    expect(orderable?.minutes, code).toBeGreaterThan(0);
    const part = orderable?.room === 'laboratory' ? 'laboratory.' : 'treatment.';
    expect(orderable?.duty.startsWith(part), code).toBe(true);
  }
});

test('what is analysed or measured here tells which values the answer holds', () => {
  for (const { kind, analytes, name } of Object.values(orderables[0]?.value ?? {}))
    expect(analytes.length > 0, name.en).toBe(kind === 'analysis' || kind === 'measurement');
});

test('the tables say where they come from', () => {
  for (const period of [...orderables, ...orderValidDays]) expect(period.source).not.toBe('');
});

test('a performed item can only be answered, and what is answered or cancelled rests', () => {
  expect(orderItemNext).toMatchObject({ performed: ['answered'], answered: [], cancelled: [] });
});

test('every ground for handing back has words without blame in both languages', () => {
  for (const ground of handBackGrounds) {
    expect(orderTexts.nb.handBackGrounds[ground]).not.toBe('');
    expect(orderTexts.en.handBackGrounds[ground]).not.toBe('');
  }
});

test('an order is ready for its doctor with everything as it was asked', () => {
  const prepared = must(prepareOrder(order(), doctor.person, secretary.person, now));
  const placed = must(approveOrder(prepared, doctor, now));
  expect(placed.items).toEqual(prepared.items);
  expect(placed).toMatchObject({ id: prepared.id, patient, question: 'Hoste i tre uker', validUntil: '2027-02-21' });
});

test('ninety days are counted from the approval, not from the preparation', () => {
  const prepared = must(prepareOrder(order(), doctor.person, secretary.person, now));
  const aWeekLater = '2026-11-30T08:00:00.000Z' as Moment;
  expect(must(approveOrder(prepared, doctor, aWeekLater)).validUntil).toBe('2027-02-28');
});

test('an authorisation that lapsed while the order lay waiting does not approve it', () => {
  const prepared = must(prepareOrder(order(), doctor.person, secretary.person, now));
  const lapsed = { ...doctor, doctorAuthorisation: { from: '2010-06-01' as IsoDate, until: '2026-11-30' as IsoDate } };
  const december = '2026-12-01T08:00:00.000Z' as Moment;
  expect(approveOrder(prepared, lapsed, december)).toMatchObject({
    why: 'authorisation not valid',
    facts: { until: '2026-11-30' },
  });
  expect(declineOrder(prepared, lapsed, 'for sent', december)).toMatchObject({ why: 'authorisation not valid' });
});

test('the late evening belongs to the Norwegian day', () => {
  const lastDay = { ...doctor, doctorAuthorisation: { from: '2010-06-01' as IsoDate, until: today } };
  expect(placeOrder(order(), lastDay, '2026-11-23T22:30:00.000Z' as Moment)).toMatchObject({ ok: true });
  expect(placeOrder(order(), lastDay, '2026-11-23T23:30:00.000Z' as Moment)).toMatchObject({
    why: 'authorisation not valid',
  });
});

test('items are numbered from one in the order they were asked for', () => {
  const some = fc.uniqueArray(fc.constantFrom(...orderableCodes), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(some, (codes) => {
      const items = codes.map((code) => ({ code, haste: 2 as const, conditions: [] }));
      const placed = must(placeOrder(order({ items }), doctor, now));
      expect(placed.items.map(({ code }) => code)).toEqual(codes);
      expect(placed.items.map(({ number }) => number)).toEqual(codes.map((_, index) => index + 1));
    }),
  );
});
