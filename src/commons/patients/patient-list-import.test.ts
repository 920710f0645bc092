import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import type { Listed, Unreadable } from './listed-patient.ts';
import type { PatientId } from './patient.ts';
import { decideList, type ListAtHand, type Member, type Registered } from './patient-list-import.ts';
import { registration } from './registration.ts';

const lie = 'lie' as PersonId;
const berge = 'berge' as PersonId;
const from = '2026-11-01' as IsoDate;

const listed = (number: string, more: Partial<Listed> & { said?: object } = {}): Listed => {
  const { said, ...rest } = more;
  const base = { familyName: 'Hansen', givenName: 'Odd', birthDate: '1943-04-12', sex: 'male', number };
  return {
    place: 1,
    line: 40,
    registration: { ...registration.parse({ ...base, ...said }), number },
    from: '2019-06-01' as IsoDate,
    until: null,
    change: null,
    reasonForLeaving: null,
    navOffice: null,
    mainPersonNumber: null,
    ...rest,
  };
};
const here = (number: string, more: Partial<Registered> = {}): Registered => ({
  id: `patient-${number}` as PatientId,
  number,
  state: 'active',
  familyName: 'Hansen',
  givenName: 'Odd',
  birthDate: '1943-04-12' as IsoDate,
  sex: 'male',
  address: null,
  postcode: null,
  place: null,
  phone: null,
  addressBlock: null,
  fastlege: lie,
  contactConfirmedAt: null,
  ...more,
});
const member = (number: string): Member => ({
  patient: `patient-${number}` as PatientId,
  number,
  from: '2019-06-01' as IsoDate,
});
const hand = (entries: readonly Listed[], more: Partial<ListAtHand> = {}): ListAtHand => ({
  from,
  doctor: lie,
  listed: entries,
  unreadable: [],
  isWhole: true,
  ...more,
});
const decide = (list: ListAtHand, known: readonly Registered[] = [], members: readonly Member[] = []) =>
  decideList(list, new Map(known.map((one) => [one.number, one])), members);
const fieldsOf = (entry: Listed, patient: Registered) => decide(hand([entry]), [patient]).update[0]?.fields ?? {};
const whatOf = (entry: Listed, patient: Registered) => decide(hand([entry]), [patient]).lookAt.map(({ what }) => what);

describe('someone whose number is new', () => {
  test('is registered', () => {
    expect(decide(hand([listed('1')])).register).toHaveLength(1);
  });
  test('is not registered after having left the list already', () => {
    const decision = decide(hand([listed('1', { until: '2026-10-31' as IsoDate })]));
    expect(decision).toMatchObject({ register: [], neverHere: 1, left: [] });
  });
  test('is registered on the last day too', () => {
    expect(decide(hand([listed('1', { until: from })])).register).toHaveLength(1);
  });
});

describe('someone who is registered', () => {
  test('and has not changed stays as they are', () => {
    expect(decide(hand([listed('1')]), [here('1')])).toMatchObject({ update: [], unchanged: 1, lookAt: [] });
  });
  test('takes over the name of the national register', () => {
    expect(fieldsOf(listed('1', { said: { familyName: 'Hansen Vik' } }), here('1'))).toEqual({
      familyName: 'Hansen Vik',
    });
  });
  test('has missing facts filled in, and only those', () => {
    const said = { phone: '+4791234567', address: 'Myrvegen 4', postcode: '2999', place: 'Fjordby' };
    const bare = here('1', { birthDate: null, sex: 'unknown' });
    expect(fieldsOf(listed('1', { said }), bare)).toEqual({ ...said, birthDate: '1943-04-12', sex: 'male' });
    expect(fieldsOf(listed('1', { said }), here('1', { phone: '+4740000000' }))).not.toHaveProperty('phone');
    expect(fieldsOf(listed('1'), here('1', { phone: '+4740000000', address: 'Fjordveien 1' }))).toEqual({});
  });
  test('keeps the address that was confirmed at the desk, and someone looks at it', () => {
    const entry = listed('1', { said: { address: 'Myrvegen 4' } });
    const confirmed = here('1', { address: 'Fjordveien 1', contactConfirmedAt: '2026-10-01T08:00:00.000Z' as Moment });
    expect(fieldsOf(entry, confirmed)).toEqual({});
    expect(whatOf(entry, confirmed)).toEqual(['address was confirmed by the patient']);
  });
  test('with a protected address gets none from a list, and nothing is said of it', () => {
    const entry = listed('1', { said: { address: 'Myrvegen 4' } });
    expect(decide(hand([entry]), [here('1', { addressBlock: 6 })])).toMatchObject({ update: [], lookAt: [] });
  });
  test('gets this doctor, also after another', () => {
    expect(fieldsOf(listed('1'), here('1', { fastlege: berge }))).toEqual({ fastlege: lie });
    expect(fieldsOf(listed('1'), here('1', { fastlege: null }))).toEqual({ fastlege: lie });
  });
  test('who has left this list loses this doctor but not another', () => {
    const gone = listed('1', { until: '2026-10-31' as IsoDate });
    expect(fieldsOf(gone, here('1'))).toEqual({ fastlege: null });
    expect(fieldsOf(gone, here('1', { fastlege: berge }))).toEqual({});
  });
  test('is never given another birth date or sex, or brought back to life, by a list', () => {
    const entry = listed('1', { said: { birthDate: '1943-05-12', sex: 'female' } });
    const dead = here('1', { state: 'dead' });
    expect(whatOf(entry, dead)).toEqual(['birth date differs', 'sex differs', 'registered as dead']);
    expect(fieldsOf(entry, dead)).toEqual({});
  });
});

describe('who has left', () => {
  test('is whoever the list gives a last day, and whoever is not in it any more', () => {
    const list = hand([listed('1'), listed('2', { until: '2026-10-15' as IsoDate })]);
    const { left, lookAt } = decide(list, [here('1'), here('2'), here('3')], ['1', '2', '3'].map(member));
    expect(left.map(({ member: { number }, until }) => [number, until])).toEqual([
      ['2', '2026-10-15'],
      ['3', '2026-10-31'],
    ]);
    expect(lookAt).toEqual([]);
  });
  test('is not guessed when the list is shorter than it says', () => {
    const { left, lookAt } = decide(hand([], { isWhole: false }), [], [member('3')]);
    expect(left).toEqual([]);
    expect(lookAt).toMatchObject([{ what: 'not in the list any more', place: null }]);
  });
  test('is not guessed when a line has a number that cannot be read', () => {
    const unreadable: Unreadable[] = [{ place: 9, line: 90, why: 'number is wrong', number: '30' }];
    expect(decide(hand([], { unreadable }), [], [member('3')])).toMatchObject({ left: [], lookAt: [{}] });
  });
  test('is not someone whose line is there but lacks something else', () => {
    const unreadable: Unreadable[] = [{ place: 9, line: 90, why: 'name missing', number: '3' }];
    const { left, lookAt } = decide(hand([], { unreadable }), [], [member('3'), member('4')]);
    expect(left.map(({ member: { number } }) => number)).toEqual(['4']);
    expect(lookAt).toEqual([]);
  });
});

test('everyone in the list is registered, changed, unchanged or never was here: nobody is lost, nobody counted twice', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }).map(String), { maxLength: 40 });
  void fc.assert(
    fc.property(numbers, numbers, numbers, fc.boolean(), (inList, registered, members, isWhole) => {
      const entries = inList.map((number) =>
        listed(number, Number(number) % 5 === 0 ? { until: '2026-10-01' as IsoDate } : {}),
      );
      const known = registered.map((number) => here(number, Number(number) % 3 === 0 ? { givenName: 'Ole' } : {}));
      const decision = decide(hand(entries, { isWhole }), known, members.map(member));
      const { register, update, unchanged, neverHere, left, lookAt } = decision;
      expect(register.length + update.length + unchanged + neverHere).toBe(inList.length);
      const gone = left.map(({ member: { number } }) => number);
      expect(new Set(gone).size).toBe(gone.length);
      const absent = members.filter((number) => !inList.includes(number));
      const toldOf = isWhole ? gone.filter((number) => !inList.includes(number ?? '')) : lookAt;
      expect(toldOf).toHaveLength(absent.length);
    }),
  );
});
