/** Reading in a doctor's list: who is new, who has changed, who has left, and what a person must look at. */

import type { PersonId } from '#kernel/ids';
import { addDays, type IsoDate } from '#kernel/time';
import type { Listed, Unreadable } from './listed-patient.ts';
import type { Contact, Patient, PatientId } from './patient.ts';

/** What the register knows of someone whose number stands in the list. */
export type Registered = Pick<
  Patient,
  | 'id'
  | 'state'
  | 'familyName'
  | 'givenName'
  | 'birthDate'
  | 'sex'
  | 'address'
  | 'postcode'
  | 'place'
  | 'phone'
  | 'addressBlock'
  | 'fastlege'
  | 'contactConfirmedAt'
> & { readonly number: string };

/** Someone whose time on this list is open. */
export type Member = { readonly patient: PatientId; readonly number: string | null; readonly from: IsoDate };

type Address = Pick<Contact, 'address' | 'postcode' | 'place'>;
/** What the list makes of a patient's row; fields that are not there stay as they are. */
export type Update = Partial<
  Pick<Patient, 'familyName' | 'givenName' | 'birthDate' | 'sex' | 'phone' | 'fastlege'> & Address
>;

/** Where list and register disagree and neither may win by itself. */
export type Disagreement =
  | 'birth date differs'
  | 'sex differs'
  | 'address was confirmed by the patient'
  | 'registered as dead'
  | 'not in the list any more'
  | 'someone alike has no number';
export type ToLookAt = { readonly patient: PatientId; readonly place: number | null; readonly what: Disagreement };

export type ListDecision = {
  readonly register: readonly Listed[];
  readonly update: readonly { readonly patient: PatientId; readonly listed: Listed; readonly fields: Update }[];
  readonly unchanged: number;
  /** Closed on the day; the reason is there where the list gives one. */
  readonly left: readonly { readonly member: Member; readonly until: IsoDate }[];
  /** Left before they were ever registered here: nothing to do. */
  readonly neverHere: number;
  readonly lookAt: readonly ToLookAt[];
};

export type ListAtHand = {
  readonly from: IsoDate;
  readonly doctor: PersonId;
  readonly listed: readonly Listed[];
  readonly unreadable: readonly Unreadable[];
  /** The list says how many it holds; a list that was cut short must not make people leave. */
  readonly isWhole: boolean;
};

/** On the list at its first day or later. */
export const isOn = (listed: Listed, from: IsoDate): boolean => listed.until === null || listed.until >= from;

export function decideList(
  list: ListAtHand,
  known: ReadonlyMap<string, Registered>,
  members: readonly Member[],
): ListDecision {
  const register: Listed[] = [];
  const update: ListDecision['update'][number][] = [];
  const lookAt: ToLookAt[] = [];
  let unchanged = 0;
  let neverHere = 0;
  for (const listed of list.listed) {
    const patient = known.get(listed.registration.number);
    if (!patient) {
      if (isOn(listed, list.from)) register.push(listed);
      else neverHere++;
      continue;
    }
    lookAt.push(...disagreements(patient, listed));
    const fields = updateOf(patient, listed, list);
    if (Object.keys(fields).length === 0) unchanged++;
    else update.push({ patient: patient.id, listed, fields });
  }
  const absent = absentFrom(list, members);
  return { register, update, unchanged, neverHere, left: absent.left, lookAt: [...lookAt, ...absent.unsure] };
}

/** The national register's name wins; what the patient has said at the desk, and what is protected, stays. */
function updateOf(patient: Registered, listed: Listed, list: ListAtHand): Update {
  const said = listed.registration;
  const fields: { -readonly [K in keyof Update]: Update[K] } = {};
  if (said.familyName !== patient.familyName) fields.familyName = said.familyName;
  if (said.givenName !== patient.givenName) fields.givenName = said.givenName;
  if (patient.birthDate === null && said.birthDate) fields.birthDate = said.birthDate;
  if (patient.sex === 'unknown' && said.sex !== 'unknown') fields.sex = said.sex;
  if (patient.phone === null && said.phone) fields.phone = said.phone;
  if (movesTo(patient, said) && patient.contactConfirmedAt === null) {
    fields.address = said.address;
    fields.postcode = said.postcode;
    fields.place = said.place;
  }
  const doctor = isOn(listed, list.from) ? list.doctor : leaving(patient, list);
  if (doctor !== patient.fastlege) fields.fastlege = doctor;
  return fields;
}

/** Someone who leaves this list may already be on another doctor's. */
const leaving = (patient: Registered, { doctor }: ListAtHand): PersonId | null =>
  patient.fastlege === doctor ? null : patient.fastlege;

function movesTo(patient: Registered, said: Address): boolean {
  if (patient.addressBlock !== null || said.address === null) return false;
  return said.address !== patient.address || said.postcode !== patient.postcode || said.place !== patient.place;
}

function disagreements(patient: Registered, { registration: said, place }: Listed): ToLookAt[] {
  const found: Disagreement[] = [];
  if (patient.birthDate && said.birthDate && patient.birthDate !== said.birthDate) found.push('birth date differs');
  if (patient.sex !== 'unknown' && said.sex !== 'unknown' && patient.sex !== said.sex) found.push('sex differs');
  if (patient.contactConfirmedAt !== null && movesTo(patient, said)) found.push('address was confirmed by the patient');
  if (patient.state === 'dead') found.push('registered as dead');
  return found.map((what) => ({ patient: patient.id, place, what }));
}

/** A number that was not even readable may be anyone's, so then nobody is taken to have left. */
const mayHideSomeone = new Set<Unreadable['why']>(['number missing', 'number is wrong', 'number is of another kind']);

function absentFrom(
  list: ListAtHand,
  members: readonly Member[],
): { left: ListDecision['left']; unsure: readonly ToLookAt[] } {
  const named = new Map(list.listed.map((listed) => [listed.registration.number, listed]));
  const unread = new Set(list.unreadable.map(({ number }) => number));
  const isSure = list.isWhole && !list.unreadable.some(({ why }) => mayHideSomeone.has(why));
  const left: ListDecision['left'][number][] = [];
  const unsure: ToLookAt[] = [];
  for (const member of members) {
    const listed = named.get(member.number ?? '');
    if (listed) {
      if (listed.until && !isOn(listed, list.from)) left.push({ member, until: listed.until });
    } else if (unread.has(member.number)) continue;
    else if (isSure) left.push({ member, until: addDays(list.from, -1) });
    else unsure.push({ patient: member.patient, place: null, what: 'not in the list any more' });
  }
  return { left, unsure };
}
