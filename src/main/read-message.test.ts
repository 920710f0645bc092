import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { practiceSetting, productionSetting } from '#exchange';
import { type FileLine, readMessageBytes, readMessageFile, readMessageFiles } from './read-message.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const results = (name: string) => at(`../rooms/laboratory/results/samples/${name}.xml`);
const dialogue = at('../commons/exchange/samples/dialogue-1.1.xml');
const receipt = at('../commons/exchange/samples/receipt-rejected-1.0.xml');
const list = at('../commons/patients/samples/patient-list.xml');
const bytes = (text: string) => new TextEncoder().encode(text);
const lineOf = (text: string | Uint8Array, setting = practiceSetting): FileLine =>
  readMessageBytes('file', typeof text === 'string' ? bytes(text) : text, 'en', setting);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'letters-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const written = (name: string, content: string | Uint8Array) => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};
const printed = (files: readonly string[], options = {}) => {
  const lines: string[] = [];
  const code = readMessageFiles(files, (line) => lines.push(line), options);
  return { code, lines: lines.map((line) => JSON.parse(line) as FileLine) };
};

test('a good answer is one line with patient, sender, results and the receipt that would be given', () => {
  const { code, lines } = printed([results('critical-potassium-1.3')]);
  expect(code).toBe(0);
  expect(lines).toEqual([
    {
      file: results('critical-potassium-1.3'),
      outcome: 'accepted',
      type: 'svarrapport',
      version: '1.3',
      apprec: { status: '1', errors: [] },
      patient: { number: '12835831289', name: 'Fjellrev, Lykke' },
      sender: { name: 'Fjordby sykehus HF', ids: ['HER 8990010', 'ENH 311004506', 'HER 8990011'] },
      results: 3,
      warnings: [],
    },
  ]);
});

test('a broken answer is rejected, told why, and shown all the same', () => {
  const [line] = printed([results('broken-schema-1.4')]).lines;
  expect(line).toMatchObject({
    outcome: 'rejected',
    apprec: { status: '2', errors: ['T02'] },
    patient: { name: 'Bregne, Toralf' },
    results: 1,
  });
  expect(line?.warnings).toContain('Element not expected here: Message/ServReport/Patient/Adress (line 24)');
});

test('each file has its line, in order, whatever it is', () => {
  const files = [
    join(folder, 'not-there.xml'),
    folder,
    written('empty.xml', ''),
    written(
      'noise.bin',
      Uint8Array.from({ length: 2000 }, (_, place) => (place * 7919) % 256),
    ),
    written('words.txt', 'Hei, dette er ikke en melding'),
    written('page.html', '<html><body/></html>'),
    results('biochemistry-new-1.4'),
  ];
  const { code, lines } = printed(files);
  expect(code).toBe(1);
  expect(lines.map(({ file }) => file)).toEqual(files);
  expect(lines.map(({ outcome }) => outcome)).toEqual([...Array<string>(6).fill('rejected'), 'accepted']);
  expect(lines.map(({ apprec }) => apprec?.errors ?? null)).toEqual([
    null,
    null,
    ['T01'],
    ['T01'],
    ['T01'],
    ['T10'],
    [],
  ]);
  for (const line of lines.slice(0, 6)) expect(line.warnings.length).toBeGreaterThan(0);
});

test('a file of fifty million bytes has its line too', () => {
  const answer = readFileSync(results('biochemistry-new-1.4'), 'utf8');
  const item = answer.slice(answer.indexOf('<ResultItem>'), answer.indexOf('</ResultItem>') + 13);
  const many = answer.replace('</Patient>', `${item.repeat(Math.ceil(50_000_000 / item.length))}</Patient>`);
  expect(readMessageFile(written('large.xml', many))).toMatchObject({
    outcome: 'rejected',
    type: 'svarrapport',
    apprec: { errors: ['T99'] },
    patient: { number: '04917920465' },
  });
}, 60_000);

test('without files there is nothing wrong', () => {
  expect(printed([])).toEqual({ code: 0, lines: [] });
});

test('a receipt is taken in, and there is no answer to it', () => {
  expect(readMessageFile(receipt)).toMatchObject({
    outcome: 'accepted',
    type: 'APPREC',
    version: '1.0',
    apprec: null,
    sender: { name: 'Fjordby sykehus HF' },
    results: 0,
  });
  const broken = lineOf(readFileSync(receipt, 'utf8').replace('<Status V="2" DN="Avvist"/>', ''));
  expect(broken).toMatchObject({
    outcome: 'rejected',
    type: 'APPREC',
    apprec: null,
    warnings: expect.arrayContaining(['Element missing: AppRec/Status (line 3)']),
  });
});

test('a list of patients is taken in', () => {
  expect(readMessageFile(list)).toMatchObject({
    outcome: 'accepted',
    type: 'pasientliste',
    version: '1.0',
    apprec: { status: '1', errors: [] },
    sender: { name: 'Fiktiv helserefusjon' },
  });
});

test('a message that is not read here is named, with its patient and sender', () => {
  expect(readMessageFile(dialogue)).toMatchObject({
    outcome: 'rejected',
    type: 'dialogmelding',
    version: '1.1',
    apprec: { status: '2', errors: ['T10'] },
    patient: { number: '12835831289', name: 'Fjellrev, Lykke' },
    sender: { name: 'Fjordby sykehus HF' },
    warnings: ['Messages of this kind are not read here: dialogmelding 1.1 (DIALOG_HELSEFAGLIG)', expect.anything()],
  });
});

test.each([
  ['epikrise', 'http://www.kith.no/xmlstds/epikrise/2012-02-15', '1.2'],
  ['henvisning', 'http://www.kith.no/xmlstds/henvisning/2012-02-15', '1.1'],
  ['rekvisisjon', 'http://www.kith.no/xmlstds/rekvisisjon/2012-02-15', '1.6'],
  ['rekvisisjon', 'http://www.kith.no/xmlstds/rekvisisjon/2031-01-01', null],
  ['svarrapport', 'http://www.kith.no/xmlstds/labsvar/2031-01-01', null],
  ['ebXML', 'http://schemas.xmlsoap.org/soap/envelope/', null],
])('a %s of %s is turned away by name', (type, namespace, version) => {
  expect(lineOf(`<Message xmlns="${namespace}"/>`)).toMatchObject({
    outcome: 'rejected',
    type,
    version,
    apprec: { errors: ['T10'] },
  });
});

test('a claim in a head is named, and a head that breaks its own standard is told so as well', () => {
  const claim = readFileSync(dialogue, 'utf8')
    .replace(
      /<Dialogmelding[\s\S]*<\/Dialogmelding>/,
      '<BehandlerKrav xmlns="http://www.kith.no/xmlstds/bkm/2006-12-20"/>',
    )
    .replace('DIALOG_HELSEFAGLIG', 'LOM');
  expect(lineOf(claim)).toMatchObject({ type: 'BKM', version: '1.8', apprec: { errors: ['T10'] } });
  expect(lineOf(claim.replace(/<Sender>[\s\S]*<\/Sender>/, ''))).toMatchObject({
    type: 'BKM',
    apprec: { errors: ['T02', 'T10'] },
    sender: null,
  });
});

test('a head of a type that nobody knows is turned away by that type', () => {
  const strange = readFileSync(dialogue, 'utf8')
    .replace(/<Dialogmelding[\s\S]*<\/Dialogmelding>/, '<Nytt xmlns="urn:nytt"/>')
    .replace('DIALOG_HELSEFAGLIG', 'NOE_NYTT');
  const line = lineOf(strange);
  expect(line).toMatchObject({ outcome: 'rejected', type: null, apprec: { errors: ['T10'] } });
  expect(line.warnings[0]).toBe('Messages of this kind are not read here: Nytt (NOE_NYTT)');
});

test('a hostile document type is not followed', () => {
  const laughs =
    '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><Message xmlns="http://www.kith.no/xmlstds/labsvar/2012-02-15">&c;</Message>';
  expect(lineOf(laughs)).toMatchObject({ outcome: 'rejected', type: 'svarrapport', apprec: { errors: ['T99'] } });
});

test('the words are Norwegian when asked for', () => {
  expect(printed([folder], { language: 'nb' }).lines[0]?.warnings).toEqual(['Dette er en mappe']);
});

test('production is stricter than practice about national numbers', () => {
  const wrong = readFileSync(results('critical-potassium-1.3'), 'utf8').replace('12835831289', '12835831288');
  expect(lineOf(wrong)).toMatchObject({
    outcome: 'accepted',
    warnings: ["The patient's national number has the wrong form or check digits"],
  });
  expect(lineOf(wrong, productionSetting)).toMatchObject({ outcome: 'rejected', apprec: { errors: ['E31'] } });
});

test('the same warning is given once', () => {
  const twice = readFileSync(results('several-reports-1.3'), 'utf8').replace(
    /<ServProvider>[\s\S]*?<\/ServProvider>/g,
    '<ServProvider><HCP><Inst/></HCP></ServProvider>',
  );
  expect(lineOf(twice).warnings).toEqual([
    'The message holds several reports: 2',
    'The sender has neither HER-id nor organisation number',
  ]);
});

test('whatever the bytes of a file are, there is a line that can be printed', () => {
  const whole = [results('biochemistry-new-1.4'), receipt, list, dialogue].map((file) => readFileSync(file));
  fc.assert(
    fc.property(
      fc.nat(whole.length - 1),
      fc.nat(9000),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 10 }),
      (which, kept, flips) => {
        const sample = Uint8Array.from((whole[which] ?? new Uint8Array()).subarray(0, kept));
        for (const [place, value] of flips) if (sample.length > 0) sample[place % sample.length] = value;
        const line = lineOf(sample);
        expect(line.apprec?.errors ?? []).not.toContain('X99');
        expect(JSON.parse(JSON.stringify(line))).toEqual(line);
      },
    ),
    { numRuns: 300 },
  );
});
