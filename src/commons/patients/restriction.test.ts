import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { addMinutes, type IsoDate, type Moment } from '#kernel/time';
import { addressBlocks, audiences, blockOpenHours, placeFields, postWays } from './address-block.table.ts';
import type { AddressBlock, Contact, PatientId } from './patient.ts';
import {
  blockRecord,
  contactFor,
  liftBlock,
  mayRead,
  type Opening,
  openBlock,
  openingGrounds,
  postWayOf,
  type RecordBlockId,
  recordBlockNext,
  showsPlace,
  shutsOut,
} from './restriction.ts';

const kari = newId<PersonId>();
const anne = newId<PersonId>();
const doctor = newId<PersonId>();
const patient = newId<PatientId>();
const today = '2026-11-23' as IsoDate;
const now = '2026-11-23T09:00:00.000Z' as Moment;
const at = (minutes: number) => addMinutes(now, minutes);
const contact: Contact = {
  phone: '+4791234567',
  email: 'a@example.no',
  address: 'Fjordveien 2',
  postcode: '5003',
  place: 'Bergen',
};
const hidden: Contact = { phone: null, email: null, address: null, postcode: null, place: null };
const blocks: readonly AddressBlock[] = [4, 6, 7];
const note = { thing: 'entry', id: 'e-1' };
const other = { thing: 'entry', id: 'e-2' };

describe('an address that must not be found', () => {
  test('without a block everything is shown', () => {
    for (const audience of audiences) expect(contactFor(contact, null, audience, today)).toEqual(contact);
  });

  test('nothing that tells where the person is stands on the desk screen or is said aloud', () => {
    for (const block of [6, 7] as const)
      for (const audience of ['desk screen', 'said aloud', 'relatives'] as const)
        for (const field of placeFields) expect(showsPlace(field, block, audience, today)).toBe('hide');
  });

  test('a strictly confidential address is behind a reason even at work', () => {
    expect(contactFor(contact, 6, 'own work', today)).toEqual(hidden);
    expect(contactFor(contact, 6, 'own work', today, true)).toEqual(contact);
    expect(contactFor(contact, 7, 'own work', today)).toEqual(contact);
  });

  test('a reason opens nothing that is hidden', () => {
    expect(contactFor(contact, 6, 'health message', today, true)).toEqual(hidden);
    expect(contactFor(contact, 7, 'said aloud', today, true)).toEqual(hidden);
  });

  test('post code and place go with the address', () => {
    expect(contactFor(contact, 4, 'health message', today)).toEqual({
      ...contact,
      address: null,
      postcode: null,
      place: null,
    });
  });

  test('a letter to a strictly confidential address goes through the authorities', () => {
    expect(postWayOf(6, today)).toBe('through the authorities');
    expect(postWayOf(7, today)).toBe('by post');
    expect(postWayOf(null, today)).toBe('by post');
    expect(contactFor(contact, 6, 'letter by post', today).address).toBeNull();
  });

  test('on a day without a rule everything is hidden', () => {
    const before = '2019-01-01' as IsoDate;
    expect(contactFor(contact, 7, 'own work', before)).toEqual(hidden);
    expect(postWayOf(7, before)).toBe('through the authorities');
  });

  test('code 6 never shows what code 7 hides', () => {
    const openness = { hide: 0, reason: 1, show: 2 };
    for (const audience of audiences)
      for (const field of placeFields)
        expect(openness[showsPlace(field, 6, audience, today)], `${audience} ${field}`).toBeLessThanOrEqual(
          openness[showsPlace(field, 7, audience, today)],
        );
  });

  test('no block ever shows more than no block', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...blocks),
        fc.constantFrom(...audiences),
        fc.boolean(),
        (block, audience, reason) => {
          const seen = contactFor(contact, block, audience, today, reason);
          for (const [field, value] of Object.entries(seen))
            expect([null, contact[field as keyof Contact]]).toContain(value);
        },
      ),
    );
  });

  test('the rules are dated, sourced, and say that they want confirming', () => {
    for (const { source, isConfirmed } of [...addressBlocks, ...postWays, ...blockOpenHours]) {
      expect(source.length).toBeGreaterThan(20);
      expect(isConfirmed).toBe(false);
    }
  });
});

const wanted = {
  id: newId<RecordBlockId>(),
  patient,
  scope: { kind: 'whole record' },
  against: { kind: 'these', people: [kari] },
  askedBy: 'patient',
  decidedBy: doctor,
} as const;
const block = (change: object = {}) => must(blockRecord({ ...wanted, id: newId<RecordBlockId>(), ...change }, now));
const reads = (
  its: readonly ReturnType<typeof block>[],
  person: PersonId,
  change: { part?: typeof note; openings?: readonly Opening[]; minutes?: number } = {},
) => mayRead(its, change.openings ?? [], { patient, person, part: change.part, now: at(change.minutes ?? 1) });

describe('a record that the patient has closed', () => {
  test('for a named person: she is shut out and others are not', () => {
    const one = block();
    expect(reads([one], kari)).toEqual({ may: false, block: one.id });
    expect(reads([one], anne)).toEqual({ may: true });
  });

  test('for everyone but the doctor', () => {
    const one = block({ against: { kind: 'everyone but', people: [doctor] } });
    expect(reads([one], doctor)).toEqual({ may: true });
    expect(reads([one], kari)).toMatchObject({ may: false });
  });

  test('a block on one note leaves the rest readable', () => {
    const one = block({ scope: { kind: 'parts', parts: [note] } });
    expect(reads([one], kari, { part: note })).toMatchObject({ may: false });
    expect(reads([one], kari, { part: other })).toEqual({ may: true });
    expect(reads([one], kari)).toEqual({ may: true });
  });

  test('a block of another patient closes nothing here', () => {
    expect(reads([block({ patient: newId<PatientId>() })], kari)).toEqual({ may: true });
  });

  test('it holds from the moment it is set until it is lifted', () => {
    const one = block();
    expect(shutsOut(one, kari, undefined, at(-1))).toBe(false);
    expect(shutsOut(one, kari, undefined, now)).toBe(true);
    const lifted = must(liftBlock(one, doctor, 'pasienten ønsker det', at(30)));
    expect(recordBlockNext['in force']).toContain(lifted.state);
    expect(shutsOut(lifted, kari, undefined, at(29))).toBe(true);
    expect(shutsOut(lifted, kari, undefined, at(30))).toBe(false);
    expect(liftBlock(lifted, doctor, 'igjen', at(40))).toMatchObject({ why: 'already lifted' });
    expect(liftBlock(one, doctor, ' ', at(40))).toMatchObject({ why: 'reason missing' });
  });

  test('a block closes something, for someone, and leaves someone to treat', () => {
    const attempt = (change: object) => blockRecord({ ...wanted, ...change }, now);
    expect(attempt({ scope: { kind: 'parts', parts: [] } })).toMatchObject({ why: 'nothing to block' });
    expect(attempt({ against: { kind: 'these', people: [] } })).toMatchObject({ why: 'nobody shut out' });
    expect(attempt({ against: { kind: 'everyone but', people: [] } })).toMatchObject({ why: 'nobody left to treat' });
  });

  test('in an emergency it opens at once, for four hours and for her alone', () => {
    const one = block();
    const opening = must(openBlock(one, kari, 'emergency', '', now));
    expect(opening).toMatchObject({ ground: 'emergency', openedAt: now, until: at(240) });
    expect(reads([one], kari, { openings: [opening] })).toEqual({ may: true, through: opening });
    expect(reads([one], kari, { openings: [opening], minutes: 240 })).toMatchObject({ may: false });
    const two = block({ against: { kind: 'these', people: [kari, anne] } });
    const hers = must(openBlock(two, kari, 'emergency', '', now));
    expect(reads([two], anne, { openings: [hers] })).toMatchObject({ may: false });
  });

  test('outside an emergency it needs a reason', () => {
    expect(openBlock(block(), kari, 'patient agrees', ' ', now)).toMatchObject({ why: 'reason missing' });
    expect(must(openBlock(block(), kari, 'patient agrees', 'ringte og bad om det', now)).until).toBe(at(24 * 60));
    expect(must(openBlock(block(), kari, 'law', 'krav fra retten', now)).until).toBe(at(24 * 60));
  });

  test('who is not shut out opens nothing, and a lifted block needs no opening', () => {
    expect(openBlock(block(), anne, 'emergency', '', now)).toMatchObject({ why: 'not shut out' });
    const lifted = must(liftBlock(block(), doctor, 'ønske', now));
    expect(openBlock(lifted, kari, 'emergency', '', at(1))).toMatchObject({ why: 'already lifted' });
  });

  test('a day without hours opens for one hour', () => {
    const early = '2020-01-01T09:00:00.000Z' as Moment;
    expect(must(openBlock(block(), kari, 'emergency', '', early)).until).toBe(addMinutes(early, 60));
  });

  test('two blocks need two openings', () => {
    const [one, two] = [block(), block()];
    const first = must(openBlock(one, kari, 'emergency', '', now));
    expect(reads([one, two], kari, { openings: [first] })).toEqual({ may: false, block: two.id });
    const second = must(openBlock(two, kari, 'emergency', '', now));
    expect(reads([one, two], kari, { openings: [first, second] })).toMatchObject({ may: true });
  });

  test('nobody reads behind a block without an own opening that is still open', () => {
    fc.assert(
      fc.property(fc.constantFrom(...openingGrounds), fc.integer({ min: 0, max: 3000 }), (ground, minutes) => {
        const one = block();
        const opening = must(openBlock(one, kari, ground, 'en god grunn', now));
        const answer = reads([one], kari, { openings: [opening], minutes });
        expect(answer.may).toBe(at(minutes) < opening.until);
      }),
    );
  });
});
