/** Which code each analysis and each procedure of the clinic has, what the consultation already includes, and which consumables go with it. */

import type { Words } from '#kernel/texts';
import type { Dated } from '#kernel/validity';
import { table2025 } from '../tariffs/edition.table.ts';
import type { TakstCode } from '../tariffs/takst.table.ts';

export type Material = '10a' | '10b' | '10c' | '10d';

export type AnalysisRow = {
  readonly analyte: string;
  readonly name: Words;
  /** Nothing when the consultation includes it (note B1). */
  readonly code: TakstCode | null;
  /** When 701a may be charged for it: `alone` means outside a consultation only. */
  readonly sampleTaking: 'always' | 'alone' | 'never';
};

type AnalysisFacts = readonly [analyte: string, nb: string, en: string, code: TakstCode | null];
const paid = ([analyte, nb, en, code]: AnalysisFacts): AnalysisRow => ({
  analyte,
  name: { nb, en },
  code,
  sampleTaking: code === null ? 'alone' : 'always',
});

/** Analyses at the office; chapter F, and note B1 for what a consultation includes. */
export const analyses: readonly Dated<readonly AnalysisRow[]>[] = [
  {
    from: table2025.from,
    source: `${table2025.source}: chapter F and note B1; 701a alone for Hb, ESR, white cells and urine sticks from 1 Jul 2026`,
    value: [
      ...(
        [
          ['haemoglobin', 'hemoglobin', 'haemoglobin', null],
          ['ESR', 'senkning (SR)', 'ESR', null],
          ['white cells', 'hvite blodlegemer', 'white cells', null],
          ['urine stick', 'urinstiks', 'urine stick', null],
          ['CRP', 'CRP', 'CRP', '705k'],
          ['cell count', 'celletelling', 'cell count', '706f'],
          ['glucose', 'glukose', 'glucose', '708a'],
          ['ALT', 'ALAT', 'ALT', '708b'],
          ['GGT', 'GT', 'GGT', '708b'],
          ['cholesterol', 'kolesterol', 'cholesterol', '708c'],
          ['creatinine', 'kreatinin', 'creatinine', '708d'],
          ['potassium', 'kalium', 'potassium', '708e'],
          ['HbA1c', 'HbA1c', 'HbA1c', '709'],
          ['INR', 'INR', 'INR', '710'],
          ['urine albumin/creatinine', 'U-AKR', 'urine ACR', '712'],
          ['strep A', 'streptokokktest', 'strep test', '706k'],
          ['mononucleosis', 'mononukleosetest', 'mononucleosis test', '706l'],
          ['pregnancy', 'graviditetstest', 'pregnancy test', '706h'],
          ['helicobacter', 'helicobactertest', 'helicobacter test', '711'],
          ['faecal blood', 'blod i avføring', 'faecal blood', '704j'],
          ['faecal blood, home cards', 'blod i avføring, hjemmeprøver', 'faecal blood, home cards', '705a'],
          ['faecal blood, immunological', 'blod i avføring, immunologisk', 'faecal blood, immunological', '706j'],
          ['chlamydia sampling', 'klamydiaprøve', 'chlamydia sampling', '705h'],
          ['herpes sampling', 'herpesprøve', 'herpes sampling', '705l'],
          ['scabies or fungus', 'skabb eller sopp', 'scabies or fungus', '705i'],
          ['wet mount', 'utstryk av utflod', 'wet mount', '704k'],
          ['blood smear', 'blodutstryk', 'blood smear', '705g'],
          ['stained preparation', 'farget preparat', 'stained preparation', '705j'],
        ] as const
      ).map(paid),
      { analyte: 'haematocrit', name: { nb: 'hematokrit', en: 'haematocrit' }, code: null, sampleTaking: 'never' },
      { analyte: 'red cells', name: { nb: 'røde blodlegemer', en: 'red cells' }, code: null, sampleTaking: 'never' },
      {
        analyte: 'urine microscopy',
        name: { nb: 'urinmikroskopi', en: 'urine microscopy' },
        code: null,
        sampleTaking: 'never',
      },
      { analyte: 'uricult', name: { nb: 'uricult', en: 'uricult' }, code: null, sampleTaking: 'never' },
      {
        analyte: 'covid-19',
        name: { nb: 'hurtigtest covid-19', en: 'covid-19 rapid test' },
        code: '701h',
        sampleTaking: 'never',
      },
    ],
  },
];

export type ProcedureRow<Name extends string = string> = {
  readonly procedure: Name;
  readonly name: Words;
  /** `included` when the consultation includes it (note B1); nothing when no code exists at all. */
  readonly code: TakstCode | 'included' | null;
  readonly material: Material | null;
  /** The consumables are charged once however often it is repeated (10c with 111). */
  readonly materialOnce: boolean;
};

const row = <const Name extends string>(
  procedure: Name,
  nb: string,
  en: string,
  code: TakstCode | 'included' | null,
  material: Material | null = null,
  materialOnce = false,
): ProcedureRow<Name> => ({ procedure, name: { nb, en }, code, material, materialOnce });

const procedureRows = [
  row('intramuscular injection', 'intramuskulær injeksjon', 'intramuscular injection', 'included'),
  row('subcutaneous injection', 'subkutan injeksjon', 'subcutaneous injection', null),
  row('vaccination', 'vaksinasjon', 'vaccination', null),
  row('surface anaesthesia', 'overflatebedøvelse', 'surface anaesthesia', 'included'),
  row('superficial foreign body', 'overfladisk fremmedlegeme', 'superficial foreign body', 'included'),
  row('suture removal', 'fjerning av sting', 'suture removal', 'included'),
  row('cleaning of a small wound', 'rensing av lite sår', 'cleaning of a small wound', 'included'),
  row('dressing of a small wound', 'skift på lite sår', 'dressing of a small wound', null, '10b'),
  row('superficial abscess', 'åpning av overfladisk abscess', 'superficial abscess', 'included'),
  row('vital signs', 'blodtrykk, puls, temperatur', 'vital signs', null),
  row('saturation', 'oksygenmetning', 'saturation', null),
  row('orthostatic blood pressure', 'ortostatisk blodtrykk', 'orthostatic blood pressure', null),
  row('eye rinsing', 'skylling av øye', 'eye rinsing', null),
  row('oxygen treatment', 'oksygenbehandling', 'oxygen treatment', null, '10b'),
  row('ankle-arm index', 'ankel-arm-indeks', 'ankle-arm index', '100'),
  row('ear cleaning', 'ørerens', 'ear cleaning', '100'),
  row('dressing of a larger wound', 'skift på større sår', 'dressing of a larger wound', '100', '10d'),
  row('sutured or glued wound', 'sår sydd eller limt', 'sutured or glued wound', '100', '10c'),
  row('blood culture', 'blodkultur før antibiotika', 'blood culture before antibiotics', '100'),
  row('nebuliser', 'inhalasjon på forstøver', 'nebuliser', '100'),
  row('diabetes form, later', 'Noklus diabetesskjema, senere', 'Noklus diabetes form, later', '100'),
  row('diabetes form, first', 'Noklus diabetesskjema, første', 'Noklus diabetes form, first', '105'),
  row('joint injection', 'injeksjon i ledd', 'joint injection', '100'),
  row('intravenous injection', 'intravenøs injeksjon', 'intravenous injection', '100'),
  row('infusion', 'infusjon', 'infusion', '100'),
  row('contraceptive implant', 'innsetting av p-stav', 'contraceptive implant', '100', '10c'),
  row('contraceptive implant removal', 'fjerning av p-stav', 'contraceptive implant removal', '105', '10d'),
  row('intrauterine device', 'innsetting av spiral', 'intrauterine device', '105', '10d'),
  row('gynaecological examination', 'gynekologisk undersøkelse', 'gynaecological examination', '100', '10a'),
  row('anoscopy', 'anoskopi', 'anoscopy', '100', '10a'),
  row('rectoscopy', 'rektoskopi', 'rectoscopy', '105', '10b'),
  row('tonometry', 'trykkmåling i øye', 'tonometry', '100'),
  row('foreign body in the eye', 'fremmedlegeme i øyet', 'foreign body in the eye', '100'),
  row(
    'foreign body in nose, ear or throat',
    'fremmedlegeme i nese, øre, svelg',
    'foreign body in nose, ear or throat',
    '100',
  ),
  row('biopsy', 'biopsi', 'biopsy', '100', '10c'),
  row('small excision', 'fjerning av liten hudforandring', 'small excision', '100', '10c'),
  row('small plaster', 'skifte av liten gips', 'small plaster', '100'),
  row('zinc bandage', 'sinkbandasje', 'zinc bandage', '100'),
  row('nasal packing', 'tamponade ved neseblødning', 'nasal packing', '100'),
  row('larger excision', 'fjerning av aterom eller større forandring', 'larger excision', '105', '10c'),
  row('nail operation', 'fjerning av negl', 'nail operation', '105', '10c'),
  row('deep abscess', 'åpning av dyp abscess', 'deep abscess', '105', '10c'),
  row('wound with excision', 'sårrevisjon med sutur', 'wound with excision', '105', '10d'),
  row('leg, foot or pressure ulcer', 'legg-, fot- eller trykksår', 'leg, foot or pressure ulcer', '105', '10d'),
  row('catheterisation', 'kateterisering', 'catheterisation', '105', '10c'),
  row('bladder rinsing', 'blæreskylling', 'bladder rinsing', '105', '10c'),
  row('venesection', 'årelating', 'venesection', '105'),
  row('ambulatory blood pressure', '24-timers blodtrykk', '24-hour blood pressure', '106'),
  row('cryotherapy', 'frysebehandling', 'cryotherapy', '111', '10c', true),
  row('glucose load', 'glukosebelastning', 'glucose load', '121a', '10c'),
  row('ambulatory ECG', '24-timers EKG', 'ambulatory ECG', '129g'),
  row('local anaesthesia', 'lokalbedøvelse', 'local anaesthesia', '149a'),
  row('prick test', 'prikktest', 'prick test', '177a'),
  row('audiometry', 'hørselsmåling', 'audiometry', '322'),
  row('tympanometry', 'tympanometri', 'tympanometry', '325'),
  row('spirometry', 'spirometri', 'spirometry', '507c', '10b'),
  row('spirometry after bronchodilator', 'spirometri etter bronkodilatator', 'spirometry after bronchodilator', '507d'),
  row('assessment form', 'kartleggingsskjema', 'assessment form', '617'),
  row('supervised urine sample', 'overvåket urinprøve', 'supervised urine sample', '618'),
] as const satisfies readonly ProcedureRow[];

export type ProcedureName = (typeof procedureRows)[number]['procedure'];

export const procedures: readonly Dated<readonly ProcedureRow<ProcedureName>[]>[] = [
  {
    from: table2025.from,
    source: `${table2025.source}: chapter E (lists under 100, 105, 106), note B1, consumables 10a–d`,
    value: procedureRows,
  },
];

/** Consumables of an ECG that was taken. */
export const ecgMaterial: Dated<Material> = {
  from: table2025.from,
  source: `${table2025.source}: 10b, equipment for ECG`,
  value: '10b',
};
