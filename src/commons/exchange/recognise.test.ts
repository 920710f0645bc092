import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { messageKinds, messageVersions } from './message-version.table.ts';
import { recognise } from './recognise.ts';
import { readXml } from './xml.ts';

const seen = (text: string) => recognise(must(readXml(new TextEncoder().encode(text))).root);
const head = (type: string, content = '') =>
  seen(
    `<MsgHead xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24"><MsgInfo><Type V="${type}"/></MsgInfo>${content}</MsgHead>`,
  );
const enclosing = (inside: string) => `<Document><RefDoc><Content>${inside}</Content></RefDoc></Document>`;

test.each(
  messageVersions
    .filter(({ namespace }) => !namespace.includes('*'))
    .map(({ kind, version, namespace }) => [kind, version, namespace] as const),
)('%s %s is known by its namespace', (kind, version, namespace) => {
  expect(seen(`<Message xmlns="${namespace}"/>`)).toMatchObject({ kind, version: { version }, hasHead: false });
});

test('the message inside a common head is known by its own namespace', () => {
  const text = readFileSync(new URL('./samples/dialogue-1.1.xml', import.meta.url), 'utf8');
  expect(seen(text)).toMatchObject({
    kind: 'dialogmelding',
    version: { version: '1.1', answeredBy: '1.1' },
    hasHead: true,
    typeCode: 'DIALOG_HELSEFAGLIG',
    payload: { name: 'Dialogmelding' },
  });
});

test('home care messages are known though each has a name of its own', () => {
  const plo = (name: string, date: string) => `<X xmlns="http://www.kith.no/xmlstds/po/${name}/${date}"/>`;
  expect(seen(plo('Pasientlogistikk', '2012-04-01'))).toMatchObject({ kind: 'PLO', version: { version: '1.6' } });
  expect(seen(plo('Pasientlogistikk', '2009-06-30'))).toMatchObject({ kind: 'PLO', version: { version: '1.5' } });
  expect(seen(plo('one/two', '2012-04-01'))).toMatchObject({ kind: 'PLO', version: null });
});

test('an edition that nobody knows is still named', () => {
  expect(seen('<Message xmlns="http://www.kith.no/xmlstds/labsvar/2031-01-01"/>')).toMatchObject({
    kind: 'svarrapport',
    version: null,
  });
});

test.each([
  ['DIALOG_NOTAT', 'dialogmelding'],
  ['EPIKRISE', 'epikrise'],
  ['HENVISNING_VIDERE', 'henvisning'],
  ['REQ_LAB', 'rekvisisjon'],
  ['LOM', 'BKM'],
  ['Pasientliste', 'pasientliste'],
  ['LOG_DOD', 'PLO'],
  ['HENDELSEREQUEST', 'SYSVAK'],
  ['ERM1', 'e-resept'],
  ['NPR_ORD', 'NPR'],
])('a head of type %s that encloses nothing is a %s', (type, kind) => {
  expect(head(type)).toMatchObject({ kind, version: null, payload: null, typeCode: type });
});

test('a type that is in no list leaves the kind open', () => {
  expect(head('NOE_NYTT')).toMatchObject({ kind: null, hasHead: true, typeCode: 'NOE_NYTT' });
});

test('a packed file is not taken for the message', () => {
  const packed = enclosing(
    '<Base64Container xmlns="http://www.kith.no/xmlstds/base64container">QUJD</Base64Container>',
  );
  const claim = enclosing('<BehandlerKrav xmlns="http://www.kith.no/xmlstds/bkm/2006-12-20"/>');
  expect(head('LOM', packed + claim)).toMatchObject({ kind: 'BKM', payload: { name: 'BehandlerKrav' } });
  expect(head('LOM', packed)).toMatchObject({ kind: 'BKM', payload: null });
});

test('a letter inside a partner’s own wrapping is found', () => {
  const wrapped = seen(
    '<EI_fellesformat xmlns="urn:nav"><Blokk/><AppRec xmlns="http://www.kith.no/xmlstds/apprec/2004-11-21"/></EI_fellesformat>',
  );
  expect(wrapped).toMatchObject({ kind: 'APPREC', wrapping: 'EI_fellesformat', letter: { name: 'AppRec' } });
  expect(seen('<EI_fellesformat/>')).toMatchObject({ kind: null, wrapping: null });
});

test('what is no message of ours is named by nothing', () => {
  expect(seen('<html/>')).toMatchObject({ kind: null, version: null, typeCode: null });
  expect(seen('<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"/>').kind).toBe('ebXML');
});

test('every version has its source, and every namespace is told once', () => {
  const namespaces = messageVersions.map(({ namespace }) => namespace);
  expect(new Set(namespaces).size).toBe(namespaces.length);
  for (const { source, kind } of messageVersions) {
    expect(source).not.toBe('');
    expect(messageKinds).toContain(kind);
  }
});

test('which receipt answers which message, and by which number', () => {
  const row = (kind: string, version: string) => {
    const found = messageVersions.find((one) => one.kind === kind && one.version === version);
    return [found?.answeredBy, found?.answeredNumber];
  };
  expect(row('svarrapport', '1.4')).toEqual(['1.1', 'MsgId']);
  expect(row('svarrapport', '1.3')).toEqual(['1.0', 'ServReport/ServProvId']);
  expect(row('rekvisisjon', '1.5')).toEqual(['1.0', 'ServReq/Id']);
  expect(row('rekvisisjon', '1.6')).toEqual(['1.1', 'MsgId']);
  expect(row('epikrise', '1.1')).toEqual(['1.0', 'MsgId']);
  expect(row('epikrise', '1.2')).toEqual(['1.1', 'MsgId']);
  expect(row('henvisning', '1.0')).toEqual(['1.0', 'MsgId']);
  expect(row('henvisning', '2.0')).toEqual(['1.1', 'MsgId']);
  expect(row('dialogmelding', '1.0')).toEqual(['1.0', 'MsgId']);
  expect(row('dialogmelding', '1.1')).toEqual(['1.1', 'MsgId']);
  expect(row('PLO', '1.5')).toEqual(['1.0', 'MsgId']);
  expect(row('PLO', '1.6')).toEqual(['1.1', 'MsgId']);
  expect(row('BKM', '1.8')).toEqual(['1.0', 'MsgId']);
  expect(row('SYSVAK', '1.0')).toEqual(['none', 'MsgId']);
  expect(row('APPREC', '1.1')).toEqual(['none', 'MsgId']);
});
