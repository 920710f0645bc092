import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import type { Adaptation, AdaptationId } from './adaptation.ts';
import { jobDescription } from './job-description.ts';
import { sheetOf } from './job-description-sheet.ts';

const decided = { decidedBy: 'lie' as PersonId, decidedAt: '2026-11-20T08:00:00.000Z' as Moment };
const off: Adaptation = {
  id: 'a1' as AdaptationId,
  duty: 'treatment.cryotherapy',
  on: false,
  text: 'Henvises',
  from: '2026-11-20' as IsoDate,
  ...decided,
};
const owned: Adaptation = {
  id: 'a2' as AdaptationId,
  duty: 'reception.telephone',
  on: true,
  owner: 'kari' as PersonId,
  deputy: 'eva' as PersonId,
  from: '2026-11-20' as IsoDate,
  ...decided,
};
const names: Record<string, string> = { lie: 'Ingrid Lie', kari: 'Kari Solli', eva: 'Eva Nes' };
const sheet = (language: 'nb' | 'en', adaptations: readonly Adaptation[] = [off, owned]) =>
  sheetOf(
    jobDescription({
      clinic: 'Fjordgløtt legesenter',
      on: '2026-11-23' as IsoDate,
      language,
      adaptations,
      nameOf: (person) => names[person] ?? '',
    }),
  );
const lineOf = (name: string) =>
  sheet('nb')
    .parts.flatMap(({ lines }) => lines)
    .find((line) => line.name === name);

test('dates stand as one writes them', () => {
  expect(sheet('nb').valid).toBe('Slik den gjelder 23. november 2026');
  expect(sheet('en').valid).toBe('As it holds on 23 November 2026');
});

test('how much is adapted is said in words', () => {
  expect(sheet('nb').adapted).toBe('2 linjer er tilpasset dette legekontoret.');
  expect(sheet('nb', [off]).adapted).toBe('Én linje er tilpasset dette legekontoret.');
  expect(sheet('en', []).adapted).toBe('No line has been adapted yet; the description holds as it is.');
});

test('a line that is off is marked, with who decided', () => {
  expect(lineOf('Frysebehandling av vorter')).toMatchObject({
    isOn: false,
    chip: 'gjøres ikke her',
    local: 'Henvises – bestemt av Ingrid Lie, gjelder fra 20. november 2026',
  });
});

test('an adapted line is marked, and names who answers for it', () => {
  const line = lineOf('Telefonhenvendelser');
  expect(line?.chip).toBe('tilpasset');
  expect(line?.notes.at(-1)).toEqual({ label: 'Ansvarlig', words: 'Kari Solli, stedfortreder Eva Nes' });
});

test('roles that stand alike are named together, each law once with all its paragraphs', () => {
  const line = lineOf('Sette injeksjoner');
  expect(line?.who.map(({ roles }) => roles)).toEqual(['Lege', 'Sykepleier, helsesekretær', 'Elev']);
  expect(line?.notes.find(({ label }) => label === 'Hjemmel')?.words).toMatch(
    /^Legemiddelhåndteringsforskriften §\u00a04, §\u00a07, §§\u00a09 og 10; helsepersonelloven §\u00a05;/,
  );
});
