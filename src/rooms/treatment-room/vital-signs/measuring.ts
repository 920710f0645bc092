/** What is measured at the chair, and what it shows: blood pressure, pulse, temperature, breathing and saturation. */

import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel/result';
import type { Rule } from '#kernel/rule';
import {
  isForDoctorAtOnce,
  type OfficeMean,
  officeMeanOf,
  officeMeanRule,
  type PressureClass,
  pressureClassOf,
  pressureClassRule,
  readPressure,
} from './blood-pressure.ts';
import { measurable, type Sign } from './measurable.table.ts';

import { news2Table } from './news2.table.ts';
import { type News2Measurement, news2Measurements, news2PartsOf, news2Rule } from './news2.ts';
import { feverRule, judgeTemperature, type TemperatureJudgement, temperatureSites } from './temperature.ts';

export const arms = ['right', 'left'] as const;
export const cuffs = ['small', 'standard', 'large', 'extra large'] as const;
/** What makes a reading comparable with the one before it. */
export const preparations = ['rested', 'seated', 'arm supported', 'silent'] as const;
/** What makes a very high pressure an emergency. */
export const alarmingSymptoms = ['chest pain', 'breathless', 'headache', 'vision', 'weakness', 'confusion'] as const;
export type Arm = (typeof arms)[number];
export type Cuff = (typeof cuffs)[number];
export type Preparation = (typeof preparations)[number];
export type AlarmingSymptom = (typeof alarmingSymptoms)[number];

const whole = z.int().min(0).max(999);
export const pressureInput = z.object({
  arm: z.enum(arms),
  cuff: z.enum(cuffs),
  preparation: z.array(z.enum(preparations)).max(4).default([]),
  readings: z
    .array(z.object({ systolicMmHg: whole, diastolicMmHg: whole, pulsePerMinute: whole.optional() }))
    .min(1)
    .max(6),
  isPulseIrregular: z.boolean().default(false),
  symptoms: z.array(z.enum(alarmingSymptoms)).max(6).default([]),
});
export const signsInput = z.object({
  pulsePerMinute: whole.optional(),
  isPulseIrregular: z.boolean().default(false),
  temperature: z.object({ celsius: z.number(), site: z.enum(temperatureSites) }).optional(),
  respirationPerMinute: whole.optional(),
});
export const saturationInput = z.object({
  percent: whole,
  pulsePerMinute: whole.optional(),
  isOnOxygen: z.boolean().default(false),
  /** Scale 2 (target 88–92 %) only where a doctor has ordered it. */
  scale: z.union([z.literal(1), z.literal(2)]).default(1),
});
export type PressureTaken = z.output<typeof pressureInput>;
export type SignsTaken = z.output<typeof signsInput>;
export type SaturationTaken = z.output<typeof saturationInput>;
export type Taken =
  | ({ readonly kind: 'blood pressure' } & PressureTaken)
  | ({ readonly kind: 'vital signs' } & SignsTaken)
  | ({ readonly kind: 'saturation' } & SaturationTaken);

/** The rule that a finding was made by, kept with it so that an old one shows its own. */
export type RuleUsed = Pick<Rule, 'id' | 'year'>;
export type PressureFinding = OfficeMean & {
  readonly kind: 'blood pressure';
  readonly class: PressureClass;
  readonly isForDoctorAtOnce: boolean;
  readonly rules: readonly RuleUsed[];
};
export type SignsFinding = {
  readonly kind: 'vital signs' | 'saturation';
  readonly temperature?: TemperatureJudgement;
  /** Measurements that alone have three points of NEWS2; nothing under its age. */
  readonly alarms: readonly News2Measurement[];
  readonly isForDoctorAtOnce: boolean;
  readonly rules: readonly RuleUsed[];
};
export type Finding = PressureFinding | SignsFinding;

export type MeasuringRefusal = 'no readings' | 'diastolic not below systolic' | 'not a number' | 'cannot be measured';

/** Is the number one that a device can show? */
export function isMeasurable(sign: Sign, value: number): boolean {
  const span = measurable.value[sign];
  return value >= span.from && value <= span.until;
}

function guarded(values: readonly (readonly [Sign, number | undefined])[]): Result<undefined, 'cannot be measured'> {
  const wrong = values.find(([sign, value]) => value !== undefined && !isMeasurable(sign, value));
  return wrong ? refuse('cannot be measured', { sign: wrong[0], value: wrong[1] ?? null }) : ok();
}

const used = ({ id, year }: Rule): RuleUsed => ({ id, year });

/**
 * The mean of the last two readings in mmHg and its class. The doctor at once: the mean at or above 180/110,
 * or any reading there while the patient has an alarming symptom (2023 ESH Guidelines).
 */
export function judgePressure(taken: PressureTaken): Result<PressureFinding, MeasuringRefusal> {
  for (const { systolicMmHg, diastolicMmHg, pulsePerMinute } of taken.readings) {
    const span = guarded([
      ['systolic', systolicMmHg],
      ['diastolic', diastolicMmHg],
      ['pulse', pulsePerMinute],
    ]);
    if (!span.ok) return span;
    const read = readPressure(systolicMmHg, diastolicMmHg);
    if (!read.ok) return read;
  }
  const mean = officeMeanOf(taken.readings, { isPulseIrregular: taken.isPulseIrregular });
  if (!mean.ok) return mean;
  const isEmergency = taken.symptoms.length > 0 && taken.readings.some(isForDoctorAtOnce);
  return ok({
    ...mean.value,
    kind: 'blood pressure',
    class: pressureClassOf(mean.value.mean),
    isForDoctorAtOnce: isForDoctorAtOnce(mean.value.mean) || isEmergency,
    rules: [used(officeMeanRule), used(pressureClassRule)],
  });
}

/** Age of the patient at measuring, where the birth date is known. */
export type AgeAtMeasuring = { readonly years?: number; readonly months?: number };

function alarmsOf(observed: Parameters<typeof news2PartsOf>[0], age: AgeAtMeasuring): News2Measurement[] {
  const { fromAgeYears, singleAlarm } = news2Table.value;
  if (age.years !== undefined && age.years < fromAgeYears) return [];
  const parts = news2PartsOf(observed);
  return news2Measurements.filter((one) => parts[one] !== undefined && (parts[one] ?? 0) >= singleAlarm);
}

/** Pulse and breaths a minute, temperature in °C; at least one of them. */
export function judgeSigns(taken: SignsTaken, age: AgeAtMeasuring): Result<SignsFinding, MeasuringRefusal> {
  const { pulsePerMinute, temperature, respirationPerMinute } = taken;
  if (pulsePerMinute === undefined && !temperature && respirationPerMinute === undefined) return refuse('no readings');
  const span = guarded([
    ['pulse', pulsePerMinute],
    ['celsius', temperature?.celsius],
    ['respiration', respirationPerMinute],
  ]);
  if (!span.ok) return span;
  const heat = temperature && judgeTemperature(temperature, age.months);
  if (heat && !heat.ok) return heat;
  const alarms = alarmsOf(
    {
      saturationScale: 1,
      ...(pulsePerMinute === undefined ? {} : { pulsePerMinute }),
      ...(temperature ? { celsius: temperature.celsius } : {}),
      ...(respirationPerMinute === undefined ? {} : { respirationPerMinute }),
    },
    age,
  );
  return ok({
    kind: 'vital signs',
    ...(heat ? { temperature: heat.value } : {}),
    alarms,
    isForDoctorAtOnce: alarms.length > 0 || heat?.value.isInfantUrgent === true,
    rules: [...(temperature ? [used(feverRule)] : []), used(news2Rule)],
  });
}

/** Oxygen saturation in percent. */
export function judgeSaturation(taken: SaturationTaken, age: AgeAtMeasuring): Result<SignsFinding, MeasuringRefusal> {
  const span = guarded([
    ['saturation', taken.percent],
    ['pulse', taken.pulsePerMinute],
  ]);
  if (!span.ok) return span;
  const { percent: saturationPercent, scale: saturationScale, isOnOxygen, pulsePerMinute } = taken;
  const alarms = alarmsOf(
    { saturationPercent, saturationScale, isOnOxygen, ...(pulsePerMinute === undefined ? {} : { pulsePerMinute }) },
    age,
  );
  return ok({ kind: 'saturation', alarms, isForDoctorAtOnce: alarms.length > 0, rules: [used(news2Rule)] });
}
