/** Classes and limits of blood pressure, in mmHg: the first row that either number reaches is the class. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

export type EshCategory = 'optimal' | 'normal' | 'high_normal' | 'grade1' | 'grade2' | 'grade3';
export type EscCategory = 'non_elevated' | 'elevated' | 'hypertension';
export type ClassRow<Category> = {
  readonly category: Category;
  readonly systolicFrom: number;
  readonly diastolicFrom: number;
};
/** Where and how the pressure was measured. */
export type PressureMethod = 'office' | 'home' | 'ambulatory24h' | 'ambulatoryDay' | 'ambulatoryNight';
export type PressureLimit = { readonly systolic: number; readonly diastolic: number };

const row = <Category>(category: Category, systolicFrom: number, diastolicFrom: number): ClassRow<Category> => ({
  category,
  systolicFrom,
  diastolicFrom,
});

export const eshClasses: Dated<readonly ClassRow<EshCategory>[]> = {
  from: '2018-08-25' as IsoDate,
  source: 'Mancia G et al. 2023 ESH Guidelines (classes as Williams B et al. 2018 ESC/ESH)',
  value: [
    row('grade3', 180, 110),
    row('grade2', 160, 100),
    row('grade1', 140, 90),
    row('high_normal', 130, 85),
    row('normal', 120, 80),
    row('optimal', 0, 0),
  ],
};

export const escClasses: Dated<readonly ClassRow<EscCategory>[]> = {
  from: '2024-08-30' as IsoDate,
  source: 'McEvoy JW et al. 2024 ESC Guidelines. Eur Heart J 2024;45:3912–4018',
  value: [row('hypertension', 140, 90), row('elevated', 120, 70), row('non_elevated', 0, 0)],
};

/** Hypertension at or above either limit. */
export const hypertensionLimits: Dated<Readonly<Record<PressureMethod, PressureLimit>>> = {
  from: '2023-01-01' as IsoDate,
  source: 'Helsedirektoratet (office, home); 2023 ESH and 2024 ESC Guidelines (ambulatory)',
  value: {
    office: { systolic: 140, diastolic: 90 },
    home: { systolic: 135, diastolic: 85 },
    ambulatory24h: { systolic: 130, diastolic: 80 },
    ambulatoryDay: { systolic: 135, diastolic: 85 },
    ambulatoryNight: { systolic: 120, diastolic: 70 },
  },
};

export type MeasuringLimits = {
  /** At or above either: the doctor is told at once. */
  readonly doctorAtOnce: PressureLimit;
  /** The first two readings differ by more than this: take more. */
  readonly firstTwoDifferMmHg: number;
  /** A systolic difference between the arms from here is a finding of its own. */
  readonly armsDifferMmHg: number;
};

export const measuringLimits: Dated<MeasuringLimits> = {
  from: '2023-01-01' as IsoDate,
  source: 'Norwegian primary-care procedure (Helsebiblioteket/LHL); 2023 ESH Guidelines',
  value: { doctorAtOnce: { systolic: 180, diastolic: 110 }, firstTwoDifferMmHg: 10, armsDifferMmHg: 15 },
};

export type HomeSeriesRule = { readonly wantedDays: number; readonly leastDays: number };

export const homeSeries: Dated<HomeSeriesRule> = {
  from: '2021-01-01' as IsoDate,
  source: 'Parati G et al. ESH position paper on home monitoring. J Hypertens 2021;39:1742–67',
  value: { wantedDays: 7, leastDays: 3 },
};
