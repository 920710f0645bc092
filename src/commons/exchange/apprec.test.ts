import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import type { Moment } from '#kernel/time';
import { appRecErrors, appRecStatuses } from './apprec.table.ts';
import { type AppRecId, answer, receiptOutcome, verdictOf } from './apprec.ts';
import { blankCode, code } from './coded.ts';
import { messageVersions } from './message-version.table.ts';
import type { Addressee, OriginalLetter } from './original-letter.ts';
import type { Party } from './party.ts';
import { receivedTime } from './received-time.ts';
import { fault, remark } from './remark.ts';

const now = '2026-03-11T13:30:00.000Z' as Moment;
const named = (name: string, her: string): Party => ({
  is: 'organisation',
  kind: null,
  name,
  identifier: { id: her, type: code(9051, 'HER', 'HER-id') },
  otherIdentifiers: [],
  departments: [],
  persons: [],
  speciality: null,
  address: null,
});
const clinic: Addressee = {
  party: named('Lysning legesenter', '8990200'),
  as: 'main',
  role: code(7301, 'REQ', 'Rekvirent'),
};
const home: Addressee = {
  party: named('Granlia sykehjem', '8990300'),
  as: 'copy',
  role: code(7301, 'COP', 'Kopimottaker'),
};
const letter = (kind: string, version: string, issued = '2026-03-11T14:19:00'): OriginalLetter => {
  const row = messageVersions.find((one) => one.kind === kind && one.version === version);
  if (!row) throw new Error('no such version');
  return {
    version: row,
    type: code(8279, 'SVAR_LAB', 'Svarrapport-Laboratoriemedisin'),
    id: 'FS-2026-104417',
    issued: receivedTime(issued),
    sender: named('Fjordby sykehus HF', '8990010'),
    senderRole: code(7301, 'SPR', 'Tjenesteyter'),
    addressees: [clinic, home],
    wantsReceipt: 'always',
  };
};
const answered = (
  original: OriginalLetter,
  as = clinic,
  verdict = verdictOf({ outcome: 'accepted', content: null, originals: [], remarks: [] }),
) =>
  must(
    answer({
      original,
      verdict,
      as,
      id: 'receipt-1' as AppRecId,
      now,
      software: { name: 'Dagsverk', version: '0.1.0' },
    }),
  );

test('a letter that is taken in is answered OK, with sender and receiver changed about', () => {
  expect(answered(letter('svarrapport', '1.4'))).toMatchObject({
    version: '1.1',
    id: 'receipt-1',
    generated: now,
    status: { code: '1', text: 'OK', system: '2.16.578.1.12.4.1.1.8258' },
    errors: [],
    sender: { party: clinic.party },
    receiver: { party: { name: 'Fjordby sykehus HF' } },
    original: { id: 'FS-2026-104417', issued: '2026-03-11T14:19:00', type: { code: 'SVAR_LAB' } },
  });
});

test('the version of the receipt follows the version of the letter', () => {
  expect(answered(letter('svarrapport', '1.3')).version).toBe('1.0');
  expect(answered(letter('svarrapport', '1.4')).version).toBe('1.1');
  expect(answered(letter('pasientliste', '1.0')).version).toBe('1.0');
});

test('the older receipt gives the roles back, the newer says main or copy', () => {
  expect(answered(letter('svarrapport', '1.3')).sender.role?.code).toBe('REQ');
  expect(answered(letter('svarrapport', '1.3')).receiver.role?.code).toBe('SPR');
  expect(answered(letter('svarrapport', '1.3'), home).sender.role?.code).toBe('COP');
  expect(answered(letter('svarrapport', '1.4')).sender.role?.code).toBe('PRIM');
  expect(answered(letter('svarrapport', '1.4'), home).sender.role?.code).toBe('COP');
  expect(answered(letter('svarrapport', '1.4')).receiver.role).toBeNull();
});

test('a copy receiver answers for itself', () => {
  expect(answered(letter('svarrapport', '1.4'), home).sender.party.name).toBe('Granlia sykehjem');
});

test('a rejected letter is answered with each reason and exactly what was wrong', () => {
  const verdict = verdictOf({
    outcome: 'rejected',
    faults: [
      fault('T02', 'element missing', 'Message/ServReport/IssueDate', 12),
      fault('E30', 'patient number missing'),
    ],
    salvaged: null,
    originals: [],
    remarks: [remark('test message')],
  });
  expect(answered(letter('svarrapport', '1.4'), clinic, verdict)).toMatchObject({
    status: { code: '2', text: 'Avvist' },
    errors: [
      {
        system: '2.16.578.1.12.4.1.1.8221',
        code: 'T02',
        text: 'XML validerer ikke',
        otherText: 'Elementet mangler: Message/ServReport/IssueDate (linje 12)',
      },
      { code: 'E30', text: 'Pasientens fødselsnummer mangler' },
    ],
  });
});

test('a letter dated by day only is dated at the start of that day', () => {
  expect(answered(letter('svarrapport', '1.3', '2026-03-11')).original.issued).toBe('2026-03-11T00:00:00');
});

test('a letter whose date cannot be read is dated by the receipt', () => {
  expect(answered(letter('svarrapport', '1.3', '20xx')).original.issued).toBe(now);
});

test('a receipt is never answered, nor what has an answer of its own', () => {
  for (const [kind, version] of [
    ['APPREC', '1.0'],
    ['APPREC', '1.1'],
    ['SYSVAK', '1.0'],
  ] as const) {
    const verdict = { status: '1' as const, faults: [] };
    const result = answer({
      original: letter(kind, version),
      verdict,
      as: clinic,
      id: 'x' as AppRecId,
      now,
      software: { name: 'D', version: '1' },
    });
    expect(result).toEqual({ ok: false, why: 'never answered' });
  }
});

test.each([
  ['1', 'received'],
  ['2', 'rejected'],
  ['3', 'partly rejected'],
  ['9', 'status not known'],
])('a receipt of status %s means %s', (status, outcome) => {
  expect(receiptOutcome({ ...answered(letter('svarrapport', '1.4')), status: code(8258, status, null) })).toBe(outcome);
});

test('a receipt without a status is not known', () => {
  expect(receiptOutcome({ ...answered(letter('svarrapport', '1.4')), status: blankCode })).toBe('status not known');
});

test('the code lists have the codes that receivers must know', () => {
  expect(Object.keys(appRecStatuses)).toEqual(['1', '2', '3']);
  expect(Object.keys(appRecErrors)).toHaveLength(21);
});
