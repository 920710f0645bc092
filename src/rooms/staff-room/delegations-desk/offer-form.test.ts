import { expect, test } from 'vitest';
import type { IsoDate } from '#kernel/time';
import { delegableDuties, offerForm, offerOf } from './offer-form.ts';

const typed = {
  delegate: '01a20518-4308-7999-94f4-a75702658545',
  duty: 'treatment.cryotherapy',
  task: 'Fryse vorter',
  patients: 'voksne',
  stopRules: ' pigmentert \n\n i ansiktet\n',
  from: '2026-11-23',
};

test('each line is a stop rule of its own', () => {
  expect(offerOf(offerForm.parse(typed)).stopRules).toEqual(['pigmentert', 'i ansiktet']);
});

test('an end and a number of times are sent where they are typed', () => {
  expect(offerOf(offerForm.parse(typed))).not.toHaveProperty('until');
  const limited = offerForm.parse({ ...typed, atMost: 5, until: '2026-12-24' });
  expect(offerOf(limited)).toMatchObject({ atMost: 5, until: '2026-12-24' as IsoDate, act: 'perform' });
});

test('without limits nothing is sent', () => {
  expect(offerForm.safeParse({ ...typed, stopRules: ' ' }).success).toBe(false);
  expect(offerForm.safeParse({ ...typed, patients: '' }).success).toBe(false);
});

test('only what can be delegated is offered for delegation', () => {
  expect(delegableDuties.map(({ id }) => id)).toEqual([
    'treatment.cryotherapy',
    'treatment.eye-and-ear',
    'general.delegated-tasks',
  ]);
});
