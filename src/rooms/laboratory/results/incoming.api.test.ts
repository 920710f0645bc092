import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { PatientId } from '#patients';
import { lettersIn, receiveMessage, seeLetter, setLetterAside } from '../../../commons/exchange/letter.api.ts';
import { loopsOnBoard } from '../../../commons/loops/loop.api.ts';
import { registerPatient } from '../../../commons/patients/patient.api.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { attachLetter, letterCandidates } from './incoming.api.ts';
import { answersWaiting, resultsOfPatient } from './review.api.ts';

const sample = (name: string): string => readFileSync(new URL(`./samples/${name}.xml`, import.meta.url), 'utf8');
let clinic: TestHouse;
let lykke: PatientId;

beforeAll(async () => {
  clinic = await testHouse();
  lykke = (
    await clinic.yes('kari', registerPatient, {
      familyName: 'Fjellrev',
      givenName: 'Lykke',
      birthDate: '1958-03-12',
      sex: 'female',
      number: '12835831289',
    })
  ).id;
});
const receive = async (xml: string | Uint8Array): Promise<string> => {
  const bytes = Buffer.from(xml as string).toString('base64');
  const { letter } = await clinic.yes('eva', receiveMessage, { bytes });
  await clinic.house.settle();
  return letter;
};
const letterOf = async (id: string) => {
  const { open, done } = await clinic.yes('eva', lettersIn, {});
  return [...open, ...done].find((one) => one.id === id);
};
const receiptsOf = async (id: string): Promise<string[]> =>
  (await clinic.rows('select bytes from outgoing_letter where answers = $1', [id])).map(({ bytes }) =>
    (bytes as Buffer).toString('utf8'),
  );

test('an answer that fits by number and name is filed, flagged by the laboratory’s own interval, and answered', async () => {
  const id = await receive(sample('critical-potassium-1.3'));
  expect(await letterOf(id)).toMatchObject({ standing: 'filed', patient: lykke, receipt: { status: '1' } });
  const { results } = await clinic.yes('eva', resultsOfPatient, { patient: lykke });
  const potassium = results.find(({ analyte }) => analyte === 'potassium');
  expect(potassium).toMatchObject({
    name: 'P-Kalium',
    valueNumber: 6.8,
    limitsText: '3,5 - 5,0',
    flag: 'high',
    isCritical: true,
    madeBy: 'outside laboratory',
    sampledAt: '2026-03-11T08:35:00.000Z',
  });
  const [receipt = ''] = await receiptsOf(id);
  expect(receipt).toContain('<Status V="1"');
  // In version 1.3 the receipt names the report, not the message.
  expect(receipt).toContain('FS-2026-104417');
  const board = await clinic.yes('kari', loopsOnBoard, { patient: lykke });
  expect(board.find(({ loop }) => loop.subject.thing === 'critical value')?.what).toContain('6,8 ↑↑');
});

test('the same letter twice is filed once and answered twice', async () => {
  const before = (await clinic.yes('eva', resultsOfPatient, { patient: lykke })).results.length;
  const id = await receive(sample('critical-potassium-1.3'));
  expect(await letterOf(id)).toMatchObject({ standing: 'repeated' });
  expect(await receiptsOf(id)).toHaveLength(1);
  expect((await clinic.yes('eva', resultsOfPatient, { patient: lykke })).results).toHaveLength(before);
});

test('a number that was used before for something else waits for a person, whose word files it', async () => {
  const id = await receive(sample('critical-potassium-1.3').replace('V="139"', 'V="128"'));
  expect(await letterOf(id)).toMatchObject({ standing: 'waits', waitsFor: 'number used before' });
  await clinic.yes('eva', attachLetter, { letter: id as never, patient: lykke, reason: 'Bekreftet av laboratoriet' });
  const { results } = await clinic.yes('eva', resultsOfPatient, { patient: lykke });
  const sodium = results
    .filter(({ analyte }) => analyte === 'sodium')
    .map(({ valueNumber, state }) => [valueNumber, state]);
  expect(sodium).toEqual(
    expect.arrayContaining([
      [139, 'replaced'],
      [128, 'stands'],
    ]),
  );
});

test('an answer whose name does not fit the number waits for a person, who says whose it is and why', async () => {
  const xml = sample('critical-potassium-1.3')
    .replace('Fjellrev, Lykke', 'Haugen, Berit')
    .replace('0b6c1a52-1f0e-4f5b-9a61-6d6a5d2f1001', crypto.randomUUID())
    .replaceAll('FS-2026-104417', 'FS-2026-7');
  const id = await receive(xml);
  expect(await letterOf(id)).toMatchObject({
    standing: 'waits',
    waitsFor: 'name does not fit the number',
    candidates: [lykke],
    receipt: { status: '1' },
  });
  expect(await clinic.yes('eva', letterCandidates, { patients: [lykke] })).toMatchObject([{ familyName: 'Fjellrev' }]);
  const letter = id as never;
  await clinic.yes('eva', attachLetter, { letter, patient: lykke, reason: 'Nytt etternavn, ringt laboratoriet' });
  expect(await letterOf(id)).toMatchObject({
    standing: 'filed',
    patient: lykke,
    closedWords: expect.stringContaining('Nytt'),
  });
  expect(await clinic.answer('eva', attachLetter, { letter, patient: lykke, reason: 'en gang til' })).toMatchObject({
    why: 'settled already',
  });
});

test('an unknown number waits, with those of the same name to choose among', async () => {
  const id = await receive(sample('unmatched-patient-1.4'));
  expect(await letterOf(id)).toMatchObject({ standing: 'waits', waitsFor: 'number not known here' });
  const placing = (await clinic.yes('kari', loopsOnBoard, {})).filter(({ loop }) => loop.subject.id === id);
  expect(placing).toHaveLength(1);
  await clinic.yes('eva', setLetterAside, {
    letter: id as never,
    reason: 'Ikke vår pasient, sagt fra til laboratoriet',
  });
  expect(await letterOf(id)).toMatchObject({ standing: 'seen to' });
  expect((await clinic.yes('kari', loopsOnBoard, {})).filter(({ loop }) => loop.subject.id === id)).toEqual([]);
});

test.each([
  ['broken-schema-1.4', 'T02'],
  ['not-well-formed-1.3', 'T01'],
  ['without-patient-number-1.4', 'E30'],
])('%s is kept, shown as far as it can be read, and turned away with %s', async (name, code) => {
  const id = await receive(sample(name));
  const letter = await letterOf(id);
  expect(letter).toMatchObject({ standing: 'broken', receipt: { status: '2' } });
  expect(letter?.faults.map((one) => one.code)).toContain(code);
  expect(letter?.shown?.lines.length).toBeGreaterThan(0);
  const [receipt = ''] = await receiptsOf(id);
  expect(receipt).toContain(`V="${code}"`);
  const seen = await clinic.yes('eva', seeLetter, { letter: id as never });
  expect(seen.text).toBe(sample(name));
});

test('bytes that are no letter at all are kept as they came', async () => {
  const bytes = Uint8Array.from([0, 1, 2, 255, 0]);
  const id = await receive(bytes);
  expect(await letterOf(id)).toMatchObject({ standing: 'broken', kind: null });
  const [row] = await clinic.rows('select bytes from incoming_letter where id = $1', [id]);
  expect(Buffer.from(row?.bytes as Buffer)).toEqual(Buffer.from(bytes));
});

test('a changed answer stands in the place of the first, which rests, and a doctor sees the new one', async () => {
  const number = /<OffId>(\d+)<\/OffId>/.exec(sample('biochemistry-new-1.4'))?.[1] ?? '';
  const name = /<Name>([^<]+)<\/Name>\s*<OffId>/.exec(sample('biochemistry-new-1.4'))?.[1] ?? '';
  const [familyName = '', givenName = ''] = name.split(',').map((part) => part.trim());
  const known = (await clinic.yes('eva', lettersIn, {})).done.length;
  const patient =
    number === '12835831289'
      ? lykke
      : (await clinic.yes('kari', registerPatient, { familyName, givenName, birthDate: null, number } as never)).id;
  await receive(sample('biochemistry-new-1.4'));
  const first = (await clinic.yes('eva', answersWaiting, { mine: false })).filter(
    (line) => line.review.patient === patient,
  );
  await receive(sample('biochemistry-changed-1.4'));
  const after = (await clinic.yes('eva', answersWaiting, { mine: false })).filter(
    (line) => line.review.patient === patient,
  );
  expect((await clinic.yes('eva', lettersIn, {})).done.length).toBe(known + 2);
  expect(after.length).toBe(first.length);
  expect(after.some(({ review }) => review.corrects !== undefined)).toBe(true);
  const { results } = await clinic.yes('eva', resultsOfPatient, { patient });
  expect(results.some(({ state }) => state === 'replaced')).toBe(true);
});

test('IT may not see letters about patients', async () => {
  expect(await clinic.outcome('drift', lettersIn, {})).toMatchObject({ kind: 'not allowed' });
});
