import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { IsoDate, Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { documentTexts } from './document.texts.ts';
import {
  clinicPapers,
  type Document,
  type DocumentId,
  type DocumentInput,
  discardDocument,
  documentInput,
  documentKinds,
  documentNext,
  documentOrigins,
  fileNameOf,
  mediaTypes,
  moveDocument,
  place,
  register,
  type Sha256,
  sameFile,
} from './document.ts';

const kari = newId<PersonId>();
const patient = newId<PatientId>();
const now = '2026-11-23T08:00:00.000Z' as Moment;
const later = '2026-11-23T09:00:00.000Z' as Moment;
const today = '2026-11-23' as IsoDate;
const hash = 'a'.repeat(64) as Sha256;
const input: DocumentInput = {
  kind: 'epikrise',
  origin: 'scanned',
  media: 'application/pdf',
  sha256: hash,
  bytes: 12_345,
};
const unplaced = (change: Partial<DocumentInput> = {}) =>
  must(register(newId<DocumentId>(), { ...input, ...change }, kari, now, today));
const placed = () =>
  must(place(unplaced(), { patient, isConfirmed: true, answers: { thing: 'referral', id: 'r-1' } }, kari, now));

test('a file that came in is nobody’s until a person has placed it', () => {
  expect(unplaced()).toMatchObject({ state: 'unplaced', createdBy: kari, createdAt: now });
  expect(unplaced()).not.toHaveProperty('patient');
});

test('a document is not dated after today', () => {
  const tomorrow = { ...input, datedOn: '2026-11-24' as IsoDate };
  expect(register(newId<DocumentId>(), tomorrow, kari, now, today)).toMatchObject({ why: 'dated in the future' });
  expect(register(newId<DocumentId>(), { ...input, datedOn: today }, kari, now, today)).toMatchObject({ ok: true });
});

test('a proposed patient counts for nothing until a person has confirmed it', () => {
  expect(place(unplaced(), { patient, isConfirmed: false }, kari, now)).toMatchObject({ why: 'not confirmed' });
  expect(must(place(unplaced(), { patient, isConfirmed: true }, kari, now))).toMatchObject({
    state: 'placed',
    patient,
    placedBy: kari,
  });
});

test('patient papers need a patient, the clinic’s own papers do not', () => {
  for (const kind of documentKinds) {
    const result = place(unplaced({ kind }), { isConfirmed: true }, kari, now);
    expect(result.ok, kind).toBe(clinicPapers.includes(kind));
  }
});

test('a document remembers which case it answers', () => {
  expect(placed().answers).toEqual({ thing: 'referral', id: 'r-1' });
});

test('a placed document is neither placed again nor put away', () => {
  expect(place(placed(), { patient, isConfirmed: true }, kari, now)).toMatchObject({ why: 'already placed' });
  expect(discardDocument(placed(), 'blank side', kari, now)).toMatchObject({ why: 'already placed' });
});

test('a blank page is put away with a reason', () => {
  expect(discardDocument(unplaced(), ' ', kari, now)).toMatchObject({ why: 'reason missing' });
  expect(must(discardDocument(unplaced(), 'blank side', kari, later))).toMatchObject({
    state: 'discarded',
    reason: 'blank side',
    discardedAt: later,
  });
});

test('moved to the right patient, the wrong one keeps a line without the file', () => {
  const right = newId<PatientId>();
  const before = placed();
  const { left, arrived } = must(moveDocument(before, right, newId<DocumentId>(), 'feil pasient', kari, later));
  expect(left).toMatchObject({ state: 'moved', patient, movedTo: arrived.id, reason: 'feil pasient' });
  expect(left).not.toHaveProperty('sha256');
  expect(arrived).toMatchObject({
    state: 'placed',
    patient: right,
    sha256: hash,
    movedFrom: { document: before.id, movedBy: kari, movedAt: later },
  });
});

test('a moved document does not answer the wrong patient’s case any more', () => {
  const { arrived } = must(
    moveDocument(placed(), newId<PatientId>(), newId<DocumentId>(), 'feil pasient', kari, later),
  );
  expect(arrived).not.toHaveProperty('answers');
});

test('a move needs a placed document, another patient and a reason', () => {
  const other = newId<PatientId>();
  const id = newId<DocumentId>();
  expect(moveDocument(unplaced(), other, id, 'feil pasient', kari, later)).toMatchObject({ why: 'not placed' });
  expect(moveDocument(placed(), patient, id, 'feil pasient', kari, later)).toMatchObject({ why: 'same patient' });
  expect(moveDocument(placed(), other, id, '', kari, later)).toMatchObject({ why: 'reason missing' });
});

test('every decision leads to a state that the table of states allows', () => {
  expect(documentNext.unplaced).toContain(placed().state);
  expect(documentNext.unplaced).toContain(must(discardDocument(unplaced(), 'dobbelt', kari, now)).state);
  const { left } = must(moveDocument(placed(), newId<PatientId>(), newId<DocumentId>(), 'feil', kari, later));
  expect(documentNext.placed).toContain(left.state);
});

test('the same sheet is noticed when it comes twice', () => {
  const other = unplaced({ sha256: 'b'.repeat(64) as Sha256 });
  const { left } = must(moveDocument(placed(), newId<PatientId>(), newId<DocumentId>(), 'feil', kari, later));
  const first = placed();
  expect(sameFile(hash, [first, other, left])).toEqual([first]);
  expect(sameFile('c'.repeat(64) as Sha256, [first, other])).toEqual([]);
});

test('a file name tells kind and number and nothing of the patient', () => {
  const document = placed();
  expect(fileNameOf(document)).toBe(`epikrise-${document.id.slice(-12)}.pdf`);
  expect(fileNameOf({ ...document, kind: 'result letter', media: 'image/tiff' })).toMatch(/^result-letter-.{12}\.tif$/);
});

test('a file name is safe on every disk', () => {
  fc.assert(
    fc.property(fc.constantFrom(...documentKinds), fc.constantFrom(...mediaTypes), (kind, media) => {
      expect(fileNameOf({ id: newId<DocumentId>(), kind, media })).toMatch(/^[a-z-]+-[0-9a-f]{12}\.[a-z]{3}$/);
    }),
  );
});

test('input holds kind, origin, media, hash and size', () => {
  expect(documentInput.safeParse(input).success).toBe(true);
  expect(documentInput.safeParse({ ...input, sha256: 'ABC' }).success).toBe(false);
  expect(documentInput.safeParse({ ...input, bytes: 0 }).success).toBe(false);
  expect(documentInput.safeParse({ ...input, media: 'text/html' }).success).toBe(false);
  expect(documentInput.safeParse({ ...input, datedOn: '2026-02-30' }).success).toBe(false);
});

test('every kind and origin has its name in both languages', () => {
  for (const language of ['nb', 'en'] as const) {
    for (const kind of documentKinds) expect(documentTexts[language].kinds[kind]).not.toBe('');
    for (const origin of documentOrigins) expect(documentTexts[language].origins[origin]).not.toBe('');
  }
});

test('no sequence of steps loses a file or lets it stand in two records', () => {
  const patients = [newId<PatientId>(), newId<PatientId>(), newId<PatientId>()];
  const step = fc.tuple(fc.constantFrom('place', 'move', 'discard'), fc.constantFrom(...patients), fc.boolean());
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let lines: readonly Document[] = [unplaced()];
      for (const [what, who, isConfirmed] of steps) {
        lines = lines.flatMap((document): readonly Document[] => {
          if (document.state === 'moved') return [document];
          if (what === 'place') {
            const placedNow = place(document, { patient: who, isConfirmed }, kari, now);
            return [placedNow.ok ? placedNow.value : document];
          }
          if (what === 'discard') {
            const away = discardDocument(document, 'dobbelt', kari, now);
            return [away.ok ? away.value : document];
          }
          const moved = moveDocument(document, who, newId<DocumentId>(), 'feil pasient', kari, later);
          return moved.ok ? [moved.value.left, moved.value.arrived] : [document];
        });
      }
      const whole = lines.filter((document) => document.state !== 'moved');
      expect(whole).toHaveLength(1);
      expect(whole[0]).toMatchObject({ sha256: hash });
      for (const document of lines) if (document.state === 'moved') expect(document).not.toHaveProperty('sha256');
    }),
  );
});

test('a document that was moved twice leaves a receipt in each wrong record', () => {
  const [second, third] = [newId<PatientId>(), newId<PatientId>()];
  const one = must(moveDocument(placed(), second, newId<DocumentId>(), 'feil pasient', kari, later));
  const two = must(moveDocument(one.arrived, third, newId<DocumentId>(), 'feil igjen', kari, later));
  expect([one.left.patient, two.left.patient]).toEqual([patient, second]);
  expect(two.arrived).toMatchObject({ patient: third, movedFrom: { document: one.arrived.id } });
});
