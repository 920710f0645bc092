/** What the laboratory measures: name, the unit that the clinic reports in, and the national code where it is known. */

import type { Words } from '#kernel/texts';

export type AnalyteFacts = {
  readonly name: Words;
  /** As reported in Norway; ratios without unit have an empty one. */
  readonly unit: string;
  /** Code of the national laboratory code system (NLK, 7280). */
  readonly nlk?: string;
};

/** Names in use at Norwegian laboratories; NLK codes from the code system of 2025. */
export const analytes = {
  hemoglobin: { name: { nb: 'Hemoglobin', en: 'Haemoglobin' }, unit: 'g/dL', nlk: 'NOR05172' },
  crp: { name: { nb: 'CRP', en: 'CRP' }, unit: 'mg/L', nlk: 'NPU19748' },
  glucose: { name: { nb: 'Glukose', en: 'Glucose' }, unit: 'mmol/L', nlk: 'NPU02187' },
  fastingGlucose: { name: { nb: 'Fastende glukose', en: 'Fasting glucose' }, unit: 'mmol/L' },
  hba1c: { name: { nb: 'HbA1c', en: 'HbA1c' }, unit: 'mmol/mol', nlk: 'NPU27300' },
  inr: { name: { nb: 'INR', en: 'INR' }, unit: '', nlk: 'NPU01685' },
  leukocytes: { name: { nb: 'Leukocytter', en: 'Leucocytes' }, unit: '10*9/L', nlk: 'NPU02593' },
  neutrophils: { name: { nb: 'Nøytrofile granulocytter', en: 'Neutrophils' }, unit: '10*9/L' },
  platelets: { name: { nb: 'Trombocytter', en: 'Platelets' }, unit: '10*9/L', nlk: 'NPU03568' },
  sr: { name: { nb: 'Senkningsreaksjon', en: 'Erythrocyte sedimentation rate' }, unit: 'mm/h' },
  sodium: { name: { nb: 'Natrium', en: 'Sodium' }, unit: 'mmol/L', nlk: 'NPU03429' },
  potassium: { name: { nb: 'Kalium', en: 'Potassium' }, unit: 'mmol/L', nlk: 'NPU03230' },
  calcium: { name: { nb: 'Kalsium', en: 'Calcium' }, unit: 'mmol/L' },
  calciumCorrected: { name: { nb: 'Albuminkorrigert kalsium', en: 'Albumin-corrected calcium' }, unit: 'mmol/L' },
  ionizedCalcium: { name: { nb: 'Ionisert kalsium', en: 'Ionised calcium' }, unit: 'mmol/L' },
  phosphate: { name: { nb: 'Fosfat', en: 'Phosphate' }, unit: 'mmol/L' },
  magnesium: { name: { nb: 'Magnesium', en: 'Magnesium' }, unit: 'mmol/L' },
  creatinine: { name: { nb: 'Kreatinin', en: 'Creatinine' }, unit: 'umol/L', nlk: 'NPU18016' },
  egfr: { name: { nb: 'eGFR', en: 'eGFR' }, unit: 'mL/min/1.73m2' },
  urea: { name: { nb: 'Karbamid', en: 'Urea' }, unit: 'mmol/L', nlk: 'NPU01459' },
  urate: { name: { nb: 'Urat', en: 'Urate' }, unit: 'umol/L' },
  asat: { name: { nb: 'ASAT', en: 'AST' }, unit: 'U/L', nlk: 'NPU19654' },
  alat: { name: { nb: 'ALAT', en: 'ALT' }, unit: 'U/L', nlk: 'NPU19651' },
  alp: { name: { nb: 'ALP', en: 'ALP' }, unit: 'U/L', nlk: 'NPU27783' },
  ggt: { name: { nb: 'Gamma-GT', en: 'Gamma-GT' }, unit: 'U/L' },
  amylase: { name: { nb: 'Amylase', en: 'Amylase' }, unit: 'U/L' },
  amylasePancreatic: { name: { nb: 'Pankreasamylase', en: 'Pancreatic amylase' }, unit: 'U/L' },
  ld: { name: { nb: 'LD', en: 'LDH' }, unit: 'U/L' },
  ck: { name: { nb: 'CK', en: 'CK' }, unit: 'U/L' },
  bilirubin: { name: { nb: 'Bilirubin', en: 'Bilirubin' }, unit: 'umol/L' },
  cholesterol: { name: { nb: 'Kolesterol', en: 'Cholesterol' }, unit: 'mmol/L', nlk: 'NPU01566' },
  ldl: { name: { nb: 'LDL-kolesterol', en: 'LDL cholesterol' }, unit: 'mmol/L', nlk: 'NPU01568' },
  hdl: { name: { nb: 'HDL-kolesterol', en: 'HDL cholesterol' }, unit: 'mmol/L', nlk: 'NPU01567' },
  triglycerides: { name: { nb: 'Triglyserider', en: 'Triglycerides' }, unit: 'mmol/L', nlk: 'NPU04094' },
  ferritin: { name: { nb: 'Ferritin', en: 'Ferritin' }, unit: 'ug/L', nlk: 'NPU19763' },
  ft4: { name: { nb: 'Fritt T4', en: 'Free T4' }, unit: 'pmol/L' },
  tsh: { name: { nb: 'TSH', en: 'TSH' }, unit: 'mIU/L', nlk: 'NPU03577' },
} as const satisfies Record<string, AnalyteFacts>;

export type Analyte = keyof typeof analytes;

export function isAnalyte(text: string): text is Analyte {
  return Object.hasOwn(analytes, text);
}

/** The analyte of a national laboratory code, or nothing when the clinic does not know it. */
export function analyteOfNlk(code: string): Analyte | undefined {
  const facts: Record<Analyte, AnalyteFacts> = analytes;
  return (Object.keys(facts) as Analyte[]).find((analyte) => facts[analyte].nlk === code);
}
