import { describe, expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { startedIntervals } from './contact-codes.ts';
import { block, emptyDraft, isHardStop, note, suggest, together } from './draft.ts';
import { disposablesDraft, itemsAtCost, procedureOf } from './procedure-codes.ts';
import { authorityMissing, contactPerformer, isMeeting } from './visit-facts.ts';
import { consultation, doctor, nurse, secretary, staffVisit, visit, when } from './visit-sample.ts';

describe('by which authority someone worked', () => {
  test('the doctor by their own, others by order or delegation', () => {
    expect(authorityMissing({ ...doctor, authority: { kind: 'none' } })).toBeNull();
    expect(authorityMissing(secretary)).toBeNull();
    expect(authorityMissing({ ...secretary, authority: { kind: 'order', by: null } })).toBeNull();
    for (const kind of ['own', 'none'] as const)
      expect(authorityMissing({ ...secretary, authority: { kind } })).toBe('no order or delegation');
  });

  test('a pupil with a supervisor beside, and an order all the same', () => {
    const pupil = { ...secretary, role: 'pupil' } as const;
    expect(authorityMissing(pupil)).toBe('pupil without a supervisor');
    const beside = { ...pupil, supervisedBy: 'anna' as PersonId };
    expect(authorityMissing(beside)).toBeNull();
    expect(authorityMissing({ ...beside, authority: { kind: 'none' } })).toBe('no order or delegation');
  });
});

describe('whose contact it was', () => {
  test('a consultation is a doctor’s or a nurse’s', () => {
    expect(isMeeting(visit(consultation()))).toBe(true);
    expect(isMeeting(visit(consultation(nurse)))).toBe(true);
    expect(isMeeting(visit(consultation(secretary)))).toBe(false);
    expect(isMeeting(visit(staffVisit(doctor)))).toBe(false);
  });

  test('nobody met a patient who did not come', () => {
    expect(contactPerformer(visit({ kind: 'not attended', toldBeforehand: 'yes' }))).toBeNull();
    expect(contactPerformer(visit(staffVisit()))).toBe(secretary);
  });
});

test.each([
  [20, 0],
  [20.5, 1],
  [25, 1],
  [25.1, 2],
  [40, 4],
  [5, 0],
])('%s minutes are %s started intervals of five beyond twenty', (minutes, intervals) => {
  expect(startedIntervals(minutes, { beyondMinutes: 20, perStartedMinutes: 5 })).toBe(intervals);
});

test('drafts add up, and only hard stops are hard', () => {
  const draft = together([
    suggest('2ad', 'consultation'),
    block('2ad', 'only the doctor'),
    note('sample brought'),
    emptyDraft,
  ]);
  expect([draft.suggestions.length, draft.blocked.length, draft.notes.length]).toEqual([1, 1, 1]);
  expect(draft.blocked.some(isHardStop)).toBe(false);
  expect(isHardStop({ code: '2ad', why: 'consultation by staff alone' })).toBe(true);
});

test('vaccines and devices are at cost, disposables are not', () => {
  const item = (what: 'vaccine' | 'disposable') =>
    ({ kind: 'item', what, name: { nb: what, en: what }, cost: 100 as never }) as const;
  const facts = visit(consultation(), [item('vaccine'), item('disposable')]);
  expect(itemsAtCost(facts).map(({ what }) => what)).toEqual(['vaccine']);
  expect(disposablesDraft(facts).blocked).toEqual([
    { code: 'disposable', why: 'disposables are included', facts: { what: 'disposable' } },
  ]);
});

test('a day before the tables has no procedures', () => {
  expect(procedureOf('ear cleaning', visit(consultation()))).toMatchObject({ code: '100' });
  expect(procedureOf('ear cleaning', visit(consultation(), [], { at: when('2020-01-01') }))).toBeUndefined();
});
