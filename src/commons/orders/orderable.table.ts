/** What a doctor can ask the laboratory and the treatment room for (rekvirerbart), with the duty that performing it belongs to. */

import type { DutyId } from '#duties';
import type { Words } from '#kernel/texts';
import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

/** Analysis: run here · sampling: taken here, answered elsewhere · measurement: read off the patient · procedure: done to the patient. */
export type OrderableKind = 'analysis' | 'sampling' | 'measurement' | 'procedure';
export type OrderRoom = 'laboratory' | 'treatment-room';

export type Orderable = {
  readonly name: Words;
  readonly kind: OrderableKind;
  readonly room: OrderRoom;
  readonly duty: DutyId;
  /** Keys of the analytes or measured values that an answer holds; empty where the answer is an entry. */
  readonly analytes: readonly string[];
  /** Planned time with the patient, in minutes. */
  readonly minutes: number;
};

type Line = readonly [nb: string, en: string, duty: DutyId, analytes: readonly string[], minutes: number];
const lines =
  (room: OrderRoom, kind: OrderableKind) =>
  <Code extends string>(table: Readonly<Record<Code, Line>>): Readonly<Record<Code, Orderable>> => {
    const entries = Object.entries(table) as [Code, Line][];
    const orderables = entries.map(([code, [nb, en, duty, analytes, minutes]]): [Code, Orderable] => [
      code,
      { name: { nb, en }, kind, room, duty, analytes, minutes },
    ]);
    return Object.fromEntries(orderables) as Readonly<Record<Code, Orderable>>;
  };

const analyses = lines(
  'laboratory',
  'analysis',
)({
  crp: ['CRP', 'CRP', 'laboratory.local-analyses', ['crp'], 5],
  hemoglobin: ['Hb', 'Haemoglobin', 'laboratory.local-analyses', ['hemoglobin'], 5],
  glucose: ['Glukose', 'Glucose', 'laboratory.local-analyses', ['glucose'], 5],
  hba1c: ['HbA1c', 'HbA1c', 'laboratory.local-analyses', ['hba1c'], 10],
  inr: ['INR', 'INR', 'laboratory.local-analyses', ['inr'], 5],
  leukocytes: ['Leukocytter', 'Leukocytes', 'laboratory.local-analyses', ['leukocytes'], 5],
  sr: ['SR (senkning)', 'ESR', 'laboratory.local-analyses', ['sr'], 5],
  cholesterol: ['Kolesterol', 'Cholesterol', 'laboratory.local-analyses', ['cholesterol'], 10],
  creatinine: ['Kreatinin', 'Creatinine', 'laboratory.local-analyses', ['creatinine', 'egfr'], 10],
  potassium: ['Kalium', 'Potassium', 'laboratory.local-analyses', ['potassium'], 10],
  'strep-a': ['Strep A hurtigtest', 'Strep A rapid test', 'laboratory.local-analyses', ['strepA'], 10],
  mononucleosis: ['Mononukleose', 'Mononucleosis', 'laboratory.local-analyses', ['mononucleosis'], 10],
  'respiratory-viruses': [
    'Influensa, covid-19, RS hurtigtest',
    'Influenza, covid-19, RSV rapid test',
    'laboratory.local-analyses',
    ['influenzaA', 'influenzaB', 'sarsCov2', 'rsv'],
    10,
  ],
  'urine-strip': ['U-stix', 'Urine strip', 'laboratory.urine-and-faeces', ['urineStrip'], 5],
  'urine-acr': ['U-albumin/kreatinin', 'Urine albumin/creatinine', 'laboratory.urine-and-faeces', ['acr'], 10],
  hcg: ['Graviditetstest (U-hCG)', 'Pregnancy test (U-hCG)', 'laboratory.urine-and-faeces', ['hcg'], 5],
  ifobt: ['iFOBT (blod i avføring)', 'iFOBT (blood in faeces)', 'laboratory.urine-and-faeces', ['ifobt'], 5],
});
const samplings = lines(
  'laboratory',
  'sampling',
)({
  'blood-sample': [
    'Blodprøve til eksternt laboratorium',
    'Blood sample for an outside laboratory',
    'laboratory.blood-sampling',
    [],
    10,
  ],
  'urine-culture': ['Urin til dyrkning', 'Urine culture', 'laboratory.urine-and-faeces', [], 5],
  'faeces-sample': [
    'Avføringsprøve til eksternt laboratorium',
    'Faeces for an outside laboratory',
    'laboratory.urine-and-faeces',
    [],
    5,
  ],
  'throat-swab': [
    'Prøve fra svelg til eksternt laboratorium',
    'Throat swab for an outside laboratory',
    'laboratory.shipment',
    [],
    5,
  ],
});
const measurements = lines(
  'treatment-room',
  'measurement',
)({
  'blood-pressure': ['Blodtrykk', 'Blood pressure', 'treatment.vital-signs', ['systolic', 'diastolic', 'pulse'], 10],
  'vital-signs': [
    'Puls, temperatur, respirasjon',
    'Pulse, temperature, respiration',
    'treatment.vital-signs',
    ['pulse', 'temperature', 'respiration'],
    5,
  ],
  'blood-pressure-24h': [
    '24-timers blodtrykk',
    '24-hour blood pressure',
    'treatment.vital-signs',
    ['systolic', 'diastolic'],
    15,
  ],
  ecg: ['EKG', 'ECG', 'treatment.ecg', ['ecg'], 15],
  spirometry: ['Spirometri', 'Spirometry', 'treatment.spirometry', ['fev1', 'fvc'], 20],
  'spirometry-reversibility': [
    'Spirometri med reversibilitet',
    'Spirometry with reversibility',
    'treatment.spirometry',
    ['fev1', 'fvc'],
    40,
  ],
  audiometry: ['Audiometri', 'Audiometry', 'treatment.audiometry', ['audiogram'], 20],
  'ankle-arm-index': ['Ankel-arm-indeks', 'Ankle-brachial index', 'treatment.ankle-arm-index', ['abi'], 25],
  orthostatic: [
    'Ortostatisk blodtrykk',
    'Orthostatic blood pressure',
    'treatment.orthostatic',
    ['systolic', 'diastolic', 'pulse'],
    15,
  ],
  saturation: ['Oksygenmetning', 'Oxygen saturation', 'treatment.saturation', ['spo2'], 5],
});
const procedures = lines(
  'treatment-room',
  'procedure',
)({
  injection: ['Injeksjon', 'Injection', 'treatment.injections', [], 10],
  vaccine: ['Vaksine', 'Vaccine', 'treatment.injections', [], 10],
  'wound-care': ['Sårstell', 'Wound care', 'treatment.wound-care', [], 20],
  'suture-removal': ['Fjerne sting eller agraffer', 'Remove sutures or clips', 'treatment.suture-removal', [], 15],
  cryotherapy: ['Frysing av vorter', 'Wart cryotherapy', 'treatment.cryotherapy', [], 10],
  'ear-irrigation': ['Øreskylling', 'Ear irrigation', 'treatment.eye-and-ear', [], 15],
  'eye-drops': ['Øyedrypping eller øyeskylling', 'Eye drops or irrigation', 'treatment.eye-and-ear', [], 10],
  'minor-surgery': [
    'Dekke til og assistere ved småkirurgi',
    'Prepare and assist at minor surgery',
    'treatment.minor-surgery',
    [],
    30,
  ],
});

const everything = { ...analyses, ...samplings, ...measurements, ...procedures };
export type OrderableCode = keyof typeof everything;

export const orderables: readonly Dated<Readonly<Record<OrderableCode, Orderable>>>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'job description of the clinic’s helsesekretær (2026); minutes are the clinic’s own planning figures',
    value: everything,
  },
];

export const orderableCodes = Object.keys(everything) as readonly OrderableCode[];

/** How many days an order stands before the doctor must look at it again. */
export const orderValidDays: readonly Dated<number>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'clinic rule, a starting point that each clinic sets for itself; no published limit found (2026)',
    value: 90,
  },
];
