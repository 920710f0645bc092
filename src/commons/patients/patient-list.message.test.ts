import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { openLetter } from '#exchange';
import { type PatientList, readPatientList } from './patient-list.message.ts';

const sample = readFileSync(new URL('./samples/patient-list.xml', import.meta.url), 'utf8');
const read = (text: string) => readPatientList(openLetter(new TextEncoder().encode(text)));
const listIn = (text: string): PatientList => {
  const reading = read(text);
  const content = reading.outcome === 'accepted' ? reading.content : reading.salvaged;
  if (content?.is !== 'list') throw new Error('no list');
  return content;
};
const codes = (text: string) => {
  const reading = read(text);
  return reading.outcome === 'rejected' ? reading.faults.map(({ code }) => code) : [];
};
const kinds = (text: string) => read(text).remarks.map(({ kind }) => kind);

test('a list tells whose it is and for which month', () => {
  expect(listIn(sample)).toMatchObject({
    listType: { code: 'LE' },
    month: '3',
    from: { day: '2026-03-01' },
    until: { day: '2026-03-31' },
    doctorNumber: '02828437847',
    doctorName: 'Åse Myrdun',
    listNumber: null,
    municipality: { code: '9999', text: 'Fjordby' },
    statedCount: '3',
    head: { id: '2f9f3c1e-7c0a-4a55-8a50-51e0aa100001', sender: { name: 'Fiktiv helserefusjon' } },
  });
});

test('each patient is told with number, name, days on the list and change', () => {
  expect(listIn(sample).patients).toMatchObject([
    {
      number: '12835831289',
      numberType: { code: 'FNR' },
      name: 'Fjellrev, Lykke',
      from: { day: '2019-06-01' },
      until: null,
      change: null,
      navOffice: '9999',
      person: { address: { city: 'Fjordby' }, sex: { code: '2' } },
    },
    {
      name: 'Sjøgang, Aksel Bris',
      from: { day: '2026-03-01' },
      change: { code: 'N' },
      mainPersonNumber: '12835831289',
      person: { reachedAt: ['tel:40000002'] },
    },
    {
      name: 'Bregne, Toralf',
      until: { day: '2026-02-28' },
      change: { code: 'A' },
      reasonForLeaving: { code: 'FL', text: 'Flyttet' },
    },
  ]);
});

test('a whole list is accepted without remarks, and answered by its number', () => {
  expect(read(sample)).toMatchObject({
    outcome: 'accepted',
    remarks: [],
    originals: [{ id: '2f9f3c1e-7c0a-4a55-8a50-51e0aa100001', version: { answeredBy: '1.0', kind: 'pasientliste' } }],
  });
  expect(listIn(sample).alsoReceived).toEqual([]);
});

test('a list that is not as long as it says is remarked on', () => {
  expect(read(sample.replace('<Antall>3<', '<Antall>4<'))).toMatchObject({
    outcome: 'accepted',
    remarks: [{ kind: 'count differs', name: '4 / 3' }],
  });
});

test('one bad line does not turn the list away, but a person is told', () => {
  expect(kinds(sample.replace('04917920465', '04917920466'))).toEqual(['patient number wrong']);
  expect(kinds(sample.replace('<fk1:FamilyName>Bregne</fk1:FamilyName>', ''))).toEqual(['family name missing']);
});

test('a list with no patients is an empty list', () => {
  const empty = sample.replace(/<Pasienter>[\s\S]*<\/Pasienter>/, '').replace('<Antall>3<', '<Antall>0<');
  expect(read(empty)).toMatchObject({ outcome: 'accepted', remarks: [], content: { patients: [] } });
});

test('a list in the old flat format is turned away as such', () => {
  const flat = sample
    .replace(/<Pasienter>[\s\S]*<\/Pasienter>/, '<Diskettformat>QUJD</Diskettformat>')
    .replace('V="PI"', 'V="DI"');
  expect(codes(flat)).toEqual(['T10']);
  expect(kinds(flat)).toContain('left over');
});

test.each([
  ['in the list', sample.replace('<GjelderManed>3</GjelderManed>', '')],
  ['in the head', sample.replace(/<Sender>[\s\S]*<\/Sender>/, '')],
  ['in a date', sample.replace('2019-06-01', '1.6.2019')],
  ['in the wrong namespace', sample.replaceAll('fk1:', '').replace('xmlns:fk1', 'xmlns:x')],
])('a break of the standard %s is answered T02, and the patients are shown all the same', (_, text) => {
  expect(codes(text)).toEqual(['T02']);
  expect(listIn(text).patients.map(({ name }) => name)).toEqual([
    'Fjellrev, Lykke',
    'Sjøgang, Aksel Bris',
    'Bregne, Toralf',
  ]);
});

test('a list without a head, or without a number, is turned away', () => {
  const bare = sample.slice(sample.indexOf('<Pasientliste'), sample.indexOf('</Content>'));
  expect(codes(bare)).toEqual(['T02', 'E10']);
  expect(codes(sample.replace(/<MsgId>.*<\/MsgId>/, '<MsgId/>'))).toEqual(['E10']);
});

test('a request for a list is not ours to read, and another edition neither', () => {
  const request = sample.replace(
    /<Pasientliste [\s\S]*<\/Pasientliste>/,
    '<PasientlisteForesporsel xmlns="http://www.kith.no/xmlstds/nav/pasientliste/2010-02-01"><HentPasientliste><FnrLege>1</FnrLege><KommuneNr>1</KommuneNr></HentPasientliste></PasientlisteForesporsel>',
  );
  expect(codes(request)).toEqual(['T10']);
  expect(codes(sample.replace('pasientliste/2010-02-01', 'pasientliste/2031-01-01'))).toEqual(['T10']);
});

test('an answer about the subscription is read', () => {
  const status = sample.replace(
    /<Pasientliste [\s\S]*<\/Pasientliste>/,
    '<PasientlisteAbonnementStatus xmlns="http://www.kith.no/xmlstds/nav/pasientliste/2010-02-01"><Status><Statuskode V="A" DN="Aktiv"/><SistEndret>2026-01-01T08:00:00</SistEndret></Status><Kanal V="EL" DN="Elektronisk"/></PasientlisteAbonnementStatus>',
  );
  expect(read(status)).toMatchObject({
    outcome: 'accepted',
    content: {
      is: 'subscription',
      status: { text: 'Aktiv' },
      changedAt: { day: '2026-01-01' },
      endsOn: null,
      channel: { code: 'EL' },
    },
  });
});

test('a test list says so', () => {
  expect(kinds(sample.replace('<Ack', '<ProcessingStatus V="T" DN="Test"/><Ack'))).toEqual(['test message']);
});

test('a list that is not XML is shown as far as it goes', () => {
  const cut = sample.slice(0, sample.indexOf('Bregne'));
  expect(codes(cut)).toEqual(['T01']);
  expect(listIn(cut).patients.map(({ name }) => name)).toEqual(['Fjellrev, Lykke', 'Sjøgang, Aksel Bris', null]);
});

test('whatever happens to a list on the way, reading it answers', () => {
  fc.assert(
    fc.property(fc.nat(sample.length), fc.nat(sample.length), fc.string({ maxLength: 3 }), (from, length, noise) => {
      const changed = sample.slice(0, from) + noise + sample.slice(from + (length % 200));
      expect(['accepted', 'rejected']).toContain(read(changed).outcome);
    }),
  );
});

const schemas = new URL('../../../../shared/standards/kith-sarepta/skjema/', import.meta.url);
describe.skipIf(!existsSync(schemas))('beside the published schema', () => {
  const file = (name: string) => readFileSync(new URL(name, schemas));
  const parts = {
    'kith.xsd': 'felleskomponenter/kith.xsd',
    'felleskomponent1.xsd': 'felleskomponenter/felleskomponent1.xsd',
  };

  test('the list of the sample is valid, and breaks are found where the schema finds them', () => {
    xmlRegisterInputProvider(
      new XmlBufferInputProvider(Object.fromEntries(Object.entries(parts).map(([name, path]) => [name, file(path)]))),
    );
    const schema = XsdValidator.fromDoc(
      XmlDocument.fromBuffer(file('HELFOPasientliste/NAV-Pasientliste-2010-02-01.xsd')),
    );
    const list = sample.slice(sample.indexOf('<Pasientliste '), sample.indexOf('</Content>'));
    const isValid = (text: string) => {
      const document = XmlDocument.fromString(text);
      try {
        schema.validate(document);
        return true;
      } catch {
        return false;
      } finally {
        document.dispose();
      }
    };
    const isTaken = (text: string) =>
      read(sample.replace(list, text)).remarks.every(({ name }) => !name?.startsWith('Pasientliste'));
    expect(isValid(list)).toBe(true);
    const lines = list.split('\n');
    lines.forEach((line, place) => {
      const isWhole = /<(\S+)[^>]*>.*<\/\1>|\/>/.test(line);
      const without = lines.filter((_, other) => other !== place).join('\n');
      const twice = [...lines.slice(0, place), line, ...lines.slice(place)].join('\n');
      if (isWhole) for (const text of [without, twice]) expect([place, isTaken(text)]).toEqual([place, isValid(text)]);
    });
  });
});
