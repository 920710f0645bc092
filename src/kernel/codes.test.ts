import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Code,
  codeAsReceived,
  codeKey,
  identifierSystems,
  nationalCode,
  nationalNumberOf,
  nationalSystem,
  readSystem,
  sameCode,
  sameCodeInAnyCase,
} from './codes.ts';
import { must } from './result.ts';

test.each([
  '2.16.578.1.12.4.1.1.8116',
  'urn:oid:2.16.578.1.12.4.1.1.8116',
  'URN:OID:2.16.578.1.12.4.1.1.8116',
  '8116',
  'http://helsenorge.no/fhir/CodeSystem/no-kodeverk-8116.codesystem',
  'http://helsenorge.no/fhir/CodeSystem/no-kodeverk-8116',
])('the system %s is code system 8116', (name) => {
  expect(must(readSystem(name))).toBe(nationalSystem(8116));
});

test.each(['', 'NPU', 'urn:oid:', '2.16.', '02.16', 'http://loinc.org', '81160', 'no-kodeverk-8116'])(
  'the system «%s» is not known',
  (name) => {
    expect(readSystem(name)).toMatchObject({ ok: false, why: 'unknown system' });
  },
);

test('a national system is known by its number, other registers are not', () => {
  expect(nationalNumberOf(nationalSystem(7280))).toBe(7280);
  expect(nationalNumberOf(identifierSystems.fnr)).toBeUndefined();
});

test('HER-id has its own register, and is not the D-number', () => {
  expect(identifierSystems.her).toBe('2.16.578.1.12.4.1.2');
  expect(identifierSystems.dnr).toBe('2.16.578.1.12.4.1.4.2');
});

test('value and text are kept to the letter', () => {
  const code = must(codeAsReceived('8351', ' s ', 'Serum  (prøve)'));
  expect(code).toEqual({ system: nationalSystem(8351), value: ' s ', text: 'Serum  (prøve)' });
  expect(must(codeAsReceived('8351', 'S'))).not.toHaveProperty('text');
});

test('a code needs a known system and a value', () => {
  expect(codeAsReceived('LOCAL', 'S')).toMatchObject({ why: 'unknown system' });
  expect(codeAsReceived('8351', '  ')).toMatchObject({ why: 'empty' });
});

test('the text is never compared', () => {
  expect(sameCode(nationalCode(8116, 'FNR', 'Fødselsnummer'), nationalCode(8116, 'FNR'))).toBe(true);
  expect(sameCode(nationalCode(8116, 'FNR'), nationalCode(8116, 'DNR'))).toBe(false);
  expect(sameCode(nationalCode(8116, 'FNR'), nationalCode(8327, 'FNR'))).toBe(false);
});

test('specimen material is the same in upper and lower case, other codes are not', () => {
  expect(sameCodeInAnyCase(nationalCode(8351, 's'), nationalCode(8351, 'S'))).toBe(true);
  expect(sameCode(nationalCode(8351, 's'), nationalCode(8351, 'S'))).toBe(false);
});

test('two codes have one key exactly when they are the same', () => {
  const code: fc.Arbitrary<Code> = fc
    .tuple(fc.integer({ min: 8000, max: 8003 }), fc.constantFrom('1', '2', 'A', 'B'))
    .map(([number, value]) => nationalCode(number, value));
  fc.assert(
    fc.property(code, code, (one, other) => {
      expect(codeKey(one) === codeKey(other)).toBe(sameCode(one, other));
    }),
  );
});
