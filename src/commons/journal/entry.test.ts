import { expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { entryTexts } from './entry.texts.ts';
import {
  type AwaitingCountersign,
  type Content,
  type Draft,
  type Entry,
  type EntryId,
  entryInput,
  entryKinds,
  entryNext,
  isInRecord,
  isUnsigned,
  medicineInput,
  needsDecider,
  waitsFor,
} from './entry.ts';
import {
  begin,
  countersign,
  discard,
  giveToSupervisor,
  incomplete,
  type NewEntry,
  redirectDraft,
  returnToPupil,
  revise,
  type Signer,
  sign,
} from './signing.ts';

const kari: Signer = { person: newId<PersonId>(), isPupil: false };
const anne: Signer = { person: newId<PersonId>(), isPupil: false };
const elev: Signer = { person: newId<PersonId>(), isPupil: true };
const doctor = newId<PersonId>();
const patient = newId<PatientId>();
const morning = '2026-11-23T08:00:00.000Z' as Moment;
const noon = '2026-11-23T11:00:00.000Z' as Moment;

const content: Content = {
  kind: 'advice',
  happenedAt: morning,
  text: 'Ringte om feber hos barn. Råd gitt og forstått.',
  codes: [{ system: 'ICPC-2', code: 'A03' }],
  values: [],
  documents: [],
};
const fresh = (change: Partial<NewEntry> = {}, written: Partial<Content> = {}): Draft =>
  begin(
    {
      id: newId<EntryId>(),
      patient,
      content: { ...content, ...written },
      hands: { author: kari.person, performer: kari.person },
      basis: { kind: 'own initiative' },
      provenance: { kind: 'typed' },
      ...change,
    },
    morning,
  );
const byPupil = () => fresh({ hands: { author: elev.person, performer: elev.person } });
const waiting = () => must(sign(byPupil(), elev, noon, kari.person)) as AwaitingCountersign;

test('a draft is not in the record, and the signed entry is', () => {
  const draft = fresh();
  expect(isInRecord(draft)).toBe(false);
  const signed = must(sign(draft, kari, noon));
  expect(isInRecord(signed)).toBe(true);
  expect(signed).toMatchObject({ state: 'signed', signedBy: kari.person, signedAt: noon, writtenAt: morning });
});

test('nobody signs for another', () => {
  expect(sign(fresh(), anne, noon)).toEqual({ ok: false, why: 'not the author' });
});

test('what is signed cannot be signed, revised, discarded or redirected again', () => {
  const signed = must(sign(fresh(), kari, noon));
  expect(sign(signed, kari, noon)).toMatchObject({ why: 'not a draft' });
  expect(revise(signed, { text: 'noe annet' }, kari.person)).toMatchObject({ why: 'not a draft' });
  expect(discard(signed, kari.person, 'angret', noon)).toMatchObject({ why: 'not a draft' });
  expect(redirectDraft(signed, newId<PatientId>(), kari.person)).toMatchObject({ why: 'not a draft' });
});

test('the author writes on in the draft, and nobody else does', () => {
  const draft = fresh();
  expect(must(revise(draft, { text: 'ny tekst' }, kari.person))).toMatchObject({ text: 'ny tekst', id: draft.id });
  expect(revise(draft, { text: 'ny tekst' }, anne.person)).toMatchObject({ why: 'not the author' });
});

test('an entry with nothing in it is not signed', () => {
  expect(sign(fresh({}, { text: '  ' }), kari, noon)).toMatchObject({ why: 'nothing written' });
});

test('a measurement alone is enough', () => {
  const value = { key: 'crp', value: 12, unit: 'mg/L', provenance: { kind: 'typed' as const } };
  expect(sign(fresh({}, { kind: 'measurement', text: '', values: [value] }), kari, noon)).toMatchObject({ ok: true });
});

test('what has not happened yet is not signed', () => {
  expect(sign(fresh({}, { happenedAt: noon }), kari, morning)).toMatchObject({ why: 'happens in the future' });
});

test('help on an order or a delegation names the doctor who decided', () => {
  const ordered = { kind: 'order', order: 'o-1' } as const;
  expect(sign(fresh({ basis: ordered }), kari, noon)).toMatchObject({ why: 'decider missing' });
  const named = fresh({ basis: ordered, hands: { author: kari.person, performer: kari.person, decider: doctor } });
  expect(must(sign(named, kari, noon)).hands).toEqual({
    author: kari.person,
    performer: kari.person,
    decider: doctor,
  });
  expect(needsDecider({ kind: 'delegation', delegation: 'd-1' })).toBe(true);
  expect(needsDecider({ kind: 'written procedure', procedure: 'p-1' })).toBe(false);
});

const b12 = {
  name: 'Vitamin B12',
  activeSubstance: 'hydroksokobalamin',
  strength: '1 mg/ml',
  amount: '1 ml',
  dosage: 'hver 3. måned',
  indication: 'B12-mangel',
  givenAt: morning,
};

test('a medicine that was given is signed with all that the regulation asks for', () => {
  const given = (medicine?: Content['medicine']) => fresh({}, { kind: 'medicine given', text: 'Gitt i.m.', medicine });
  expect(incomplete(given(), noon)).toBe('medicine facts missing');
  for (const field of Object.keys(b12))
    expect(incomplete(given({ ...b12, [field]: '' }), noon), field).toBe('medicine facts missing');
  expect(sign(given(b12), kari, noon)).toMatchObject({ ok: true });
});

test('the batch of a medicine may be left out, an empty one may not', () => {
  expect(medicineInput.safeParse(b12).success).toBe(true);
  expect(medicineInput.safeParse({ ...b12, batch: 'AB123' }).success).toBe(true);
  expect(medicineInput.safeParse({ ...b12, batch: '' }).success).toBe(false);
});

test('a pupil’s entry waits for the supervisor before it reaches the record', () => {
  const entry = waiting();
  expect(entry).toMatchObject({ state: 'awaiting countersign', signedBy: elev.person, supervisor: kari.person });
  expect(isInRecord(entry)).toBe(false);
  const signed = must(countersign(entry, kari, noon));
  expect(signed).toMatchObject({
    state: 'signed',
    signedBy: elev.person,
    hands: { author: elev.person },
    countersigned: { by: kari.person, at: noon },
  });
  expect(signed).not.toHaveProperty('supervisor');
});

test('a pupil signs only with a supervisor, who is someone else', () => {
  expect(sign(byPupil(), elev, noon)).toMatchObject({ why: 'supervisor missing' });
  expect(sign(byPupil(), elev, noon, elev.person)).toMatchObject({ why: 'own supervisor' });
});

test('only the named supervisor countersigns, and never a pupil', () => {
  expect(countersign(waiting(), anne, noon)).toMatchObject({ why: 'not the supervisor' });
  expect(countersign(waiting(), { ...kari, isPupil: true }, noon)).toMatchObject({ why: 'a pupil cannot countersign' });
  expect(countersign(fresh(), kari, noon)).toMatchObject({ why: 'not awaiting countersign' });
});

test('another supervisor can take over', () => {
  expect(must(giveToSupervisor(waiting(), anne)).supervisor).toBe(anne.person);
  expect(giveToSupervisor(waiting(), elev)).toMatchObject({ why: 'a pupil cannot countersign' });
  expect(giveToSupervisor(waiting(), { person: elev.person, isPupil: false })).toMatchObject({ why: 'own supervisor' });
  expect(giveToSupervisor(fresh(), anne)).toMatchObject({ why: 'not awaiting countersign' });
});

test('the supervisor sends it back with a comment, and the comment is gone when it is signed again', () => {
  expect(returnToPupil(waiting(), kari.person, ' ', noon)).toMatchObject({ why: 'comment missing' });
  expect(returnToPupil(waiting(), anne.person, 'skriv mer', noon)).toMatchObject({ why: 'not the supervisor' });
  expect(returnToPupil(fresh(), kari.person, 'skriv mer', noon)).toMatchObject({ why: 'not awaiting countersign' });
  const back = must(returnToPupil(waiting(), kari.person, 'skriv hvilket råd', noon));
  expect(back).toMatchObject({ state: 'draft', returned: { by: kari.person, comment: 'skriv hvilket råd' } });
  expect(back).not.toHaveProperty('signedBy');
  expect(must(sign(back, elev, noon, kari.person))).not.toHaveProperty('returned');
});

test('what software prepared carries the name of the person who approved it', () => {
  const provenance = { kind: 'prepared by software', from: 'call form' } as const;
  expect(must(sign(fresh({ provenance }), kari, noon)).provenance).toEqual({
    ...provenance,
    approvedBy: kari.person,
    approvedAt: noon,
  });
});

test('what software prepared for a pupil is approved by the supervisor, not by the pupil', () => {
  const provenance = { kind: 'prepared by software', from: 'call form' } as const;
  const pupils = fresh({ provenance, hands: { author: elev.person } });
  const entry = must(sign(pupils, elev, noon, kari.person));
  expect(entry.provenance).toEqual(provenance);
  expect(must(countersign(entry, kari, noon)).provenance).toMatchObject({ approvedBy: kari.person });
});

test('a draft is put away with a reason and kept outside the record', () => {
  expect(discard(fresh(), kari.person, '', noon)).toMatchObject({ why: 'reason missing' });
  expect(discard(fresh(), anne.person, 'dobbelt', noon)).toMatchObject({ why: 'not the author' });
  const away = must(discard(fresh(), kari.person, 'skrevet dobbelt', noon));
  expect(away).toMatchObject({ state: 'discarded', reason: 'skrevet dobbelt', text: content.text });
  expect(isInRecord(away)).toBe(false);
  expect(isUnsigned(away)).toBe(false);
});

test('a draft begun on the wrong patient changes patient before it is signed', () => {
  const right = newId<PatientId>();
  expect(must(redirectDraft(fresh(), right, kari.person)).patient).toBe(right);
  expect(redirectDraft(fresh(), patient, kari.person)).toMatchObject({ why: 'same patient' });
  expect(redirectDraft(fresh(), right, anne.person)).toMatchObject({ why: 'not the author' });
});

test('an unsigned entry waits for somebody by name', () => {
  expect(waitsFor(fresh())).toBe(kari.person);
  expect(waitsFor(waiting())).toBe(kari.person);
});

test('every decision leads to a state that the table of states allows', () => {
  const steps: readonly (readonly [Entry['state'], Entry])[] = [
    ['draft', must(revise(fresh(), { text: 'x' }, kari.person))],
    ['draft', must(sign(fresh(), kari, noon))],
    ['draft', waiting()],
    ['draft', must(discard(fresh(), kari.person, 'dobbelt', noon))],
    ['awaiting countersign', must(countersign(waiting(), kari, noon))],
    ['awaiting countersign', must(returnToPupil(waiting(), kari.person, 'mer', noon))],
  ];
  for (const [from, to] of steps) expect(entryNext[from]).toContain(to.state);
});

test('a signed entry can only be moved, and what is moved or discarded rests', () => {
  expect(entryNext).toMatchObject({ signed: ['moved'], moved: [], discarded: [] });
});

test('input from a screen holds kind, time and codes', () => {
  const input = { kind: 'advice', happenedAt: morning, text: ' råd ', codes: [] };
  expect(entryInput.parse(input).text).toBe('råd');
  expect(entryInput.safeParse({ ...input, kind: 'correction' }).success).toBe(false);
  expect(entryInput.safeParse({ ...input, happenedAt: '23.11.2026' }).success).toBe(false);
  expect(entryInput.safeParse({ ...input, codes: [{ system: 'ICPC-2', code: 'xx' }] }).success).toBe(false);
});

test('every kind of entry has its name in both languages', () => {
  for (const kind of entryKinds) {
    expect(entryTexts.nb.kinds[kind]).not.toBe('');
    expect(entryTexts.en.kinds[kind]).not.toBe('');
  }
  expect(entryTexts.nb.unsigned(1)).toBe('1 notat uten signatur');
});
