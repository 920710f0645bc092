import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AppRecId,
  answer,
  openLetter,
  practiceSetting,
  productionSetting,
  verdictOf,
  writeAppRec,
} from '#exchange';
import { must } from '#kernel/result';
import type { Moment } from '#kernel/time';
import { everyItem, type LaboratoryReport, patientOf } from './laboratory-report.ts';
import { countItems, type ResultMessage, readResultMessage } from './result.message.ts';

const folder = new URL('./samples/', import.meta.url);
const samples = readdirSync(folder);
const bytesOf = (name: string) => readFileSync(new URL(name, folder));
const textOf = (name: string) => bytesOf(name).toString('utf8');
const read = (text: string | Uint8Array, setting = practiceSetting) =>
  readResultMessage(openLetter(typeof text === 'string' ? new TextEncoder().encode(text) : text), setting);
const contentOf = (text: string | Uint8Array): ResultMessage => {
  const reading = read(text);
  const content = reading.outcome === 'accepted' ? reading.content : reading.salvaged;
  if (!content) throw new Error('nothing was read');
  return content;
};
const reportIn = (name: string): LaboratoryReport => {
  const [report] = contentOf(bytesOf(name)).reports;
  if (!report) throw new Error('no report');
  return report;
};
const codesOf = (text: string | Uint8Array, setting = practiceSetting) => {
  const reading = read(text, setting);
  return reading.outcome === 'rejected' ? reading.faults.map(({ code }) => code) : [];
};
const biochemistry = textOf('biochemistry-new-1.4.xml');
const potassium = textOf('critical-potassium-1.3.xml');

test('an answer tells who, what, how much, and from whom', () => {
  const report = reportIn('critical-potassium-1.3.xml');
  expect(report).toMatchObject({
    message: {
      id: '0b6c1a52-1f0e-4f5b-9a61-6d6a5d2f1001',
      version: '1.3',
      versionMark: 'v1.3 2008-12-01',
      type: { code: 'S' },
    },
    change: { code: 'N', system: '2.16.578.1.12.4.1.1.7309' },
    status: { code: 'F', text: 'Endelig rapport' },
    discipline: { code: 'CLIN' },
    number: 'FS-2026-104417',
    issued: { day: '2026-03-11', moment: '2026-03-11T13:19:00.000Z' },
    comment: 'Ringt til rekvirent uten svar kl. 14.15',
    laboratory: {
      party: {
        name: 'Fjordby sykehus HF',
        identifier: { id: '8990010' },
        departments: [{ identifier: { id: '8990011' } }],
      },
    },
    requester: {
      role: { code: 'REQ' },
      party: { persons: [{ name: 'Åse Myrdun', identifier: { id: '9990011', type: { code: 'HPR' } } }] },
    },
  });
  expect(patientOf(report)).toMatchObject({
    number: '12835831289',
    numberType: { code: 'FNR' },
    name: 'Fjellrev, Lykke',
    sex: { code: '2' },
    born: { day: '1958-03-12' },
  });
});

test('a critical potassium keeps value, unit, interval and deviation exactly as received', () => {
  const [potassiumItem] = everyItem(reportIn('critical-potassium-1.3.xml'));
  expect(potassiumItem).toMatchObject({
    values: [{ kind: 'number', comparator: null, quantity: { text: '6.8', unit: 'mmol/L' } }],
    references: ['3,5 - 5,0'],
    deviation: { code: '1', system: '2.16.578.1.12.4.1.1.8244' },
    status: { code: '3' },
    investigations: [{ codes: [{ system: '2.16.578.1.12.4.1.1.7280', code: 'NPU03230', text: 'P-Kalium' }] }],
    comment: 'Ikke hemolyse. Kontrollert i ny kjøring.',
    specimenIds: ['104417-1'],
  });
});

test('every kind of result is read', () => {
  expect(everyItem(reportIn('biochemistry-new-1.4.xml')).map(({ values }) => values[0])).toMatchObject([
    { kind: 'number', quantity: { text: '13.2', unit: 'g/dL' } },
    {
      kind: 'number',
      comparator: { code: 'LT', text: 'Mindre enn', system: '2.16.578.1.12.4.1.1.8239' },
      quantity: { text: '5', unit: 'mg/L' },
    },
    { kind: 'number', quantity: { text: '41' } },
    { kind: 'text', heading: { code: 'LR' }, text: 'Lipemisk prøve, ikke analysert' },
    { kind: 'interval', low: { text: '0.9', unit: '1' }, high: { text: '1.2', unit: '1' } },
    { kind: 'date', date: { day: '2026-04-02' } },
    { kind: 'number', quantity: { text: '2.1' } },
  ]);
});

test('the specimens are told with material, time and the label of the clinic', () => {
  expect(reportIn('biochemistry-new-1.4.xml').examined?.specimens).toMatchObject([
    {
      id: '220914-1',
      idByRequester: 'LYS-31002',
      materialCode: { code: 'B', text: 'Blod' },
      collected: { moment: '2026-04-07T06:25:00.000Z' },
    },
    { id: '220914-2', idByRequester: 'LYS-31003', materialCode: { code: 'P' } },
  ]);
});

test('a resistance table hangs below its microbe', () => {
  const [microbe, ...drugs] = everyItem(reportIn('urine-culture-1.4.xml'));
  expect(microbe?.values).toMatchObject([{ text: 'Escherichia coli, > 100 000 kolonidannende enheter per mL' }]);
  expect(microbe?.items).toHaveLength(4);
  expect(
    drugs.map(({ values, refersTo }) => [values[0]?.kind === 'text' && values[0].codes[0]?.code, refersTo]),
  ).toEqual([
    ['R', 'M1'],
    ['S', 'M1'],
    ['S', 'M1'],
    ['I', 'M1'],
  ]);
});

test('an answer from pathology keeps words, markup as lines, diagnosis, ward and attachment', () => {
  const report = reportIn('pathology-1.4.xml');
  expect(everyItem(report)[0]).toMatchObject({
    values: [
      {
        kind: 'text',
        text: 'Hudbiopsi med benignt nevus.\nFri rand 2 mm.\nIngen tegn til malignitet.',
        codes: [{ code: 'M87200' }],
      },
    ],
    diagnosis: { concept: { code: 'M87200' }, modifiers: [{ name: { code: 'AN' }, values: [{ code: 'T02480' }] }] },
    structured: [
      {
        texts: ['Fri'],
        integers: ['2'],
        quantities: [{ text: '2.0', unit: 'mm' }],
        codes: [{ code: '1' }],
        flags: ['true'],
      },
    ],
  });
  expect(report.attachments).toMatchObject([{ mimeType: 'application/pdf', fileReference: 'vedlegg-1.pdf' }]);
  expect(patientOf(report)).toMatchObject({
    stay: { category: { code: '3' }, institution: { name: 'Lysning legesenter' }, places: [{ place: 'Skiftestua' }] },
    otherNumbers: [{ id: 'LYS-778' }],
    findings: [{ text: 'Pigmentert lesjon, økende i størrelse', kind: { code: 'FUNN' }, noted: { day: '2026-01-12' } }],
    address: { street: 'Myrvegen 4', reachedAt: ['tel:22220000'] },
  });
  expect(report.orders).toMatchObject([
    {
      numberAtLaboratory: 'FP-26-00417',
      reasons: [{ heading: { code: 'PROB' }, text: 'Nevus? Malignitet?' }],
      comments: [{ text: 'Biopsi fra rygg, 4 mm stanse' }],
    },
  ]);
});

test('an answer to an order on paper has no order number, though the laboratory writes one', () => {
  expect(reportIn('unmatched-patient-1.4.xml').orders).toMatchObject([{ number: null, numberAsReceived: 'NULL' }]);
  expect(reportIn('critical-potassium-1.3.xml').orders).toMatchObject([
    { number: '7d0c62f0-5a27-4b8e-8d39-0e5c5b0b1001', receivedAt: { day: '2026-03-11' } },
  ]);
});

test('a patient with a number of the hospital’s own is read and left to be matched', () => {
  expect(read(bytesOf('unmatched-patient-1.4.xml')).outcome).toBe('accepted');
  expect(patientOf(reportIn('unmatched-patient-1.4.xml'))).toMatchObject({
    number: '01415000123',
    numberType: { code: 'HNR' },
  });
});

test('several reports in one message are several reports', () => {
  const { reports } = contentOf(bytesOf('several-reports-1.3.xml'));
  expect(reports.map(({ number }) => number)).toEqual(['FS-2026-051', 'FS-2026-052']);
  expect(read(bytesOf('several-reports-1.3.xml')).originals.map(({ id }) => id)).toEqual([
    'FS-2026-051',
    'FS-2026-052',
  ]);
});

test('a message of the oldest version is read into the same picture', () => {
  expect(read(bytesOf('biochemistry-1.2.xml')).outcome).toBe('accepted');
  expect(everyItem(reportIn('biochemistry-1.2.xml'))[0]?.values).toMatchObject([{ quantity: { text: '4.4' } }]);
});

test('a message marked as a test says so', () => {
  expect(read(bytesOf('marked-as-test-1.4.xml')).remarks).toMatchObject([{ kind: 'test message' }]);
  expect(reportIn('marked-as-test-1.4.xml').message.testMark?.code).toBe('TEST');
});

test('no word of any sample is lost', () => {
  for (const name of samples) {
    const opened = openLetter(bytesOf(name));
    const told = JSON.stringify(contentOf(bytesOf(name)));
    const words = wordsIn(opened.recognised?.letter).filter(
      (word) => !told.includes(JSON.stringify(word).slice(1, -1)),
    );
    expect([name, words]).toEqual([name, []]);
  }
});

type Node = NonNullable<ReturnType<typeof openLetter>['recognised']>['letter'];
function wordsIn(element: Node | undefined): string[] {
  if (!element) return [];
  const isPacked = element.name === 'Base64Container';
  const isReceiptWish = element.name === 'Ack';
  if (isPacked || isReceiptWish) return [];
  const own = element.attributes.map(({ value }) => value);
  const texts = element.children.flatMap((child) => (typeof child === 'string' ? [child.trim()] : wordsIn(child)));
  return [...own, ...texts].filter((word) => word !== '');
}

test('parts that no standard knows are shown and remarked on', () => {
  const strange = biochemistry
    .replace('</ServReport>', '<Lapp>Ring meg</Lapp></ServReport>')
    .replace('</Message>', '<Hilsen V="God dag"/></Message>');
  const reading = read(strange);
  const content = contentOf(strange);
  expect(content.reports[0]?.alsoReceived).toMatchObject([{ path: 'Message/ServReport/Lapp', text: 'Ring meg' }]);
  expect(content.alsoReceived).toMatchObject([{ path: 'Message/Hilsen', text: 'God dag' }]);
  expect(reading.remarks.filter(({ kind }) => kind === 'left over').map(({ name }) => name)).toEqual([
    'Message/Hilsen',
    'Message/ServReport/Lapp',
  ]);
});

test('a message with small breaks, as real laboratories send, is answered T02 and shown as far as it goes', () => {
  const reading = read(bytesOf('broken-schema-1.4.xml'));
  expect(reading).toMatchObject({
    outcome: 'rejected',
    faults: [{ code: 'T02', remark: { name: 'Message/ServReport/Patient/DateOfBirth@V', line: 20 } }],
  });
  const report = reportIn('broken-schema-1.4.xml');
  expect(patientOf(report)).toMatchObject({
    number: '30814511851',
    name: 'Bregne, Toralf',
    born: { text: '19xx-xx-xx', day: null },
  });
  expect(everyItem(report)[0]?.values).toMatchObject([{ quantity: { text: '4.1' } }]);
  expect(report.alsoReceived.map(({ path, text }) => [path.split('/').at(-1), text])).toEqual([
    ['Adress', 'H Bostedsadresse Fjordby'],
    ['Kvalitet', 'A'],
    ['AdditionalId', 'enhet'],
  ]);
});

test('a message that is not XML is answered T01 and shown as far as it goes', () => {
  expect(codesOf(bytesOf('not-well-formed-1.3.xml'))).toEqual(['T01']);
  const report = reportIn('not-well-formed-1.3.xml');
  expect(patientOf(report)).toMatchObject({ number: '17890290108', name: 'Lyng, Embla' });
  expect(everyItem(report)).toMatchObject([{ values: [{ quantity: { text: '3.2' } }] }]);
});

test('a packed file breaks the published schema, and is admitted in production, where laboratories send them', () => {
  expect(codesOf(bytesOf('packed-file-1.3.xml'))).toEqual(['T02']);
  expect(
    read(bytesOf('packed-file-1.3.xml'), { ...productionSetting, nationalNumbers: 'may be samples' }).outcome,
  ).toBe('accepted');
  expect(reportIn('packed-file-1.3.xml').attachments).toMatchObject([{ packedFiles: ['JVBERi0xLjQKJSVFT0YK'] }]);
});

test.each([
  ['without a patient number', potassium.replace('12835831289', ''), ['E30']],
  ['without a patient name', potassium.replace('Fjellrev, Lykke', ''), ['E32']],
  ['without a patient', potassium.replace(/<Patient>[\s\S]*<\/Patient>/, ''), ['E30', 'E32']],
  [
    'about an animal',
    potassium.replace(/<Patient>[\s\S]*<\/Patient>/, '<Animal><Name>Passopp</Name></Animal>'),
    ['E36'],
  ],
  ['without a number of its own', potassium.replace(/<MsgId>.*<\/MsgId>/, '<MsgId> </MsgId>'), ['E10']],
  ['without a report', biochemistry.replace(/<ServReport>[\s\S]*<\/ServReport>/, ''), ['E36']],
  ['of an edition that nobody knows', potassium.replace('labsvar/2008-12-01', 'labsvar/2031-01-01'), ['T10']],
])('a message %s is rejected with the code that tells why', (_, text, codes) => {
  expect(codesOf(text)).toEqual(codes);
});

test('a national number with wrong check digits is remarked on in practice and rejected in production', () => {
  const wrong = potassium.replace('12835831289', '12835831288');
  expect(read(wrong).remarks).toMatchObject([{ kind: 'patient number wrong' }]);
  expect(codesOf(wrong, productionSetting)).toEqual(['E31']);
  expect(codesOf(potassium, productionSetting)).toEqual([]);
});

test('half a name and a false version mark are remarked on', () => {
  const kinds = (text: string) => read(text).remarks.map(({ kind }) => kind);
  expect(kinds(potassium.replace('Fjellrev, Lykke', 'Fjellrev,'))).toEqual(['given name missing']);
  expect(kinds(potassium.replace('Fjellrev, Lykke', ', Lykke'))).toEqual(['family name missing']);
  expect(kinds(potassium.replace('Fjellrev, Lykke', 'Fjellrev'))).toEqual(['given name missing']);
  expect(kinds(potassium.replace('Fjellrev, Lykke', 'Lykke Fjellrev'))).toEqual([]);
  expect(kinds(potassium.replace('>v1.3 2008-12-01<', '>v1.4 2012-02-15<'))).toEqual(['version mark differs']);
});

test('no remark repeats a word about the patient', () => {
  for (const name of samples) {
    const told = JSON.stringify(read(bytesOf(name)).remarks);
    expect(told).not.toMatch(/\d{11}|Fjellrev|Bregne|Lyng|xx-xx/);
  }
});

test('an answer that is taken in is answered by its version: 1.4 by MsgId, 1.3 by the report’s number', () => {
  expect(read(biochemistry).originals).toMatchObject([
    {
      id: '5f0a5d0e-6a0f-4a9c-9f0b-3f6f5d2f2001',
      version: { answeredBy: '1.1' },
      issued: { text: '2026-04-07T15:05:11' },
      wantsReceipt: 'always',
    },
  ]);
  expect(read(potassium).originals).toMatchObject([
    { id: 'FS-2026-104417', version: { answeredBy: '1.0' }, issued: { text: '2026-03-11T14:19:00' } },
  ]);
  expect(read(potassium.replace(/<ServProvId>.*<\/ServProvId>/, '')).originals).toMatchObject([
    { id: '0b6c1a52-1f0e-4f5b-9a61-6d6a5d2f1001' },
  ]);
});

test('requester and copy receivers are the ones who may answer', () => {
  expect(read(biochemistry).originals[0]?.addressees.map(({ as, party }) => [as, party.name])).toEqual([
    ['main', 'Lysning legesenter'],
    ['copy', 'Granlia sykehjem'],
  ]);
});

test('the receipt of a broken message says in Norwegian exactly what was wrong', () => {
  const reading = read(bytesOf('broken-schema-1.4.xml'));
  const [original] = reading.originals;
  const [as] = original?.addressees ?? [];
  if (!original || !as) throw new Error('nobody to answer');
  const receipt = must(
    answer({
      original,
      as,
      verdict: verdictOf(reading),
      id: 'r' as AppRecId,
      now: '2026-06-03T10:00:00.000Z' as Moment,
      software: { name: 'Dagsverk', version: '0' },
    }),
  );
  expect(writeAppRec(receipt)).toContain(
    'OT="Verdien har feil form: Message/ServReport/Patient/DateOfBirth@V (linje 20)"',
  );
});

test('how many results there are counts those below others', () => {
  expect(countItems(contentOf(bytesOf('urine-culture-1.4.xml')))).toBe(5);
  expect(countItems(contentOf(bytesOf('cancelled-report-1.3.xml')))).toBe(0);
});

test('whatever happens to a message on the way, reading it answers and never throws', () => {
  const whole = samples.map(bytesOf);
  fc.assert(
    fc.property(
      fc.nat(whole.length - 1),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
      (which, kept, flips) => {
        const sample = whole[which] ?? Buffer.from('');
        const bytes = Uint8Array.from(sample.subarray(0, Math.ceil(sample.length * kept)));
        for (const [place, value] of flips) if (bytes.length > 0) bytes[place % bytes.length] = value;
        expect(['accepted', 'rejected']).toContain(read(bytes).outcome);
        expect(['accepted', 'rejected']).toContain(read(bytes, productionSetting).outcome);
      },
    ),
    { numRuns: 400 },
  );
});
