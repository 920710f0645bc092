/** Words that must not stand in a text message to a patient's telephone, because they tell what the visit is about. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

/** `start`: the word begins so (`blodprøven`); `anywhere`: also inside compounds (`brystkreft`); `whole`: only that word. */
export type ClinicalWord = { readonly form: string; readonly match: 'start' | 'anywhere' | 'whole' };

const start = (...forms: string[]): ClinicalWord[] => forms.map((form) => ({ form, match: 'start' }));
const anywhere = (...forms: string[]): ClinicalWord[] => forms.map((form) => ({ form, match: 'anywhere' }));
const whole = (...forms: string[]): ClinicalWord[] => forms.map((form) => ({ form, match: 'whole' }));

const tests = [
  ...anywhere('prøvesvar', 'blodprøv', 'urinprøv', 'celleprøv', 'avføring', 'røntgen', 'ultralyd', 'spirometri'),
  ...anywhere('audiometri', 'mammografi', 'gastroskopi', 'koloskopi', 'allergitest', 'graviditet'),
  ...start('prøve', 'fastende', 'laborator', 'resultat', 'hørselsprøv', 'screening'),
  ...start('sample', 'specimen', 'result', 'x-ray', 'ultrasound', 'fasting', 'finding'),
  ...whole(
    'svaret',
    'funn',
    'funnene',
    'ekg',
    'ecg',
    'inr',
    'crp',
    'hba1c',
    'psa',
    'tsh',
    'blood',
    'urine',
    'stool',
    'smear',
    'test',
    'tests',
  ),
];
const treatments = [
  ...anywhere('vaksin', 'vaccin', 'injeksjon', 'sårskift', 'operasjon', 'kirurgi', 'behandling', 'prevensjon'),
  ...anywhere('medisin', 'legemid', 'sykemeld', 'sykmeld', 'henvis'),
  ...start('sprøyte', 'bandasje', 'spiral', 'p-stav', 'p-pille', 'antibiotik', 'insulin', 'marevan', 'resept'),
  ...start(
    'injection',
    'medicine',
    'medication',
    'treatment',
    'surgery',
    'prescription',
    'referral',
    'suture',
    'wound',
  ),
  ...whole('iud', 'pill', 'sår', 'såret', 'sting', 'stingene'),
];
const illnesses = [
  ...anywhere('kreft', 'svulst', 'diabet', 'sukkersyk', 'hepatitt', 'klamydia', 'gonoré', 'syfilis', 'depresjon'),
  ...anywhere('sykdom', 'infeksjon', 'betennelse', 'overvekt', 'fedme', 'blodtrykk', 'kolesterol', 'lungesyk'),
  ...start('angst', 'psykis', 'psykia', 'psykolog', 'abort', 'svanger', 'gravid', 'demens', 'epilep', 'astma'),
  ...start(
    'diagnos',
    'symptom',
    'smerte',
    'utslett',
    'rusmid',
    'rusprob',
    'alkohol',
    'selvmord',
    'overgrep',
    'migrene',
  ),
  ...start(
    'cancer',
    'tumour',
    'tumor',
    'hepatitis',
    'chlamydia',
    'depress',
    'anxiety',
    'pregnan',
    'abortion',
    'asthma',
  ),
  ...start('infection', 'disease', 'illness', 'dementia', 'epilepsy', 'suicid', 'abuse', 'psychiat', 'psycholog'),
  ...whole('hiv', 'aids', 'adhd', 'kols', 'copd', 'mrsa', 'tbc', 'rus', 'vold', 'vorte', 'vorter', 'pain', 'painful'),
];

export const clinicalWords: readonly Dated<readonly ClinicalWord[]>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Clinic procedure 2026: a text message tells time, place and the name of the clinic only (hpl § 21).',
    value: [...tests, ...treatments, ...illnesses],
  },
];
