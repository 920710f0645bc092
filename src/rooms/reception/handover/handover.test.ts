import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { addMinutes, type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { type LoopId, loopKinds, type Open, type Owner } from '#loops';
import type { PatientId } from '#patients';
import { type HandoverRule, handoverRules } from './handover.table.ts';
import { handoverTexts } from './handover.texts.ts';
import {
  composeHandover,
  give,
  type HandoverId,
  type HandoverItem,
  handoverKinds,
  handoverNext,
  itemOfLoop,
  itemOrder,
  takeOver,
} from './handover.ts';
import { readAloud } from './read-aloud.ts';

const at = (time: string, day = '2026-05-04'): Moment => momentAt(day as IsoDate, time as TimeOfDay);
const now = at('15:30');
const opensAgainAt = at('08:00', '2026-05-05');
const kari: Owner = { kind: 'person', person: 'kari' as PersonId };
const eva: Owner = { kind: 'person', person: 'eva' as PersonId };
const lab: Owner = { kind: 'station', station: 'laboratory' };
const rule = validOn(handoverRules, '2026-05-04' as IsoDate)?.value as HandoverRule;
const item = (id: string, change: Partial<HandoverItem> = {}): HandoverItem => ({
  kind: 'waiting',
  id,
  what: `matter ${id}`,
  patient: null,
  owner: kari,
  since: at('09:00'),
  due: at('12:00', '2026-05-05'),
  haste: 3,
  ...change,
});
const compose = (...items: HandoverItem[]) => composeHandover([items], now, opensAgainAt);

test('what is promised, waiting, running, unsigned and unpaid is laid together, owner by owner', () => {
  const view = composeHandover(
    [
      [item('a', { kind: 'promised' }), item('b', { owner: lab, kind: 'running' })],
      [item('c', { kind: 'unpaid', due: null })],
      [item('d', { kind: 'unsigned', owner: eva })],
    ],
    now,
    opensAgainAt,
  );
  expect(view.sections.map((section) => [section.owner, section.items.map((one) => one.id)])).toEqual([
    [lab, ['b']],
    [eva, ['d']],
    [kari, ['a', 'c']],
  ]);
  expect(view.counts).toEqual({ promised: 1, waiting: 0, running: 1, unsigned: 1, unpaid: 1 });
  expect(view.all).toBe(4);
});

test('whoever has something late comes first, and the late thing first of all', () => {
  const view = compose(item('b', { owner: lab }), item('c'), item('a', { due: at('13:00') }));
  expect(view.sections[0]).toMatchObject({ owner: kari, late: 1 });
  expect(view.sections[0]?.items.map((one) => one.id)).toEqual(['a', 'c']);
});

test('the same matter on two lists is told once', () => {
  const view = composeHandover([[item('a')], [item('a'), item('a', { kind: 'unpaid' })]], now, opensAgainAt);
  expect(view.all).toBe(2);
});

test('what is due before the clinic opens again stands by itself, what is due at opening does not', () => {
  const view = compose(
    item('tonight', { due: at('18:00') }),
    item('late', { due: at('15:00') }),
    item('open', { due: opensAgainAt }),
  );
  expect(view.dueBeforeOpening.map((one) => one.id)).toEqual(['late', 'tonight']);
});

test('the day is not given on while something has no owner', () => {
  const view = compose(item('a', { owner: null }), item('b'));
  expect(view.ownerless.map((one) => one.id)).toEqual(['a']);
  expect(give('handover-1' as HandoverId, view, 'all fine', 'kari' as PersonId)).toEqual({
    ok: false,
    why: 'something has no owner',
    facts: { items: 1 },
  });
});

test('what is due in the evening is given on only with what was decided', () => {
  const view = compose(item('a', { due: at('18:00') }));
  const id = 'handover-1' as HandoverId;
  expect(give(id, view, ' ', 'kari' as PersonId)).toMatchObject({ why: 'due before opening needs a decision' });
  expect(must(give(id, view, 'patient agrees to 08:15', 'kari' as PersonId))).toMatchObject({
    dueBeforeOpening: 1,
    because: 'patient agrees to 08:15',
  });
});

test('an empty day is given on without a word, and none is kept', () => {
  const given = must(give('handover-1' as HandoverId, compose(), 'nothing to say', 'kari' as PersonId));
  expect(given).toMatchObject({ state: 'given', all: 0, because: null, givenAt: now, givenBy: 'kari' });
});

test('somebody else takes it over, once', () => {
  const given = must(give('handover-1' as HandoverId, compose(item('a')), null, 'kari' as PersonId));
  expect(takeOver(given, 'kari' as PersonId, now)).toMatchObject({ why: 'somebody else must take it' });
  const taken = must(takeOver(given, 'eva' as PersonId, opensAgainAt));
  expect(taken).toMatchObject({ state: 'taken', takenBy: 'eva', takenAt: opensAgainAt, all: 1 });
  expect(takeOver(taken, 'ola' as PersonId, now)).toMatchObject({ why: 'already taken' });
  expect(handoverNext.taken).toEqual([]);
});

const loop = (kind: Open['kind']): Open => ({
  id: 'loop-1' as LoopId,
  kind,
  patient: 'patient-1' as PatientId,
  subject: { thing: 'call', id: 'call-1' },
  haste: 2,
  owner: kari,
  deputy: lab,
  openedAt: at('10:00'),
  openedBy: 'kari' as PersonId,
  expectedBy: at('16:00'),
  state: 'open',
});

test('a promised call is a promise, a note to sign is unsigned, a sent specimen waits', () => {
  expect(itemOfLoop(loop('promised call'), 'ring about a result')).toEqual({
    kind: 'promised',
    id: 'loop-1',
    what: 'ring about a result',
    patient: 'patient-1',
    owner: kari,
    since: at('10:00'),
    due: at('16:00'),
    haste: 2,
  });
  expect(itemOfLoop(loop('entry to sign'), '').kind).toBe('unsigned');
  expect(itemOfLoop(loop('specimen sent'), '').kind).toBe('waiting');
  const { patient: _, ...clinicOwn } = loop('control due');
  expect(itemOfLoop(clinicOwn, '').patient).toBeNull();
  for (const kind of loopKinds) expect(handoverKinds).toContain(itemOfLoop(loop(kind), '').kind);
});

const anyItem = fc
  .record({
    id: fc.integer({ min: 0, max: 40 }).map(String),
    kind: fc.constantFrom(...handoverKinds),
    owner: fc.constantFrom(kari, eva, lab, null),
    due: fc.option(fc.integer({ min: -600, max: 3000 }).map((minutes) => addMinutes(now, minutes))),
    haste: fc.constantFrom(1, 2, 3) as fc.Arbitrary<HandoverItem['haste']>,
  })
  .map((part) => item(part.id, part));

test('nothing is lost and nothing is told twice', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyItem, { maxLength: 12 }), { maxLength: 4 }), (lists) => {
      const view = composeHandover(lists, now, opensAgainAt);
      const told = [...view.ownerless, ...view.sections.flatMap((section) => section.items)];
      const keys = (items: readonly HandoverItem[]) => items.map((one) => `${one.kind} ${one.id}`);
      expect(new Set(keys(told))).toEqual(new Set(keys(lists.flat())));
      expect(keys(told)).toHaveLength(new Set(keys(told)).size);
      expect(view.all).toBe(told.length);
      expect(Object.values(view.counts).reduce((sum, n) => sum + n, 0)).toBe(view.all);
      for (const { items } of view.sections) expect([...items].sort(itemOrder)).toEqual(items);
    }),
  );
});

const nameOf = (owner: Owner) => (owner.kind === 'person' ? owner.person : owner.station);

test('it is read aloud in short sentences, the late first, with how long it takes', () => {
  const view = compose(
    item('a', { kind: 'promised', what: 'ring Haugen', due: at('15:00') }),
    item('b', { owner: lab, what: 'culture', kind: 'running', due: null }),
    item('c', { owner: null, what: 'letter', due: at('16:00') }),
    item('d', { owner: lab, what: 'box', due: at('09:00', '2026-05-05') }),
  );
  const spoken = readAloud(view, nameOf, rule, 'en');
  expect(spoken.lines).toEqual([
    '1 matter without an owner:',
    'Waiting: letter, by 16:00.',
    'kari: 1, 1 late.',
    'Promised: ring Haugen, should have been done 15:00.',
    'laboratory: 2.',
    'Waiting: box, by 2026-05-05 09:00.',
    'Running: culture, no time set.',
  ]);
  expect(spoken).toMatchObject({ words: 33, minutes: 0.3, isTooLong: false });
});

test('a day with nothing left is one sentence, and a day with too much says so', () => {
  expect(readAloud(compose(), nameOf, rule, 'nb').lines).toEqual(['Ingenting å overlevere. Alt er gjort.']);
  const many = Array.from({ length: 90 }, (_, place) => item(String(place)));
  expect(readAloud(compose(...many), nameOf, rule, 'nb').isTooLong).toBe(true);
});

test('the same sentences stand in both languages', () => {
  expect(new Set(Object.keys(handoverTexts.en.refusals))).toEqual(new Set(Object.keys(handoverTexts.nb.refusals)));
  expect(rule.at).toBe('15:30');
});

test('a matter without a time comes after those that have one, and of two alike the older first', () => {
  const view = compose(item('a', { due: null }), item('b', { since: at('10:00') }), item('c', { since: at('08:00') }));
  expect(view.sections[0]?.items.map((one) => one.id)).toEqual(['c', 'b', 'a']);
});

test('of two matters due at the same time the one that hastens comes first', () => {
  const view = compose(item('a', { haste: 3, since: at('08:00') }), item('b', { haste: 1, since: at('10:00') }));
  expect(view.sections[0]?.items.map((one) => one.id)).toEqual(['b', 'a']);
});
