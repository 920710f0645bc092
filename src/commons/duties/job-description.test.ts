import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import type { Adaptation, AdaptationId } from './adaptation.ts';
import { dutyOf } from './catalogue.ts';
import { whereDone } from './feature.ts';
import { type JobDescriptionWish, jobDescription, needsInWords, whoMayInWords } from './job-description.ts';

const local: Adaptation = {
  id: 'a1' as AdaptationId,
  duty: 'treatment.cryotherapy',
  on: false,
  text: 'Henvises til Vestbyen.',
  owner: 'eva' as PersonId,
  deputy: 'ida' as PersonId,
  decidedBy: 'berge' as PersonId,
  decidedAt: '2026-11-20T08:00:00.000Z' as Moment,
  from: '2026-11-20' as IsoDate,
};
const names: Record<string, string> = { eva: 'Eva Lie', ida: 'Ida Moe', berge: 'Kari Berge' };
const wish: JobDescriptionWish = {
  clinic: 'Fjordgata legekontor',
  on: '2026-11-23' as IsoDate,
  language: 'nb',
  adaptations: [local],
  nameOf: (person) => names[person] ?? '',
};

test('the printed description has the four parts of the job description and every line', () => {
  const printed = jobDescription(wish);
  expect(printed.parts.map((part) => part.title)).toEqual([
    'Resepsjonsarbeid',
    'Laboratoriearbeid',
    'Skiftestuearbeid',
    'Generelt',
  ]);
  expect(printed.parts.map((part) => part.lines.length)).toEqual([17, 9, 17, 11]);
  expect(printed).toMatchObject({ clinic: 'Fjordgata legekontor', on: '2026-11-23', language: 'nb', adapted: 1 });
  expect(printed.title).toBe('Stillingsbeskrivelse for helsesekretær');
});

test('a line switched off is still printed, with who decided and from when', () => {
  const line = jobDescription(wish).parts[2]?.lines.find((one) => one.id === 'treatment.cryotherapy');
  expect(line).toMatchObject({
    on: false,
    number: 9,
    localText: 'Henvises til Vestbyen.',
    owner: 'Eva Lie',
    deputy: 'Ida Moe',
    decided: { by: 'Kari Berge', from: '2026-11-20' },
  });
});

test('a line without a local decision names nobody', () => {
  const line = jobDescription(wish).parts[0]?.lines[0];
  expect(line).toMatchObject({ id: 'reception.it', on: true, name: 'IT', rhythm: 'hver dag' });
  expect(line).not.toHaveProperty('decided');
  expect(line?.laws[0]).toBe('pasientjournalforskriften § 12');
});

test('the same description reads in English', () => {
  const printed = jobDescription({ ...wish, language: 'en' });
  expect(printed.parts[1]?.title).toBe('Laboratory');
  expect(printed.parts[1]?.lines[0]?.name).toBe('Blood sampling');
});

test('who may is told role by role, in words', () => {
  expect(whoMayInWords(dutyOf('treatment.cryotherapy'), 'nb')).toEqual([
    { role: 'doctor', roleName: 'Lege', standing: 'by profession', words: 'på egen autorisasjon' },
    { role: 'nurse', roleName: 'Sykepleier', standing: 'by delegation', words: 'bare etter egen delegering fra lege' },
    {
      role: 'helsesekretaer',
      roleName: 'Helsesekretær',
      standing: 'by delegation',
      words: 'bare etter egen delegering fra lege',
    },
    { role: 'pupil', roleName: 'Elev', standing: 'watches', words: 'ser på' },
  ]);
});

test('what the duty asks of the situation is told in words', () => {
  expect(needsInWords(dutyOf('treatment.spirometry'), 'nb')).toEqual([
    'bestilling fra lege',
    'godkjent kompetanse på nivå 4 for å gjøre det alene',
    'opplæring på utstyret',
  ]);
  expect(needsInWords(dutyOf('treatment.minor-surgery'), 'en')).toContain('a doctor present');
  expect(needsInWords(dutyOf('reception.forms'), 'en')).toEqual(['the doctor approves']);
  expect(needsInWords(dutyOf('reception.post'), 'nb')).toEqual([]);
});

test('a duty without a screen says so plainly', () => {
  expect(whereDone('treatment.ecg', { 'treatment.ecg': '/skiftestue/ekg' })).toEqual({
    where: 'screen',
    route: '/skiftestue/ekg',
  });
  expect(whereDone('treatment.ecg', {})).toEqual({ where: 'no screen yet' });
  const printed = jobDescription({ ...wish, screens: { 'reception.it': '/resepsjon/beredskap' } });
  expect(printed.parts[0]?.lines.map((line) => line.screen).filter(Boolean)).toHaveLength(1);
});
