/** How often equipment is calibrated, served, tested and cleaned: the default of each kind of device, dated and sourced. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

export const deviceKinds = [
  'analyser',
  'blood pressure monitor',
  'ecg recorder',
  'spirometer',
  'audiometer',
  'thermometer',
  'pulse oximeter',
  'scale',
  'centrifuge',
  'fridge',
  'autoclave',
  'instrument washer',
  'defibrillator',
  'suction unit',
  'emergency kit',
  'cryo unit',
  'other',
] as const;
export type DeviceKind = (typeof deviceKinds)[number];

export const upkeepKinds = [
  'calibration',
  'calibration check',
  'electrical safety',
  'service',
  'cleaning',
  'temperature log',
  'alarm test',
  'validation',
  'function test',
  'battery',
  'electrodes',
  'content check',
  'software',
] as const;
/** What is done to a device at intervals; patient controls (kontrollmateriale) are the laboratory's own matter. */
export type UpkeepKind = (typeof upkeepKinds)[number];

/** `lateLocks`: an overdue one puts the device out of patient use (FOR-2013-11-29-1373 §17: dangerous equipment is secured). */
export type UpkeepPlan = { readonly kind: UpkeepKind; readonly everyDays: number; readonly lateLocks: boolean };

const plan = (kind: UpkeepKind, everyDays: number, lateLocks = false): UpkeepPlan => ({ kind, everyDays, lateLocks });
const year = 365;
const analyser = [plan('service', year), plan('cleaning', 7)];

export const upkeepPlans: readonly Dated<Readonly<Record<DeviceKind, readonly UpkeepPlan[]>>>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source:
      'FOR-2013-11-29-1373 §11: maintenance is planned and documented; the maker’s instructions decide how often. ' +
      'The days are starting points: spirometer before use and autoclave yearly from Norwegian guidance, the rest unconfirmed (2026)',
    value: {
      analyser,
      'blood pressure monitor': [plan('calibration', 2 * year, true), plan('cleaning', 7)],
      'ecg recorder': [plan('electrical safety', year, true), plan('cleaning', 7)],
      spirometer: [plan('calibration check', 1, true), plan('service', year), plan('cleaning', 1)],
      audiometer: [plan('calibration', year, true)],
      thermometer: [plan('calibration', year)],
      'pulse oximeter': [plan('function test', year)],
      scale: [plan('calibration', 2 * year)],
      centrifuge: [plan('electrical safety', year, true), plan('cleaning', 7), plan('service', year)],
      fridge: [plan('temperature log', 1), plan('cleaning', 30), plan('alarm test', 90)],
      autoclave: [plan('validation', year, true), plan('service', year), plan('cleaning', 7)],
      'instrument washer': [plan('validation', year, true), plan('service', year)],
      defibrillator: [plan('function test', 30), plan('battery', year), plan('electrodes', year)],
      'suction unit': [plan('function test', 30)],
      'emergency kit': [plan('content check', 30)],
      'cryo unit': [plan('function test', 90)],
      other: [plan('service', year)],
    },
  },
];
