import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Moment } from '#kernel/time';
import { readAppRec, writeAppRec } from './apprec.message.ts';
import { appRecTables } from './apprec.table.ts';
import { type AppRec, type AppRecId, answer } from './apprec.ts';
import { type Coded, code } from './coded.ts';
import { messageVersions } from './message-version.table.ts';
import { openLetter } from './opened-letter.ts';
import type { OriginalLetter } from './original-letter.ts';
import type { Party } from './party.ts';
import { fault } from './remark.ts';

const sample = readFileSync(new URL('./samples/receipt-rejected-1.0.xml', import.meta.url), 'utf8');
const bytes = (text: string) => new TextEncoder().encode(text);
const reading = (text: string) => readAppRec(openLetter(bytes(text)));
const accepted = (text: string) => {
  const read = reading(text);
  if (read.outcome !== 'accepted') throw new Error(JSON.stringify(read.faults));
  return read.content;
};

test('a receipt tells its verdict, its reasons and the letter that it answers', () => {
  const receipt = accepted(sample);
  expect(receipt).toMatchObject({
    version: '1.0',
    id: 'a0d5d7f0-1d3c-4e0f-9d5d-5b1d9c000001',
    software: { name: 'Fjordjournal', version: '4.2' },
    status: { code: '2', text: 'Avvist' },
    original: { id: '0d8e3f55-4444-4b0e-a1f3-5c6a0b0bc001', issued: '2026-02-16T10:30:00', type: { code: 'REQ_LAB' } },
  });
  expect(receipt.errors.map((error) => [error.code, error.otherText])).toEqual([
    ['E35', 'Ukjent pasient'],
    ['X99', null],
  ]);
  expect(receipt.alsoReceived).toEqual([]);
});

test('a receipt read and written again is the same receipt', () => {
  const receipt = accepted(sample);
  expect(accepted(writeAppRec(receipt))).toEqual(receipt);
});

test('a receipt of either version is read', () => {
  const newer = sample
    .replace(appRecTables['1.0'].namespace, appRecTables['1.1'].namespace)
    .replace('>1.0 2004-11-21<', '>v1.1 2012-02-15<');
  expect(accepted(newer).version).toBe('1.1');
});

test('a receipt inside the wrapping of NAV is read and the wrapping is told', () => {
  const inner = sample.replace(/<\?xml.*\?>/, '');
  const read = reading(`<EI_fellesformat xmlns="http://www.nav.no/xml/eiff/2/">${inner}</EI_fellesformat>`);
  expect(read.outcome).toBe('accepted');
  expect(read.remarks).toEqual([{ kind: 'inside another format', line: null, name: 'EI_fellesformat' }]);
});

test('a status outside the code list is remarked on, for a person', () => {
  expect(reading(sample.replace('<Status V="2"', '<Status V="7"')).remarks).toEqual([
    { kind: 'status not known', line: null, name: '7' },
  ]);
  expect(reading(sample.replace('<Status V="2" DN="Avvist"/>', '<Status/>')).remarks).toMatchObject([
    { kind: 'status not known' },
  ]);
});

test('a receipt that is built wrongly is set aside, shown, and has no answer', () => {
  const read = reading(sample.replace('<Status V="2" DN="Avvist"/>', ''));
  expect(read).toMatchObject({ outcome: 'rejected', faults: [{ code: 'T02' }], originals: [] });
  expect(read.outcome === 'rejected' && read.salvaged?.original.id).toBe('0d8e3f55-4444-4b0e-a1f3-5c6a0b0bc001');
});

test('a receipt without parties shows nothing', () => {
  expect(reading('<AppRec xmlns="http://www.kith.no/xmlstds/apprec/2004-11-21"/>')).toMatchObject({
    outcome: 'rejected',
    salvaged: null,
    faults: [{ code: 'T02' }],
  });
});

test('a receipt of a version that nobody knows is not read', () => {
  const read = reading(sample.replace('apprec/2004-11-21', 'apprec/2031-01-01'));
  expect(read).toMatchObject({ outcome: 'rejected', faults: [{ code: 'T10' }] });
});

test('a receipt that is not XML is set aside', () => {
  expect(reading(sample.slice(0, 900))).toMatchObject({ outcome: 'rejected', faults: [{ code: 'T01' }] });
});

const someCode: fc.Arbitrary<Coded> = fc.record({
  system: fc.constant('2.16.578.1.12.4.1.1.9051'),
  code: fc.constantFrom('HER', 'ENH', 'HPR'),
  text: fc.option(fc.constantFrom('HER-id', 'Tegn <&> "fri"')),
  otherText: fc.constant(null),
});
const word = fc.constantFrom('Fjordby & sønn', '8990010', 'Ås "legesenter"', '<b>', 'ÆØÅ æøå');
const identifier = fc.record({ id: word, type: someCode });
const unit = fc.record({
  kind: fc.constant(null),
  name: fc.option(word),
  identifier: fc.option(identifier),
  otherIdentifiers: fc.array(identifier, { maxLength: 2 }),
});
const party: fc.Arbitrary<Party> = fc
  .tuple(unit, fc.array(unit, { maxLength: 2 }), fc.array(unit, { maxLength: 2 }), fc.boolean())
  .map(([own, departments, persons, alone]) => ({
    ...own,
    is: alone ? 'person' : 'organisation',
    departments: alone ? [] : departments,
    persons: alone ? [] : persons,
    speciality: null,
    address: null,
  }));
const answerable = messageVersions.filter(({ answeredBy }) => answeredBy !== 'none');

test('whatever letter is answered, the receipt is built as the standard says and both parties stand as received', () => {
  const verdicts = fc.constantFrom(
    { status: '1' as const, faults: [] },
    {
      status: '2' as const,
      faults: [fault('T02', 'element missing', 'Message/<Type>', 3), fault('E30', 'patient number missing')],
    },
  );
  fc.assert(
    fc.property(
      party,
      party,
      fc.constantFrom(...answerable),
      verdicts,
      fc.constantFrom('main' as const, 'copy' as const),
      (sender, receiver, version, verdict, as) => {
        const original: OriginalLetter = {
          version,
          type: code(8279, 'SVAR_LAB', 'Svarrapport'),
          id: 'letter-1',
          issued: { text: '2026-03-11', day: '2026-03-11' as never, moment: null },
          sender,
          senderRole: code(7301, 'SPR', 'Tjenesteyter'),
          addressees: [{ party: receiver, as, role: code(7301, 'REQ', 'Rekvirent') }],
          wantsReceipt: null,
        };
        const [addressee] = original.addressees;
        const answered =
          addressee &&
          answer({
            original,
            verdict,
            as: addressee,
            id: 'receipt-1' as AppRecId,
            now: '2026-03-11T12:00:00.000Z' as Moment,
            software: { name: 'Dagsverk', version: '0.1.0' },
          });
        if (!answered?.ok) throw new Error('not answered');
        const back: AppRec = accepted(writeAppRec(answered.value));
        expect(back.version).toBe(version.answeredBy);
        expect(mirrored(back.sender.party)).toEqual(mirrored(receiver));
        expect(mirrored(back.receiver.party)).toEqual(mirrored(sender));
        expect(back.errors.map((error) => error.code)).toEqual(verdict.faults.map((one) => one.code));
        expect(back.original).toMatchObject({ id: 'letter-1', issued: '2026-03-11T00:00:00' });
      },
    ),
    { numRuns: 200 },
  );
});

/** The code system of an identifier's kind follows from its place, and is not written. */
function mirrored(one: Party): unknown {
  return JSON.parse(JSON.stringify(one, (key, value: unknown) => (key === 'system' ? undefined : value)));
}
