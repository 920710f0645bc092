import { describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { PatientId } from '#patients';
import { nationalTariff } from '../tariffs/takst.table.ts';
import { type BillId, proposedBill } from './bill.ts';
import { type Adjustment, adjust, adjustAgain, adjustmentInput } from './bill-adjustment.ts';
import { consultation, crp, doctorPerson, propose, visit, when } from './visit-sample.ts';

const facts = visit(consultation(), [crp]);
const proposal = propose(facts);
const bill = proposedBill(newId<BillId>(), newId<PatientId>(), facts, proposal);
const change = (wanted: object): Adjustment =>
  ({ reason: 'Avtalt med legen', by: doctorPerson, at: when('2026-11-23', '10:30'), ...wanted }) as Adjustment;
const tryIt = (wanted: object) => adjust(bill, change(wanted), proposal.standing, nationalTariff);

describe('what a person changes', () => {
  test('a code is priced by the tariff of the day of treatment', () => {
    const after = must(tryIt({ kind: 'add code', code: '10a', count: 2 }));
    expect(after.lines.at(-1)).toMatchObject({ code: '10a', count: 2, ownPayment: 16_200 });
    expect(after.changes).toMatchObject([{ kind: 'added', code: '10a', reason: 'Avtalt med legen' }]);
  });
  test('an item stands at what it cost', () => {
    const after = must(tryIt({ kind: 'add item', name: 'Krykker', costInOre: 20_000 }));
    expect(after.lines.at(-1)).toMatchObject({ kind: 'item', ownPayment: 20_000 });
  });
  test('a line is taken off by its code', () => {
    expect(must(tryIt({ kind: 'remove', line: '705k' })).lines.map(({ code }) => code)).not.toContain('705k');
  });
  test.each([
    ['a code nobody knows', { kind: 'add code', code: '999x', count: 1 }, 'code unknown'],
    ['more than the rule allows', { kind: 'add code', code: '2dd', count: 3 }, 'repeated too often'],
    ['what stands there already', { kind: 'add code', code: '705k', count: 1 }, 'already on the bill'],
    ['a line that is not there', { kind: 'remove', line: '707' }, 'not on the bill'],
  ])('%s is refused', (_, wanted, why) => {
    expect(tryIt(wanted)).toMatchObject({ ok: false, why });
  });
});

describe('on a fresh proposal', () => {
  test('the changes are made over again', () => {
    const changes = [change({ kind: 'remove', line: '705k' }), change({ kind: 'add code', code: '10a', count: 1 })];
    const after = adjustAgain(bill, changes, proposal.standing, nationalTariff);
    expect(after.lines.map(({ code }) => code)).toEqual(expect.arrayContaining(['10a']));
    expect(after.changes).toHaveLength(2);
  });
  test('a change that no longer fits is left out', () => {
    const after = adjustAgain(bill, [change({ kind: 'remove', line: '707' })], proposal.standing, nationalTariff);
    expect(after).toEqual(bill);
  });
});

test('nothing is changed without a reason', () => {
  expect(adjustmentInput.safeParse({ kind: 'remove', line: '705k', reason: ' ' }).success).toBe(false);
});
