import { expect, test } from 'vitest';
import type { Facts } from '#kernel/result';
import { must } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import { currentDelegation } from './current-delegation.ts';
import { dayInWords, daySaid } from './day-in-words.ts';
import { withdraw } from './delegation.ts';
import { mayTexts, whyNot } from './may.texts.ts';
import type { MayWhy } from './may.ts';
import { staffTexts } from './staff.texts.ts';
import { berge, delegated, doctors, eva, noon, now } from './test-people.ts';

const cryo = 'treatment.cryotherapy';
const wish = { person: eva.id, duty: cryo, act: 'perform' } as const;

test('a day is said as one says it, with the year when it is another than this', () => {
  expect(dayInWords('nb', '2026-05-03', '2026-05-04')).toBe('3. mai');
  expect(dayInWords('nb', '2025-05-03', '2026-05-04')).toBe('3. mai 2025');
  expect(dayInWords('en', '2026-05-03', '2026-05-04')).toBe('3 May');
  expect(dayInWords('en', '2026-05-03')).toBe('3 May 2026');
  expect(daySaid('nb', { until: null }, 'until')).toBeUndefined();
  expect(daySaid('nb', { until: '2026-12-24' }, 'until')).toBe('24. desember 2026');
});

test('a delegation that ran out says when, and whom to ask', () => {
  const held = delegated(berge, eva, cryo, { until: '2026-05-10' as IsoDate });
  const no = currentDelegation([held], wish, doctors, noon('2026-05-20'));
  if (no.ok) throw new Error('it has run out');
  expect(whyNot('nb', no.why, no.facts)).toBe('Delegeringen gikk ut 10. mai. Spør dr. Berge om ny.');
  expect(whyNot('en', no.why, no.facts)).toBe('The delegation ended 10 May. Ask Dr Berge for a new one.');
});

test('a delegation that was withdrawn says when, and whom to ask', () => {
  const no = currentDelegation([must(withdraw(delegated(berge, eva, cryo), berge, now))], wish, doctors, now);
  if (no.ok) throw new Error('it is withdrawn');
  expect(whyNot('nb', no.why, no.facts)).toBe('Delegeringen ble trukket tilbake 4. mai. Spør dr. Berge.');
});

test('an ended authorisation and an ended access say when', () => {
  expect(
    whyNot('nb', 'authorisation expired', { role: 'helsesekretaer', until: '2026-05-03', today: '2026-05-04' }),
  ).toBe('Autorisasjonen som helsesekretær gikk ut 3. mai. Be lederen slå den opp i HPR.');
  expect(whyNot('nb', 'access ended', { until: '2026-05-03', today: '2026-05-04' })).toContain('gikk ut 3. mai');
  expect(whyNot('nb', 'not employed', { until: '2025-12-31', today: '2026-05-04' })).toContain('31. desember 2025');
});

test('how near the supervisor must be is said in words', () => {
  expect(whyNot('nb', 'supervisor needed', { closeness: 'beside' })).toBe(
    'Du trenger en veileder ved siden av deg. Velg hvem som er med deg.',
  );
  expect(whyNot('en', 'supervisor needed', { closeness: 'in the house' })).toContain('in the house');
});

const whys = Object.keys(mayTexts.nb.refusals) as MayWhy[];
const full: Facts = {
  doctor: 'Berge',
  until: '2026-05-03',
  from: '2026-06-01',
  on: '2026-05-02',
  today: '2026-05-04',
  role: 'helsesekretaer',
  need: 'order',
  atMost: 3,
  closeness: 'near',
  supervisor: 'Ida Moe',
};

test('every refusal is two short sentences at most: what is wrong, and what to do now', () => {
  for (const why of whys) {
    for (const language of ['nb', 'en'] as const) {
      const said = whyNot(language, why, full);
      expect(said, why).toMatch(/\.$/);
      expect(said.length, said).toBeLessThan(135);
      expect(said).not.toMatch(/undefined|null|\d{4}-\d{2}/);
    }
  }
});

test('a refusal makes sense also when a fact is missing', () => {
  for (const why of whys) {
    for (const language of ['nb', 'en'] as const) {
      const said = whyNot(language, why);
      expect(said, why).not.toMatch(/undefined|null| {2}| \./);
    }
  }
});

test('the other refusals of the staff have a sentence in both languages', () => {
  const nb = staffTexts.nb.refusals;
  const en = staffTexts.en.refusals;
  expect(Object.keys(nb)).toEqual(Object.keys(en));
  for (const both of [nb, en]) {
    for (const sentence of Object.values(both)) {
      const said =
        typeof sentence === 'string' ? sentence : sentence({ ...full, longest: '2026-12-31', needed: 5, observed: 2 });
      expect(said).toMatch(/^[A-ZÅ].*\.$/);
    }
  }
  expect(nb['too few observed']({ needed: 5, observed: 2 })).toContain('5 observerte ganger. Det er notert 2.');
  expect(nb['longer than the clinic allows']({})).toContain('tidligere');
  expect(en['delegation expired']({ until: '2026-05-03', today: '2026-05-04' })).toContain('ended 3 May.');
});
