import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { addMinutes, type Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { correct, moveToRightPatient, type RecordLine, recordOf, refuseCorrection } from './correction.ts';
import { type EntryId, entryNext, isInRecord, type Signed } from './entry.ts';
import { begin, sign } from './signing.ts';

const kari = { person: newId<PersonId>(), isPupil: false };
const wrong = newId<PatientId>();
const right = newId<PatientId>();
const morning = '2026-11-23T08:00:00.000Z' as Moment;
const at = (minutes: number) => addMinutes(morning, minutes);

const signedEntry = (text = 'Hb 13,1', minutes = 0): Signed =>
  must(
    sign(
      begin(
        {
          id: newId<EntryId>(),
          patient: wrong,
          content: { kind: 'note', happenedAt: at(minutes), text, codes: [], values: [], documents: [] },
          hands: { author: kari.person },
          basis: { kind: 'own initiative' },
          provenance: { kind: 'typed' },
        },
        at(minutes),
      ),
      kari,
      at(minutes),
    ),
  ) as Signed;

const corrected = (original: Signed, how: 'replaces' | 'adds', text: string, minutes: number): Signed => {
  const change = { id: newId<EntryId>(), text, how, demandedBy: 'own discovery' } as const;
  return must(sign(must(correct(original, change, kari.person, at(minutes))), kari, at(minutes))) as Signed;
};
const lineOf = (...entries: readonly Signed[]): RecordLine => recordOf(entries)[0] as RecordLine;

test('a correction is a new, dated entry, and the old one stands as it stood', () => {
  const original = signedEntry();
  const before = structuredClone(original);
  const correction = corrected(original, 'replaces', 'Hb 11,3', 60);
  expect(original).toEqual(before);
  expect(correction).toMatchObject({
    kind: 'correction',
    patient: wrong,
    happenedAt: original.happenedAt,
    signedAt: at(60),
    corrects: { entry: original.id, how: 'replaces' },
  });
});

test('a correction counts only when it is signed', () => {
  const original = signedEntry();
  const change = { id: newId<EntryId>(), text: 'Hb 11,3', how: 'replaces', demandedBy: 'patient' } as const;
  const draft = must(correct(original, change, kari.person, at(5)));
  expect(isInRecord(draft)).toBe(false);
  expect(recordOf([original, draft])).toEqual([{ entry: original, corrections: [], isStruck: false }]);
});

test('there is nothing to correct in a draft, and a correction must say something new', () => {
  const original = signedEntry();
  const change = { id: newId<EntryId>(), text: 'Hb 13,1 ', how: 'replaces', demandedBy: 'patient' } as const;
  expect(correct(original, change, kari.person, at(5))).toMatchObject({ why: 'nothing changed' });
  expect(correct(original, { ...change, text: ' ' }, kari.person, at(5))).toMatchObject({ why: 'nothing written' });
  const draft = must(correct(original, { ...change, text: 'ny' }, kari.person, at(5)));
  expect(correct(draft, change, kari.person, at(5))).toMatchObject({ why: 'not in the record' });
});

test('a replaced entry is struck, a completed one is not', () => {
  const original = signedEntry();
  expect(lineOf(original, corrected(original, 'adds', 'Målt kapillært', 10)).isStruck).toBe(false);
  expect(lineOf(original, corrected(original, 'replaces', 'Hb 11,3', 10)).isStruck).toBe(true);
});

test('corrections stand under their entry, oldest first, also a correction of a correction', () => {
  const original = signedEntry();
  const first = corrected(original, 'replaces', 'Hb 11,3', 10);
  const second = corrected(first, 'adds', 'Ny måling bestilt', 20);
  const lines = recordOf([second, original, first]);
  expect(lines).toHaveLength(1);
  expect(lines[0]?.corrections.map(({ id }) => id)).toEqual([first.id, second.id]);
});

test('the record runs in the order of what happened', () => {
  const early = signedEntry('først', 0);
  const late = signedEntry('sist', 90);
  expect(recordOf([late, early]).map(({ entry }) => entry.text)).toEqual(['først', 'sist']);
});

test('a refused demand is written down with the demand and the reason', () => {
  const original = signedEntry();
  const refused = {
    id: newId<EntryId>(),
    demand: 'Stryk «røyker»',
    reason: 'Opplyst av pasienten',
    by: 'patient',
  } as const;
  const draft = must(refuseCorrection(original, refused, kari.person, at(5)));
  expect(draft).toMatchObject({ kind: 'correction refused', corrects: { how: 'refused', demandedBy: 'patient' } });
  expect(draft.text).toContain('Stryk «røyker»');
  expect(draft.text).toContain('Opplyst av pasienten');
  const line = lineOf(original, must(sign(draft, kari, at(6))) as Signed);
  expect(line).toMatchObject({ isStruck: false, corrections: [{ kind: 'correction refused' }] });
});

test('a refusal without demand or reason is not written', () => {
  const original = signedEntry();
  const refused = { id: newId<EntryId>(), demand: 'Stryk dette', reason: 'Det er riktig', by: 'patient' } as const;
  expect(refuseCorrection(original, { ...refused, demand: '' }, kari.person, at(1))).toMatchObject({
    why: 'demand missing',
  });
  expect(refuseCorrection(original, { ...refused, reason: ' ' }, kari.person, at(1))).toMatchObject({
    why: 'reason missing',
  });
  const draft = must(refuseCorrection(original, refused, kari.person, at(1)));
  expect(refuseCorrection(draft, refused, kari.person, at(2))).toMatchObject({ why: 'not in the record' });
});

test('an entry on the wrong patient leaves only a receipt there and stands whole with the right one', () => {
  const original = signedEntry('Sår stelt');
  const { left, arrived } = must(
    moveToRightPatient(lineOf(original), right, 'to vinduer åpne', kari.person, at(30), () => newId<EntryId>()),
  );
  expect(left).toHaveLength(1);
  expect(new Set(Object.keys(left[0] ?? {}))).toEqual(
    new Set(['id', 'kind', 'movedAt', 'movedBy', 'movedTo', 'patient', 'reason', 'state', 'writtenAt']),
  );
  expect(JSON.stringify(left)).not.toContain('Sår stelt');
  expect(arrived[0]).toMatchObject({
    patient: right,
    text: 'Sår stelt',
    signedBy: original.signedBy,
    signedAt: original.signedAt,
    movedFrom: { entry: original.id, movedBy: kari.person, movedAt: at(30) },
  });
  expect(left[0]?.movedTo).toBe(arrived[0]?.id);
  expect(entryNext.signed).toContain(left[0]?.state);
});

test('the corrections go along and point at the moved entry', () => {
  const original = signedEntry();
  const first = corrected(original, 'replaces', 'Hb 11,3', 10);
  const second = corrected(first, 'adds', 'ny prøve', 20);
  const moved = must(
    moveToRightPatient(lineOf(original, first, second), right, 'feil pasient', kari.person, at(30), () =>
      newId<EntryId>(),
    ),
  );
  expect(recordOf(moved.left)).toEqual([]);
  expect(recordOf(moved.arrived)).toMatchObject([
    { isStruck: true, corrections: [{ text: 'Hb 11,3' }, { text: 'ny prøve' }] },
  ]);
});

test('a move needs another patient, a reason and one thread', () => {
  const line = lineOf(signedEntry());
  const ids = () => newId<EntryId>();
  expect(moveToRightPatient(line, wrong, 'feil pasient', kari.person, at(1), ids)).toMatchObject({
    why: 'same patient',
  });
  expect(moveToRightPatient(line, right, '', kari.person, at(1), ids)).toMatchObject({ why: 'reason missing' });
  const mixed = { ...line, corrections: [{ ...signedEntry(), patient: right }] };
  expect(moveToRightPatient(mixed, newId<PatientId>(), 'feil pasient', kari.person, at(1), ids)).toMatchObject({
    why: 'not one thread',
  });
});

test('whatever is corrected, every signed entry stands in the record exactly once', () => {
  const step = fc.record({ target: fc.nat(9), how: fc.constantFrom('replaces' as const, 'adds' as const) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
      const all: Signed[] = [signedEntry('a'), signedEntry('b', 1)];
      steps.forEach(({ target, how }, index) => {
        all.push(corrected(all[target % all.length] as Signed, how, `rettelse ${index}`, 10 + index));
      });
      const shown = recordOf(all).flatMap(({ entry, corrections }) => [entry.id, ...corrections.map(({ id }) => id)]);
      expect(shown).toHaveLength(all.length);
      expect(new Set(shown)).toEqual(new Set(all.map(({ id }) => id)));
    }),
  );
});
