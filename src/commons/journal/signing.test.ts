import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must, type Result } from '#kernel/result';
import { addMinutes, type Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Content, type Draft, type Entry, type EntryId, entryNext, isInRecord, type Signed } from './entry.ts';
import {
  begin,
  countersign,
  discard,
  giveToSupervisor,
  redirectDraft,
  returnToPupil,
  revise,
  type Signer,
  sign,
} from './signing.ts';

const kari: Signer = { person: newId<PersonId>(), isPupil: false };
const anne: Signer = { person: newId<PersonId>(), isPupil: false };
const elev: Signer = { person: newId<PersonId>(), isPupil: true };
const elevTo: Signer = { person: newId<PersonId>(), isPupil: true };
const everyone = [kari, anne, elev, elevTo];
const morning = '2026-11-23T08:00:00.000Z' as Moment;
const at = (minutes: number) => addMinutes(morning, minutes);

const content: Content = {
  kind: 'procedure',
  happenedAt: morning,
  text: 'Øre skylt, fritt',
  codes: [],
  values: [],
  documents: [{ thing: 'procedure', id: 'p-1' }],
};
const draftBy = (author: Signer): Draft =>
  begin(
    {
      id: newId<EntryId>(),
      patient: newId<PatientId>(),
      content,
      hands: { author: author.person, performer: author.person },
      basis: { kind: 'written procedure', procedure: 'ear-irrigation' },
      provenance: { kind: 'typed' },
    },
    morning,
  );

const steps = ['revise', 'sign', 'countersign', 'give', 'return', 'discard', 'redirect'] as const;
type Step = readonly [step: (typeof steps)[number], by: Signer, other: Signer];
const someStep: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom(...steps),
  fc.constantFrom(...everyone),
  fc.constantFrom(...everyone),
);

function take([step, by, other]: Step, entry: Entry, now: Moment): Result<Entry> {
  if (step === 'revise') return revise(entry, { text: `${now}` }, by.person);
  if (step === 'sign') return sign(entry, by, now, other.person);
  if (step === 'countersign') return countersign(entry, by, now);
  if (step === 'give') return giveToSupervisor(entry, other);
  if (step === 'return') return returnToPupil(entry, by.person, 'skriv mer', now);
  if (step === 'discard') return discard(entry, by.person, 'skrevet dobbelt', now);
  return redirectDraft(entry, newId<PatientId>(), by.person);
}

/** Everything that the entry has been, in order. */
function life(author: Signer, sequence: readonly Step[]): readonly Entry[] {
  const lived: Entry[] = [draftBy(author)];
  sequence.forEach((step, minutes) => {
    const next = take(step, lived.at(-1) as Entry, at(minutes + 1));
    if (next.ok) lived.push(next.value);
  });
  return lived;
}

const someLife = fc.array(someStep, { maxLength: 25 });

test('no act of a pupil reaches the record without the countersign of somebody who is no pupil', () => {
  fc.assert(
    fc.property(fc.constantFrom(elev, elevTo), someLife, (author, sequence) => {
      for (const entry of life(author, sequence).filter(isInRecord)) {
        expect([kari.person, anne.person]).toContain(entry.countersigned?.by);
        expect(entry.signedBy).toBe(author.person);
      }
    }),
  );
});

test('nobody’s entry is ever signed by another', () => {
  fc.assert(
    fc.property(fc.constantFrom(...everyone), someLife, (author, sequence) => {
      for (const entry of life(author, sequence)) {
        if (entry.state === 'signed' || entry.state === 'awaiting countersign')
          expect(entry.signedBy).toBe(author.person);
      }
    }),
  );
});

test('what stands in the record never changes by a word', () => {
  fc.assert(
    fc.property(someLife, (sequence) => {
      const [first, ...later] = life(kari, sequence).filter(isInRecord);
      for (const entry of later) expect(entry).toEqual(first);
    }),
  );
});

test('an entry only goes the ways that the table of states shows', () => {
  fc.assert(
    fc.property(fc.constantFrom(...everyone), someLife, (author, sequence) => {
      const lived = life(author, sequence);
      lived.slice(1).forEach((entry, place) => {
        const before = lived[place] as Entry;
        const isGiven = before.state === 'awaiting countersign' && entry.state === before.state;
        if (!isGiven) expect(entryNext[before.state]).toContain(entry.state);
      });
    }),
  );
});

test('a signed entry tells the moment of each hand that touched it', () => {
  const waiting = must(sign(draftBy(elev), elev, at(5), kari.person));
  const signed = must(countersign(must(giveToSupervisor(waiting, anne)), anne, at(9))) as Signed;
  expect(signed).toMatchObject({ writtenAt: morning, signedAt: at(5), countersigned: { by: anne.person, at: at(9) } });
});

test('what the entry documents stays with it from draft to record', () => {
  const signed = must(sign(draftBy(kari), kari, at(5)));
  expect(signed.documents).toEqual(content.documents);
});
