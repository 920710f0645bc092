import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { IsoDate, Moment } from '#kernel/time';
import {
  type MergeId,
  type MergeWish,
  merge,
  mergeDoubts,
  mergeDoubtsOf,
  mergeNext,
  type Registered,
  togetherKnown,
  undoMerge,
} from './merge.ts';
import type { PatientId } from './patient.ts';
import { patientRightsTexts } from './patient-rights.texts.ts';

const kari = newId<PersonId>();
const now = '2026-11-23T09:00:00.000Z' as Moment;
const later = '2026-11-24T09:00:00.000Z' as Moment;
const penicillin = { substance: 'Penicillin', reaction: 'utslett', severity: 'serious' } as const;
const nickel = { substance: 'Nikkel', reaction: 'eksem', severity: 'mild' } as const;

const registered = (change: Partial<Registered> = {}): Registered => ({
  id: newId<PatientId>(),
  state: 'active',
  familyName: 'Hansen',
  givenName: 'Odd',
  birthDate: '1943-04-12' as IsoDate,
  sex: 'male',
  number: '12044312345',
  numberKind: 'fnr',
  addressBlock: null,
  cave: [],
  ...change,
});
const kept = registered();
const double = registered({ number: 'H123', numberKind: 'hnr' });
const belongings = [
  { thing: 'entry', id: 'e-1' },
  { thing: 'result', id: 'r-1' },
];
const wish = (change: Partial<MergeWish> = {}): MergeWish => ({
  id: newId<MergeId>(),
  kept,
  double,
  belongings,
  openWork: [],
  accepted: [],
  reason: 'registrert to ganger',
  ...change,
});
const merged = (change: Partial<MergeWish> = {}) => must(merge(wish(change), kari, now));

describe('two registrations of one patient', () => {
  test('become one: everything of the double goes to the one that is kept', () => {
    expect(merged()).toMatchObject({
      state: 'merged',
      kept: kept.id,
      double: double.id,
      mergedBy: kari,
      mergedAt: now,
      moves: belongings.map((what) => ({ what, from: double.id, to: kept.id })),
    });
  });

  test('need a reason, two registrations and a double that has not been merged before', () => {
    expect(merge(wish({ reason: ' ' }), kari, now)).toMatchObject({ why: 'reason missing' });
    expect(merge(wish({ double: kept }), kari, now)).toMatchObject({ why: 'same registration' });
    expect(merge(wish({ double: { ...double, state: 'merged' } }), kari, now)).toMatchObject({ why: 'already merged' });
    expect(merge(wish({ kept: { ...kept, state: 'merged' } }), kari, now)).toMatchObject({ why: 'already merged' });
  });

  test('wait until nobody works on the double', () => {
    expect(merge(wish({ openWork: [{ thing: 'draft', id: 'd-1' }] }), kari, now)).toMatchObject({
      why: 'work is open',
    });
  });

  test('two valid national numbers are two people until the register says otherwise', () => {
    const another = registered({ number: '12044398765' });
    expect(merge(wish({ double: another }), kari, now)).toMatchObject({ why: 'two national numbers' });
    expect(merge(wish({ double: another, registerShowsOnePerson: true }), kari, now)).toMatchObject({ ok: true });
  });

  test('a person passes from D-number to fødselsnummer, and the better number is kept', () => {
    const before = registered({ number: '52044311129', numberKind: 'dnr' });
    expect(merge(wish({ double: before }), kari, now)).toMatchObject({ ok: true });
    expect(merge(wish({ kept: before, double: kept }), kari, now)).toMatchObject({
      why: 'double has the better number',
    });
  });

  test('two without any number may become one', () => {
    const nameless = { number: null, numberKind: 'none' } as const;
    expect(merge(wish({ kept: registered(nameless), double: registered(nameless) }), kari, now)).toMatchObject({
      ok: true,
    });
  });
});

describe('differences', () => {
  test('are each accepted by a person before anything moves', () => {
    const other = registered({ ...double, familyName: 'Jensen', birthDate: '1943-04-21' as IsoDate });
    expect(merge(wish({ double: other }), kari, now)).toMatchObject({
      why: 'doubts not accepted',
      facts: { doubts: 'another name, another birth date' },
    });
    expect(merge(wish({ double: other, accepted: ['another name'] }), kari, now)).toMatchObject({
      facts: { doubts: 'another birth date' },
    });
    const done = merged({ double: other, accepted: ['another name', 'another birth date', 'another sex'] });
    expect(done.accepted).toEqual(['another name', 'another birth date']);
  });

  test('of spelling and order are none', () => {
    expect(mergeDoubtsOf(kept, registered({ ...double, familyName: 'Hanssen' }))).toEqual([]);
    expect(mergeDoubtsOf(kept, registered({ ...double, familyName: 'Odd', givenName: 'Hansen' }))).toEqual([]);
  });

  test('against what is not known are none', () => {
    expect(mergeDoubtsOf(kept, registered({ ...double, birthDate: null, sex: 'unknown' }))).toEqual([]);
  });

  test('of sex, number, address block and CAVE are shown', () => {
    const other = registered({ sex: 'female', number: '12044312354', addressBlock: 7, cave: [penicillin] });
    expect(mergeDoubtsOf(kept, other)).toEqual([
      'another sex',
      'almost the same number',
      'only one has an address block',
      'CAVE differs',
    ]);
  });

  test('are the same seen from either side', () => {
    const some = fc.record({
      familyName: fc.constantFrom('Hansen', 'Jensen', 'Hanssen'),
      birthDate: fc.constantFrom('1943-04-12' as IsoDate, '1943-04-21' as IsoDate, null),
      sex: fc.constantFrom('male' as const, 'female' as const, 'unknown' as const),
      addressBlock: fc.constantFrom(6 as const, 7 as const, null),
      cave: fc.constantFrom([], [penicillin], [penicillin, nickel]),
    });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [one, two] = [registered(a), registered(b)];
        expect(mergeDoubtsOf(one, two)).toEqual(mergeDoubtsOf(two, one));
        expect(mergeDoubtsOf(one, one)).toEqual([]);
      }),
    );
  });
});

describe('warnings', () => {
  test('of both are kept, each once, and the stricter address block', () => {
    const one = registered({ cave: [penicillin], addressBlock: 7 });
    const two = registered({ ...double, cave: [{ ...penicillin, substance: 'penicillin' }, nickel], addressBlock: 6 });
    expect(togetherKnown(one, two)).toEqual({ cave: [penicillin, nickel], addressBlock: 6 });
    expect(togetherKnown(registered(), registered({ addressBlock: 4 })).addressBlock).toBe(4);
    expect(togetherKnown(registered(), registered()).addressBlock).toBeNull();
  });

  test('before and after are remembered, so that an undo can put them back', () => {
    const done = merged({ double: registered({ ...double, cave: [penicillin] }), accepted: ['CAVE differs'] });
    expect(done.before).toEqual({ cave: [], addressBlock: null });
    expect(done.after).toEqual({ cave: [penicillin], addressBlock: null });
  });

  test('are never lost, whichever of the two is kept', () => {
    const caves = fc.subarray([penicillin, nickel]);
    fc.assert(
      fc.property(caves, caves, (a, b) => {
        const substances = (one: Registered, two: Registered) =>
          new Set(togetherKnown(one, two).cave.map(({ substance }) => substance));
        const [one, two] = [registered({ cave: a }), registered({ cave: b })];
        expect(substances(one, two)).toEqual(substances(two, one));
        expect(substances(one, two)).toEqual(new Set([...a, ...b].map(({ substance }) => substance)));
      }),
    );
  });
});

describe('undoing', () => {
  const before = [{ thing: 'entry', id: 'e-0' }];
  const since = { thing: 'entry', id: 'e-9' };
  const undo = (change: Partial<Parameters<typeof undoMerge>[1]> = {}) => ({
    belongings: [...before, ...belongings],
    before,
    keptHasMergedOn: false,
    reason: 'to ulike personer',
    ...change,
  });

  test('sends everything back as it came', () => {
    const { merge: undone, back, toSort } = must(undoMerge(merged(), undo(), kari, later));
    expect(undone).toMatchObject({ state: 'undone', undoneBy: kari, undoneAt: later, whyUndone: 'to ulike personer' });
    expect(mergeNext.merged).toContain(undone.state);
    expect(back).toEqual(belongings.map((what) => ({ what, from: kept.id, to: double.id })));
    expect(toSort).toEqual([]);
  });

  test('leaves what has come since to be sorted by a person', () => {
    const { back, toSort } = must(
      undoMerge(merged(), undo({ belongings: [...before, ...belongings, since] }), kari, later),
    );
    expect(toSort).toEqual([since]);
    expect(back).toHaveLength(2);
  });

  test('does not fetch back what has been moved on to somebody else', () => {
    const { back } = must(undoMerge(merged(), undo({ belongings: before }), kari, later));
    expect(back).toEqual([]);
  });

  test('happens once, from the last merge backwards, with a reason', () => {
    const { merge: undone } = must(undoMerge(merged(), undo(), kari, later));
    expect(undoMerge(undone, undo(), kari, later)).toMatchObject({ why: 'already undone' });
    expect(undoMerge(merged(), undo({ keptHasMergedOn: true }), kari, later)).toMatchObject({
      why: 'kept has been merged on',
    });
    expect(undoMerge(merged(), undo({ reason: '' }), kari, later)).toMatchObject({ why: 'reason missing' });
  });

  test('merging and undoing leaves everything where it was', () => {
    const things = fc.uniqueArray(fc.nat(99), { maxLength: 12 });
    const subjects = (ids: readonly number[]) => ids.map((id) => ({ thing: 'entry', id: String(id) }));
    fc.assert(
      fc.property(things, things, (first, second) => {
        const own = subjects(first.map((id) => id + 1000));
        const theirs = subjects(second);
        const done = merged({ belongings: theirs });
        const { back, toSort } = must(
          undoMerge(done, undo({ belongings: [...own, ...theirs], before: own }), kari, later),
        );
        expect(back.map(({ what }) => what)).toEqual(theirs);
        expect(toSort).toEqual([]);
      }),
    );
  });
});

test('every difference has its words', () => {
  for (const doubt of mergeDoubts) expect(patientRightsTexts.nb.doubts[doubt]).not.toBe('');
});
