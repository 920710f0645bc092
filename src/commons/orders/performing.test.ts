import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must, type Result } from '#kernel/result';
import type { IsoDate, Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import {
  type Order,
  type Orderer,
  type OrderId,
  type OrderInput,
  type OrderItem,
  orderItemNext,
  type PlacedOrder,
  placeOrder,
  prepareOrder,
} from './order.ts';
import { accept, answer, cancel, handBack, orderAgain, patientDeclined, perform, release } from './performing.ts';
import { alreadyOrdered, standingOf, workList } from './work-list.ts';

const doctor: Orderer = { person: newId<PersonId>(), doctorAuthorisation: { from: '2010-06-01' as IsoDate } };
const kari = newId<PersonId>();
const anne = newId<PersonId>();
const patient = newId<PatientId>();
const now = '2026-11-23T08:00:00.000Z' as Moment;
const later = '2026-11-23T08:20:00.000Z' as Moment;
const muchLater = '2027-03-01T08:00:00.000Z' as Moment;
const today = '2026-11-23' as IsoDate;
const specimen = { thing: 'specimen', id: 's-1' };
const result = { thing: 'result', id: 'r-1' };
const done = { by: kari, became: specimen, conditionsConfirmed: false };

const items: OrderInput['items'] = [
  { code: 'crp', haste: 1, conditions: [] },
  { code: 'ecg', haste: 2, conditions: [] },
  { code: 'glucose', haste: 3, conditions: ['fastende'] },
];
const placed = (its = items, at = now) =>
  must(placeOrder({ id: newId<OrderId>(), patient, input: { items: its } }, doctor, at));
const item = (order: PlacedOrder, number = 1): OrderItem => order.items[number - 1] as OrderItem;

test('an item is taken, done and answered, each with who and when', () => {
  const taken = must(accept(placed(), 1, kari, now));
  expect(item(taken)).toMatchObject({ state: 'accepted', acceptedBy: kari, acceptedAt: now });
  const performed = must(perform(taken, 1, done, later));
  expect(item(performed)).toMatchObject({
    state: 'performed',
    performedBy: kari,
    performedAt: later,
    became: specimen,
  });
  const answered = must(answer(performed, 1, result, later));
  expect(item(answered)).toMatchObject({ state: 'answered', answer: result, became: specimen });
});

test('the other items are left as they were', () => {
  const order = placed();
  const taken = must(accept(order, 1, kari, now));
  expect(taken.items.slice(1)).toEqual(order.items.slice(1));
});

test('in a hurry one performs what nobody has taken', () => {
  expect(item(must(perform(placed(), 1, done, later)))).toMatchObject({ state: 'performed', performedBy: kari });
});

test('a colleague’s item is neither taken nor performed over her head', () => {
  const taken = must(accept(placed(), 1, anne, now));
  expect(accept(taken, 1, kari, later)).toMatchObject({ why: 'taken by another', facts: { since: now } });
  expect(perform(taken, 1, done, later)).toMatchObject({ why: 'taken by another' });
  expect(accept(taken, 1, anne, later)).toMatchObject({ ok: true });
});

test('a released item stands for whoever comes next', () => {
  const released = must(release(must(accept(placed(), 1, anne, now)), 1));
  expect(item(released)).toEqual(item(placed()));
  expect(release(placed(), 1)).toMatchObject({ why: 'not accepted' });
  expect(perform(released, 1, done, later)).toMatchObject({ ok: true });
});

test('an order past its last day is not performed', () => {
  expect(perform(placed(), 1, done, muchLater)).toMatchObject({
    why: 'order expired',
    facts: { validUntil: '2027-02-21' },
  });
  expect(accept(placed(), 1, kari, muchLater)).toMatchObject({ why: 'order expired' });
});

test('the doctor’s condition is confirmed before it is done', () => {
  expect(perform(placed(), 3, done, later)).toMatchObject({ why: 'conditions not confirmed' });
  expect(perform(placed(), 3, { ...done, conditionsConfirmed: true }, later)).toMatchObject({ ok: true });
});

test('what is done is done once', () => {
  const performed = must(perform(placed(), 1, done, later));
  expect(perform(performed, 1, done, later)).toMatchObject({ why: 'already done', facts: { at: later } });
  expect(accept(performed, 1, kari, later)).toMatchObject({ why: 'already done' });
  expect(handBack(performed, 1, { by: kari, ground: 'unclear order' }, later)).toMatchObject({ why: 'already done' });
  expect(cancel(performed, 1, doctor, 'trengs ikke', later)).toMatchObject({ why: 'already done' });
  expect(answer(must(answer(performed, 1, result, later)), 1, result, later)).toMatchObject({ why: 'not performed' });
});

test('an answer belongs to something that was performed', () => {
  expect(answer(placed(), 1, result, later)).toMatchObject({ why: 'not performed' });
});

test('handing back gives the item to the doctor with the ground, and no reason has to be argued', () => {
  const back = must(handBack(must(accept(placed(), 1, kari, now)), 1, { by: kari, ground: 'not sure how' }, later));
  expect(item(back)).toMatchObject({ state: 'handed back', ground: 'not sure how', handedBackBy: kari });
  expect(item(back)).not.toHaveProperty('acceptedBy');
  expect(item(back)).not.toHaveProperty('comment');
  expect(standingOf(back)).toBe('with the doctor');
  expect(perform(back, 1, done, later)).toMatchObject({ why: 'handed back' });
});

test('the doctor orders it again with a clearer instruction', () => {
  const back = must(
    handBack(placed(), 2, { by: kari, ground: 'unclear order', comment: ' hvile eller arbeid? ' }, later),
  );
  expect(item(back, 2)).toMatchObject({ comment: 'hvile eller arbeid?' });
  expect(orderAgain(back, 2, { person: kari }, 'hvile', later)).toMatchObject({ why: 'not a doctor' });
  const again = must(orderAgain(back, 2, doctor, ' hvile-EKG ', later));
  expect(item(again, 2)).toMatchObject({ state: 'ordered', instruction: 'hvile-EKG' });
  expect(item(must(orderAgain(back, 2, doctor, undefined, later)), 2)).not.toHaveProperty('instruction');
  expect(orderAgain(again, 2, doctor, 'en gang til', later)).toMatchObject({ why: 'not handed back' });
});

test('the doctor cancels with a reason, nobody else does', () => {
  expect(cancel(placed(), 1, { person: kari }, 'trengs ikke', later)).toMatchObject({ why: 'not a doctor' });
  expect(cancel(placed(), 1, doctor, '', later)).toMatchObject({ why: 'reason missing' });
  const gone = must(cancel(placed(), 1, doctor, ' trengs ikke ', later));
  expect(item(gone)).toMatchObject({ state: 'cancelled', ground: 'doctor', reason: 'trengs ikke' });
  expect(cancel(gone, 1, doctor, 'igjen', later)).toMatchObject({ why: 'cancelled' });
  expect(perform(gone, 1, done, later)).toMatchObject({ why: 'cancelled' });
});

test('a patient may decline, and the one who heard it writes it down', () => {
  const declined = must(patientDeclined(placed(), 1, kari, 'ønsker ikke stikk i dag', later));
  expect(item(declined)).toMatchObject({ state: 'cancelled', ground: 'patient declined', cancelledBy: kari });
});

test('what a secretary prepared cannot be performed', () => {
  const prepared = must(prepareOrder({ id: newId<OrderId>(), patient, input: { items } }, doctor.person, kari, now));
  expect(perform(prepared, 1, done, later)).toMatchObject({ why: 'not placed' });
  expect(standingOf(prepared)).toBe('prepared');
});

test('an item that is not in the order is not found', () => {
  expect(perform(placed(), 9, done, later)).toMatchObject({ why: 'no such item' });
});

test('the order as a whole stands open until everything is answered or cancelled', () => {
  let order = placed();
  expect(standingOf(order)).toBe('open');
  for (const number of [1, 2, 3]) order = must(perform(order, number, { ...done, conditionsConfirmed: true }, later));
  expect(standingOf(order)).toBe('awaiting answer');
  for (const number of [1, 2, 3]) order = must(answer(order, number, result, later));
  expect(standingOf(order)).toBe('settled');
});

test('each room sees its own, the urgent first and then the one that waited longest', () => {
  const older = placed([{ code: 'hba1c', haste: 1, conditions: [] }], '2026-11-20T08:00:00.000Z' as Moment);
  const newer = placed();
  const list = workList([newer, older], 'laboratory', today);
  expect(list.map(({ item: { code } }) => code)).toEqual(['hba1c', 'crp', 'glucose']);
  expect(workList([newer, older], 'treatment-room', today).map(({ item: { code } }) => code)).toEqual(['ecg']);
});

test('expired and prepared orders are not on the work list, and performed items leave it', () => {
  expect(workList([placed()], 'laboratory', '2027-03-01' as IsoDate)).toEqual([]);
  const prepared = must(prepareOrder({ id: newId<OrderId>(), patient, input: { items } }, doctor.person, kari, now));
  expect(workList([prepared], 'laboratory', today)).toEqual([]);
  const performed = must(perform(placed(), 1, done, later));
  expect(workList([performed], 'laboratory', today).map(({ item: { code } }) => code)).toEqual(['glucose']);
});

test('ordering what stands open already is noticed', () => {
  const order = placed();
  expect(alreadyOrdered([order], patient, ['crp', 'hba1c'], today)).toEqual(['crp']);
  expect(alreadyOrdered([order], newId<PatientId>(), ['crp'], today)).toEqual([]);
  expect(alreadyOrdered([must(perform(order, 1, done, later))], patient, ['crp'], today)).toEqual([]);
  expect(alreadyOrdered([order], patient, ['crp'], '2027-03-01' as IsoDate)).toEqual([]);
});

test('no sequence of steps takes an item along a way that the table of states does not show', () => {
  const steps = ['accept', 'release', 'perform', 'answer', 'hand back', 'again', 'cancel'] as const;
  const take = (step: (typeof steps)[number], order: Order): Result<PlacedOrder> => {
    if (step === 'accept') return accept(order, 1, kari, later);
    if (step === 'release') return release(order, 1);
    if (step === 'perform') return perform(order, 1, done, later);
    if (step === 'answer') return answer(order, 1, result, later);
    if (step === 'hand back') return handBack(order, 1, { by: kari, ground: 'unclear order' }, later);
    if (step === 'again') return orderAgain(order, 1, doctor, undefined, later);
    return cancel(order, 1, doctor, 'trengs ikke', later);
  };
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 12 }), (sequence) => {
      let order = placed();
      for (const step of sequence) {
        const next = take(step, order);
        if (!next.ok) continue;
        const [before, after] = [item(order).state, item(next.value).state];
        if (before !== after) expect(orderItemNext[before]).toContain(after);
        order = next.value;
      }
      expect(item(order)).toMatchObject({ number: 1, code: 'crp', haste: 1 });
    }),
  );
});
