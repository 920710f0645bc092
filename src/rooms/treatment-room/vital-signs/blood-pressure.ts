/** Blood pressure (blodtrykk): readings at the chair, their mean, and the class that the mean has. */

import { ok, type Result, refuse } from '#kernel/result';
import type { Rule } from '#kernel/rule';
import {
  type ClassRow,
  type EscCategory,
  type EshCategory,
  escClasses,
  eshClasses,
  hypertensionLimits,
  measuringLimits,
  type PressureLimit,
  type PressureMethod,
} from './blood-pressure-class.table.ts';

export const pressureClassRule: Rule = {
  id: 'vitals.bpClass',
  name: { nb: 'Blodtrykksklasse', en: 'Blood pressure class' },
  formula: {
    nb: 'den høyeste klassen som systolisk eller diastolisk trykk når (ESH 2023 og ESC 2024)',
    en: 'the higher of the classes that the systolic and the diastolic pressure reach (ESH 2023 and ESC 2024)',
  },
  source: 'Mancia G et al. 2023 ESH Guidelines; McEvoy JW et al. 2024 ESC Guidelines',
  year: 2024,
};

export const officeMeanRule: Rule = {
  id: 'vitals.bpOfficeMean',
  name: { nb: 'Kontorblodtrykk', en: 'Office blood pressure' },
  formula: {
    nb: 'minst to, helst tre målinger med ett minutt imellom; gjennomsnitt av de to siste',
    en: 'at least two, preferably three readings a minute apart; mean of the last two',
  },
  source: 'Helsedirektoratet, forebygging av hjerte- og karsykdom; 2023 ESH Guidelines',
  year: 2023,
};

export const meanArterialRule: Rule = {
  id: 'vitals.map',
  name: { nb: 'Middeltrykk', en: 'Mean arterial pressure' },
  formula: {
    nb: 'diastolisk + (systolisk − diastolisk) / 3',
    en: 'diastolic + (systolic − diastolic) / 3',
  },
  source: 'Standard formula, as tested in MedCalc-Bench',
  year: 2024,
};

export type Pressure = { readonly systolicMmHg: number; readonly diastolicMmHg: number };

/** Two numbers in mmHg; a diastolic that is not below the systolic is a mistyping. */
export function readPressure(
  systolicMmHg: number,
  diastolicMmHg: number,
): Result<Pressure, 'not a number' | 'diastolic not below systolic'> {
  const areNumbers = Number.isFinite(systolicMmHg) && Number.isFinite(diastolicMmHg);
  if (!areNumbers || diastolicMmHg < 0) return refuse('not a number');
  if (diastolicMmHg >= systolicMmHg) return refuse('diastolic not below systolic');
  return ok({ systolicMmHg, diastolicMmHg });
}

/** The mean in full precision, or nothing of no readings. */
export function meanPressureOf(readings: readonly Pressure[]): Pressure | undefined {
  if (!readings.length) return undefined;
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return {
    systolicMmHg: mean(readings.map((reading) => reading.systolicMmHg)),
    diastolicMmHg: mean(readings.map((reading) => reading.diastolicMmHg)),
  };
}

export type TakeMore = 'single reading' | 'first two differ' | 'irregular pulse';
export type OfficeMean = {
  readonly mean: Pressure;
  /** How many readings the mean is made of: 1 or 2. */
  readonly basedOn: number;
  readonly takeMore: readonly TakeMore[];
};

/** The mean of the last two readings, with what speaks for taking more. */
export function officeMeanOf(
  readings: readonly Pressure[],
  circumstances: { readonly isPulseIrregular?: boolean } = {},
): Result<OfficeMean, 'no readings'> {
  const last = readings.slice(-2);
  const mean = meanPressureOf(last);
  if (!mean) return refuse('no readings');
  const takeMore: TakeMore[] = [];
  if (readings.length === 1) takeMore.push('single reading');
  if (readings.length === 2 && differTooMuch(readings)) takeMore.push('first two differ');
  if (circumstances.isPulseIrregular && readings.length < 3) takeMore.push('irregular pulse');
  return ok({ mean, basedOn: last.length, takeMore });
}

function differTooMuch([first, second]: readonly Pressure[]): boolean {
  if (!first || !second) return false;
  const limit = measuringLimits.value.firstTwoDifferMmHg;
  const systolic = Math.abs(first.systolicMmHg - second.systolicMmHg);
  return systolic > limit || Math.abs(first.diastolicMmHg - second.diastolicMmHg) > limit;
}

export type ArmChoice = {
  /** The arm with the higher systolic pressure is used from now on; equal arms leave the choice free. */
  readonly use: 'right' | 'left' | 'either';
  readonly differenceMmHg: number;
  readonly isFinding: boolean;
};

/** Both arms are measured the first time. */
export function armToUse(right: Pressure, left: Pressure): ArmChoice {
  const difference = right.systolicMmHg - left.systolicMmHg;
  const differenceMmHg = Math.abs(difference);
  const use = difference === 0 ? 'either' : difference > 0 ? 'right' : 'left';
  return { use, differenceMmHg, isFinding: differenceMmHg >= measuringLimits.value.armsDifferMmHg };
}

/** Mean arterial and pulse pressure in mmHg, in full precision. */
export function meanArterialOf({ systolicMmHg, diastolicMmHg }: Pressure): {
  readonly meanArterialMmHg: number;
  readonly pulsePressureMmHg: number;
} {
  const pulsePressureMmHg = systolicMmHg - diastolicMmHg;
  return { meanArterialMmHg: diastolicMmHg + pulsePressureMmHg / 3, pulsePressureMmHg };
}

export type PressureClass = {
  readonly esh2023: {
    readonly category: EshCategory;
    readonly isolatedSystolic: boolean;
    readonly isolatedDiastolic: boolean;
  };
  readonly esc2024: EscCategory;
};

function reached<Category>(rows: readonly ClassRow<Category>[], pressure: Pressure, lowest: Category): Category {
  const found = rows.find(
    (row) => pressure.systolicMmHg >= row.systolicFrom || pressure.diastolicMmHg >= row.diastolicFrom,
  );
  return found ? found.category : lowest;
}

const atOrAbove = (pressure: Pressure, limit: PressureLimit): boolean =>
  pressure.systolicMmHg >= limit.systolic || pressure.diastolicMmHg >= limit.diastolic;

/** Classed on the unrounded numbers; the higher class of the two wins. */
export function pressureClassOf(pressure: Pressure): PressureClass {
  const { systolic, diastolic } = hypertensionLimits.value.office;
  const isSystolicHigh = pressure.systolicMmHg >= systolic;
  const isDiastolicHigh = pressure.diastolicMmHg >= diastolic;
  return {
    esh2023: {
      category: reached(eshClasses.value, pressure, 'optimal'),
      isolatedSystolic: isSystolicHigh && !isDiastolicHigh,
      isolatedDiastolic: isDiastolicHigh && !isSystolicHigh,
    },
    esc2024: reached(escClasses.value, pressure, 'non_elevated'),
  };
}

/** At or above the limit of the method in either number: 140/90 in the office, 135/85 at home. */
export function isHypertensive(pressure: Pressure, method: PressureMethod): boolean {
  return atOrAbove(pressure, hypertensionLimits.value[method]);
}

/** 180/110 or more in either number: the doctor is told at once. */
export function isForDoctorAtOnce(pressure: Pressure): boolean {
  return atOrAbove(pressure, measuringLimits.value.doctorAtOnce);
}
