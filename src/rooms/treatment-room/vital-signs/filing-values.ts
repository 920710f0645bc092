/** The numbers of a measurement as structured values of its note, each with its unit. */

import type { RecordedValue } from '#journal';
import type { Taken } from './measuring.ts';

const typed = { kind: 'typed' } as const;
const value = (key: string, number: number | undefined, unit: string): RecordedValue[] =>
  number === undefined ? [] : [{ key, value: number, unit, provenance: typed }];

/** Every reading as it was read; the mean is made of them again by its rule. */
export function valuesOf(taken: Taken): readonly RecordedValue[] {
  if (taken.kind === 'blood pressure')
    return taken.readings.flatMap((reading) => [
      ...value('systolic', reading.systolicMmHg, 'mmHg'),
      ...value('diastolic', reading.diastolicMmHg, 'mmHg'),
      ...value('pulse', reading.pulsePerMinute, '/min'),
    ]);
  if (taken.kind === 'saturation')
    return [...value('spo2', taken.percent, '%'), ...value('pulse', taken.pulsePerMinute, '/min')];
  return [
    ...value('pulse', taken.pulsePerMinute, '/min'),
    ...value('temperature', taken.temperature?.celsius, '°C'),
    ...value('respiration', taken.respirationPerMinute, '/min'),
  ];
}
