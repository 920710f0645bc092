/** What is asked and watched at arrival, by date and source: how old a fact may be, how long one waits unseen. */

import type { Words } from '#kernel/texts';
import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

export type ArrivalRule = {
  /** Telephone and address are confirmed again after so many months. */
  readonly contactMonths: number;
  /** Next of kin is confirmed again after so many months. */
  readonly nextOfKinMonths: number;
  /** The exemption card is asked for again after so many days, and in every new calendar year. */
  readonly exemptionDays: number;
  /** Completed years under which nobody pays an egenandel, so that no exemption card is asked for. */
  readonly exemptUnderAge: number;
  /** Somebody looks at a waiting patient after so many minutes without having been looked at. */
  readonly lookAfterMinutes: number;
  /** The same for haste grade 1. */
  readonly lookAfterMinutesUrgent: number;
  /** Those who wait are told when the doctor is so many minutes behind. */
  readonly tellDelayMinutes: number;
  /** So many minutes past the time a patient who has not come is shown as late. */
  readonly lateAfterMinutes: number;
  /** So many minutes after the visit an unpaid bill is shown as left without paying. */
  readonly unpaidAfterMinutes: number;
  /** Completed years under which somebody rings when the patient did not come. */
  readonly ringUnderAge: number;
  /** So many minutes past the time count as a long wait in the head of the board. */
  readonly longWaitMinutes: number;
  /** So many minutes a patient stays to be watched after a vaccine. */
  readonly watchAfterVaccineMinutes: number;
};

export const arrivalRules: readonly Dated<ArrivalRule>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source:
      'Clinic procedure 2026, approved by the responsible doctor; no egenandel under 16: Stønadsforskriften FOR-2024-06-26-1322 § 3; ' +
      'stay 20 minutes after a vaccine (FHI).',
    value: {
      contactMonths: 12,
      nextOfKinMonths: 24,
      exemptionDays: 30,
      exemptUnderAge: 16,
      lookAfterMinutes: 30,
      lookAfterMinutesUrgent: 10,
      tellDelayMinutes: 20,
      lateAfterMinutes: 5,
      unpaidAfterMinutes: 30,
      ringUnderAge: 16,
      longWaitMinutes: 15,
      watchAfterVaccineMinutes: 20,
    },
  },
];

export const infectionSigns = [
  'fever with rash',
  'cough with fever',
  'vomiting or diarrhoea',
  'contact with measles',
  'suspected tuberculosis',
  'itching scabies',
  'resistant bacteria',
] as const;
export type InfectionSign = (typeof infectionSigns)[number];

/** Each sign with what it calls for; a mask is offered to everyone who coughs. */
export type InfectionRule = {
  readonly sign: InfectionSign;
  readonly words: Words;
  readonly separateRoom: boolean;
  readonly mask: boolean;
  /** The doctor is told before the patient is let in where others sit. */
  readonly tellDoctor: boolean;
};

export const infectionRules: readonly Dated<readonly InfectionRule[]>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Clinic procedure 2026 for infection control, approved by the responsible doctor.',
    value: [
      {
        sign: 'fever with rash',
        words: { nb: 'Feber og utslett', en: 'Fever with rash' },
        separateRoom: true,
        mask: true,
        tellDoctor: true,
      },
      {
        sign: 'cough with fever',
        words: { nb: 'Hoste og feber', en: 'Cough with fever' },
        separateRoom: false,
        mask: true,
        tellDoctor: false,
      },
      {
        sign: 'vomiting or diarrhoea',
        words: { nb: 'Oppkast eller diaré', en: 'Vomiting or diarrhoea' },
        separateRoom: true,
        mask: false,
        tellDoctor: false,
      },
      {
        sign: 'contact with measles',
        words: { nb: 'Vært nær noen med meslinger', en: 'Contact with measles' },
        separateRoom: true,
        mask: true,
        tellDoctor: true,
      },
      {
        sign: 'suspected tuberculosis',
        words: { nb: 'Mistanke om tuberkulose', en: 'Suspected tuberculosis' },
        separateRoom: true,
        mask: true,
        tellDoctor: true,
      },
      {
        sign: 'itching scabies',
        words: { nb: 'Skabb', en: 'Scabies' },
        separateRoom: true,
        mask: false,
        tellDoctor: false,
      },
      {
        sign: 'resistant bacteria',
        words: { nb: 'Kjent MRSA, ESBL eller VRE', en: 'Known MRSA, ESBL or VRE' },
        separateRoom: true,
        mask: false,
        tellDoctor: false,
      },
    ],
  },
];
