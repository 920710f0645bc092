import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { nameInOrder, unpackMsgHead } from './msghead.message.ts';
import { msgHeadTable } from './msghead.table.ts';
import { structureProblems } from './structure.ts';
import { readXml } from './xml.ts';

const text = readFileSync(new URL('./samples/dialogue-1.1.xml', import.meta.url), 'utf8');
const rootOf = (changed: string) => must(readXml(new TextEncoder().encode(changed))).root;
const head = unpackMsgHead(rootOf(text));

test('the sample is built as the standard says', () => {
  expect(structureProblems(rootOf(text), msgHeadTable)).toEqual([]);
});

test('the head tells type, number, time and whether a receipt is wanted', () => {
  expect(head).toMatchObject({
    type: { code: 'DIALOG_HELSEFAGLIG' },
    versionMark: 'v1.2 2006-05-24',
    id: '7d4c0c8e-9a51-4be4-8b3e-90d1c1a10001',
    generated: { text: '2026-02-16T09:12:31', day: '2026-02-16' },
    processing: { code: 'P' },
    acknowledgement: { code: 'J' },
    conversation: { parent: '7d4c0c8e-9a51-4be4-8b3e-90d1c1a10000' },
  });
});

test('the sender is the outermost organisation with its units and people', () => {
  expect(head.sender).toMatchObject({
    is: 'organisation',
    name: 'Fjordby sykehus HF',
    identifier: { id: '8990010', type: { code: 'HER' } },
    otherIdentifiers: [{ id: '311004506', type: { code: 'ENH' } }],
    departments: [{ name: 'Hjertemedisinsk poliklinikk', identifier: { id: '8990015' } }],
    persons: [{ name: 'Torbjørg Vinterdal', identifier: { id: '9990044', type: { code: 'HPR' } } }],
  });
  expect(head.receiver?.name).toBe('Lysning legesenter');
});

test('the patient is told by names, number, birth and sex', () => {
  expect(head.patient).toMatchObject({
    familyName: 'Fjellrev',
    givenName: 'Lykke',
    middleName: null,
    born: { day: '1958-03-12' },
    sex: { code: '2', text: 'Kvinne' },
    identifiers: [{ id: '12835831289', type: { code: 'FNR' } }],
    address: { city: 'Fjordby', postalCode: '2999' },
    reachedAt: ['tel:40000001'],
  });
});

test('the enclosure is kept as it is', () => {
  expect(head.enclosures).toHaveLength(1);
  expect(head.enclosures[0]).toMatchObject({ kind: { code: 'XML' }, issued: { day: '2026-02-16' } });
  expect(head.enclosures[0]?.contents[0]?.name).toBe('Dialogmelding');
});

test('nothing of the head is left over, and what is added is told', () => {
  expect(head.alsoReceived).toEqual([]);
  const more = unpackMsgHead(
    rootOf(
      text
        .replace('<Receiver>', '<Receiver>\n<ComMethod V="EDI"/>')
        .replace('</MsgInfo>', '<Haste>2</Haste></MsgInfo>'),
    ),
  );
  expect(more.alsoReceived.map(({ path, text: words }) => [path, words])).toEqual([
    ['MsgHead/MsgInfo/Receiver/ComMethod', 'EDI'],
    ['MsgHead/MsgInfo/Haste', '2'],
  ]);
});

test('telephone numbers of an organisation stand with its address, also where it has none', () => {
  const telecom = '<TeleCom><TypeTelecom V="WC"/><TeleAddress V="tel:22220000"/></TeleCom>';
  const reached = unpackMsgHead(
    rootOf(text.replace('<Organisation>\n          <OrganisationName>Hjerte', `${telecom}$&`)),
  );
  expect(reached.sender?.address).toMatchObject({ city: null, reachedAt: ['tel:22220000'] });
  expect(reached.alsoReceived).toEqual([]);
});

test('a head with next to nothing in it is read as such', () => {
  const bare = unpackMsgHead(rootOf('<MsgHead xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24"/>'));
  expect(bare).toMatchObject({
    id: null,
    sender: null,
    receiver: null,
    patient: null,
    enclosures: [],
    conversation: null,
  });
});

test('a name is put in the order of the register', () => {
  const named = (familyName: string | null, givenName: string | null, middleName: string | null) =>
    head.patient && nameInOrder({ ...head.patient, familyName, givenName, middleName });
  expect(named('Fjellrev', 'Lykke', 'Mo')).toBe('Fjellrev, Lykke Mo');
  expect(named('Fjellrev', null, null)).toBe('Fjellrev');
  expect(named(null, 'Lykke', null)).toBe('Lykke');
  expect(named(null, null, null)).toBeNull();
});
