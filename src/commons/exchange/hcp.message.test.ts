import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { blankCode } from './coded.ts';
import { draftParty, unpackParty } from './hcp.message.ts';
import { Unpacking } from './unpacking.ts';
import { readXml } from './xml.ts';
import { writeXml } from './xml-writer.ts';

const rootOf = (text: string) => must(readXml(new TextEncoder().encode(text))).root;
const partyIn = (name: string) => {
  const root = rootOf(readFileSync(new URL('./samples/receipt-rejected-1.0.xml', import.meta.url), 'utf8'));
  const letter = new Unpacking(root);
  return unpackParty(letter, letter.one(root, name));
};

test('an organisation is read with units, people, numbers, speciality and address', () => {
  expect(partyIn('Sender')).toMatchObject({
    is: 'organisation',
    name: 'Fjordby sykehus HF',
    identifier: { id: '8990010', type: { system: '2.16.578.1.12.4.1.1.9051', code: 'HER' } },
    otherIdentifiers: [{ id: '311004506', type: { code: 'ENH' } }],
    departments: [{ kind: { code: '1' }, name: 'Medisinsk biokjemi', identifier: { id: '8990011' } }],
    persons: [
      {
        name: 'Torbjørg Vinterdal',
        identifier: { id: '9990044', type: { system: '2.16.578.1.12.4.1.1.8116', code: 'HPR' } },
      },
    ],
    speciality: { code: 'MBK', text: 'Medisinsk biokjemi' },
    address: {
      kind: { code: 'PST' },
      street: 'Postboks 1',
      country: { code: 'NO' },
      reachedAt: ['tel:22220000', 'fax:22220001'],
    },
  });
});

test('a person alone is read with profession and numbers', () => {
  expect(partyIn('Receiver')).toMatchObject({
    is: 'person',
    kind: { code: 'LE', text: 'Lege' },
    name: 'Åse Myrdun',
    otherIdentifiers: [{ id: '8990201' }],
    departments: [],
    persons: [],
  });
});

test('where there is no party there is none', () => {
  const root = rootOf('<a><HCP/></a>');
  expect(unpackParty(new Unpacking(root), root)).toBeNull();
  expect(unpackParty(new Unpacking(root), undefined)).toBeNull();
});

test('a number or an address without a kind is written with a blank one, since the standard demands it', () => {
  const sender = partyIn('Sender');
  if (!sender?.address) throw new Error('no sender');
  const blank = { ...sender, otherIdentifiers: [{ id: '7', type: null }], address: { ...sender.address, kind: null } };
  const text = writeXml(draftParty(blank), 'urn:a');
  expect(text).toContain('<Id>7</Id>\n      <Type/>');
  expect(text).toContain('<Address>\n    <Type/>');
  expect(writeXml(draftParty({ ...blank, identifier: { id: '8', type: blankCode } }), 'urn:a')).toContain('<TypeId/>');
});
