import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validOn } from '#kernel/validity';
import { at, day } from './appointment.sample.ts';
import { appointmentTypes } from './appointment-type.table.ts';
import { clinicalWords } from './clinical-word.table.ts';
import { findingsIn, neutralText } from './neutral-text.ts';
import { dayInWords, type ReminderKind, reminder } from './reminder.ts';

const words = validOn(clinicalWords, day('2026-05-04'))?.value ?? [];
const kinds: readonly ReminderKind[] = ['booked', 'reminder', 'moved', 'cancelled', 'offer'];
const facts = {
  clinic: 'Solbakken legekontor',
  place: 'Storgata 1, 2. etasje',
  phone: '22 33 44 55',
  at: at('2026-05-05', '10:20'),
};

test('what a clinic is tempted to send is stopped with the word that tells', () => {
  const stopped = [
    ['Husk å møte fastende i morgen.', 'fastende'],
    ['Time til blodprøven din tirsdag', 'blodprøven'],
    ['Svar på brystkreftkontroll', 'brystkreftkontroll'],
    ['Du er innkalt til celleprøve', 'celleprøve'],
    ['INR tirsdag kl. 9', 'INR'],
    ['Vaksinen er kommet', 'Vaksinen'],
    ['Svangerskapskontroll mandag', 'Svangerskapskontroll'],
    ['Bestill time til P-stav', 'P-stav'],
    ['Your results are ready', 'results'],
    ['Time for your pregnancy check', 'pregnancy'],
    ['HIV-test fredag', 'HIV-test'],
  ];
  for (const [text, word] of stopped) {
    expect(findingsIn(text as string, words)[0], text).toMatchObject({ kind: 'clinical word', word });
  }
});

test('ordinary sentences about time and place pass', () => {
  const passes = [
    'Du har time tirsdag 5. mai kl. 10:20 hos Solbakken legekontor. Svar JA eller NEI.',
    'Vi har funnet en ny time til deg. Ring oss i resepsjonen.',
    'Timen er i Volda, Langstranda 4. Parkering i Kolsåsveien.',
    'Please come ten minutes early and bring identification.',
  ];
  for (const text of passes) expect(findingsIn(text, words), text).toEqual([]);
});

test('a national number, a link and an e-mail address are stopped', () => {
  expect(findingsIn('Gjelder 010150 12345', words)[0]).toMatchObject({ kind: 'national number' });
  expect(findingsIn('Gjelder 01015012345.', words)[0]).toMatchObject({ kind: 'national number' });
  expect(findingsIn('Se https://example.org/x', words)[0]).toMatchObject({ kind: 'web address' });
  expect(findingsIn('Skriv til post@example.org', words)[0]).toMatchObject({ kind: 'e-mail address' });
  expect(findingsIn('Ring 22 33 44 55 eller 116117', words)).toEqual([]);
});

test('the clinic’s own name may hold any word', () => {
  const text = 'Time hos Medisinsk senter tirsdag';
  expect(neutralText(text, words)).toMatchObject({ why: 'clinical word', facts: { word: 'Medisinsk', at: 9 } });
  expect(neutralText(text, words, ['Medisinsk senter'])).toEqual({ ok: true, value: text });
  expect(neutralText(`${text} om medisinen`, words, ['Medisinsk senter', '']).ok).toBe(false);
});

test('letters written with a loose accent are read as the same word', () => {
  expect(neutralText('blodprøve og gonore\u0301', words).ok).toBe(false);
  expect(findingsIn('gonore\u0301', words)).toHaveLength(1);
});

test('findings come in the order they stand, with the place in the text', () => {
  const found = findingsIn('Vaksine og EKG, 01015012345', words);
  expect(found.map((one) => [one.kind, one.at])).toEqual([
    ['clinical word', 0],
    ['clinical word', 11],
    ['national number', 16],
  ]);
});

test('an empty message is refused', () => {
  expect(neutralText('  ', words)).toMatchObject({ why: 'empty' });
});

test('every message the clinic itself writes is neutral, in both languages and on every day of a year', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 365 }),
      fc.constantFrom(...kinds),
      fc.constantFrom('nb', 'en'),
      (days, kind, language) => {
        const moment = at(new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10), '10:20');
        const text = reminder(kind, { ...facts, at: moment }, language);
        expect(neutralText(text, words, [facts.clinic, facts.place])).toEqual({ ok: true, value: text });
        expect(text).toContain('10:20');
        expect(text.length).toBeLessThanOrEqual(160);
      },
    ),
  );
});

test('the message says weekday, day and month as people say them', () => {
  expect(dayInWords('nb', day('2026-05-05'))).toBe('tirsdag 5. mai');
  expect(dayInWords('en', day('2026-05-05'))).toBe('Tuesday 5 May');
  expect(reminder('booked', facts, 'nb')).toBe(
    'Du har time tirsdag 5. mai kl. 10:20 hos Solbakken legekontor, Storgata 1, 2. etasje. Passer det ikke, ring 22 33 44 55 senest dagen før.',
  );
  expect(reminder('cancelled', { ...facts, place: '' }, 'en')).toContain('at Solbakken legekontor is cancelled');
});

test('the name of nearly every kind of visit would be stopped, so it is never part of a message', () => {
  const names = (validOn(appointmentTypes, day('2026-05-04'))?.value ?? []).map((type) => type.name.nb);
  const stopped = names.filter((name) => findingsIn(name, words).length > 0);
  expect(stopped).toEqual(
    expect.arrayContaining(['Blodprøve', 'EKG', 'Vaksine', 'INR-kontroll', 'Spirometri', 'Sårskift']),
  );
  for (const kind of kinds) for (const name of names) expect(reminder(kind, facts, 'nb')).not.toContain(name);
});
