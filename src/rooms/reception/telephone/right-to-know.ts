/** Who may be told (opplysningsrett) when the caller is not the patient. What a caller tells may always be received. */

import type { KnowingAges } from './right-to-know.table.ts';

/** Who is on the line. */
export const callerKinds = [
  'patient',
  'parent',
  'next of kin',
  'other relation',
  'guardian',
  'health personnel',
  'authority or insurer',
  'unknown',
] as const;
export type CallerKind = (typeof callerKinds)[number];

/** What the record and the caller say; what is not known is `null`. */
export type KnowingFacts = {
  readonly caller: CallerKind;
  /** Completed years on the day of the call. */
  readonly patientAge: number | null;
  /** The patient's consent to tell this person stands in the record. */
  readonly hasConsent: boolean;
  readonly hasParentalResponsibility: boolean | null;
  /** The child has asked that the parents are not told. */
  readonly childObjects: boolean | null;
  /** The patient clearly cannot look after own interests, as the doctor has noted. */
  readonly cannotDecide: boolean;
  /** Address block of code 6 or 7: the caller may be the one who is hidden from. */
  readonly addressIsBlocked: boolean;
};

export type MayBeTold =
  | {
      readonly kind: 'may be told';
      readonly because: 'is the patient' | 'parent of a child' | 'consent' | 'stands in for the patient';
    }
  | {
      readonly kind: 'ask first';
      readonly what:
        | 'who is calling'
        | 'how old the patient is'
        | 'parental responsibility'
        | 'whether the child objects'
        | 'ring back on a known number'
        | 'the doctor decides';
    }
  | { readonly kind: 'may not be told'; readonly why: 'no consent' | 'child objects' | 'in writing to the doctor' };

const ask = (what: Extract<MayBeTold, { kind: 'ask first' }>['what']): MayBeTold => ({ kind: 'ask first', what });

function parentMayBeTold(facts: KnowingFacts, age: number, ages: KnowingAges): MayBeTold {
  if (facts.hasParentalResponsibility === null) return ask('parental responsibility');
  if (!facts.hasParentalResponsibility) return { kind: 'may not be told', why: 'no consent' };
  // 16 and 17: only what the responsibility needs, and that is weighed by the doctor.
  if (age >= ages.health) return ask('the doctor decides');
  if (age < ages.objection) return { kind: 'may be told', because: 'parent of a child' };
  if (facts.childObjects === null) return ask('whether the child objects');
  return facts.childObjects
    ? { kind: 'may not be told', why: 'child objects' }
    : { kind: 'may be told', because: 'parent of a child' };
}

/** Judged before anything is said about the patient; also that someone is a patient here is secret. */
export function mayBeTold(facts: KnowingFacts, ages: KnowingAges): MayBeTold {
  const { caller, patientAge } = facts;
  if (caller === 'patient') return { kind: 'may be told', because: 'is the patient' };
  if (caller === 'unknown') return ask('who is calling');
  if (facts.addressIsBlocked) return ask('the doctor decides');
  if (caller === 'authority or insurer') return { kind: 'may not be told', why: 'in writing to the doctor' };
  if (caller === 'health personnel') return ask('ring back on a known number');
  if (facts.hasConsent) return { kind: 'may be told', because: 'consent' };
  if (caller === 'parent') {
    if (patientAge === null) return ask('how old the patient is');
    if (patientAge < ages.majority) return parentMayBeTold(facts, patientAge, ages);
  }
  const standsIn = caller === 'guardian' || caller === 'next of kin' || caller === 'parent';
  if (standsIn && facts.cannotDecide) return { kind: 'may be told', because: 'stands in for the patient' };
  return caller === 'guardian' ? ask('the doctor decides') : { kind: 'may not be told', why: 'no consent' };
}
