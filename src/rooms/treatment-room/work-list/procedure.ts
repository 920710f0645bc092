/** A procedure (prosedyre) that has no card of its own yet: which duty it is judged by, and what money calls it. */

import type { OrderableCode } from '#orders';

/** What is ordered here and done with a note alone; the name is the command that says it is done. */
export const procedureCommands = {
  injection: 'performInjection',
  vaccine: 'performInjection',
  'wound-care': 'performWoundCare',
  'suture-removal': 'performSutureRemoval',
  cryotherapy: 'performCryotherapy',
  'ear-irrigation': 'performEyeAndEar',
  'eye-drops': 'performEyeAndEar',
  'minor-surgery': 'performMinorSurgery',
  ecg: 'performEcg',
  spirometry: 'performSpirometry',
  'spirometry-reversibility': 'performSpirometry',
  audiometry: 'performAudiometry',
  'ankle-arm-index': 'performAnkleArmIndex',
  orthostatic: 'performOrthostatic',
  'blood-pressure-24h': 'performLongPressure',
} as const satisfies Partial<Record<OrderableCode, string>>;
export type ProcedureCode = keyof typeof procedureCommands;
export type ProcedureCommand = (typeof procedureCommands)[ProcedureCode];

export const isProcedureCode = (code: string): code is ProcedureCode => code in procedureCommands;

/** Where the order alone says what the work was; the rest is chosen by whoever settles the bill. */
export const billedAs: Readonly<Partial<Record<ProcedureCode, readonly string[]>>> = {
  'suture-removal': ['suture removal'],
  cryotherapy: ['cryotherapy'],
  'ear-irrigation': ['ear cleaning'],
  'eye-drops': ['eye rinsing'],
  spirometry: ['spirometry'],
  'spirometry-reversibility': ['spirometry', 'spirometry after bronchodilator'],
  audiometry: ['audiometry'],
  'ankle-arm-index': ['ankle-arm index'],
  orthostatic: ['orthostatic blood pressure'],
  'blood-pressure-24h': ['ambulatory blood pressure'],
};

/** The card that an order opens, where there is one. */
export const cardOf: Readonly<Partial<Record<OrderableCode, (patient: string) => string>>> = {
  'blood-pressure': (patient) => `/vital-signs/${patient}`,
  'vital-signs': (patient) => `/vital-signs/${patient}`,
  saturation: (patient) => `/vital-signs/${patient}`,
};
