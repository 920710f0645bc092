/** Points of NEWS2, the national early warning score, per measurement. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

/** The first band whose upper end the value does not pass gives the points; the last band has no end. */
export type Band = { readonly upTo: number; readonly points: number };
export type News2Table = {
  readonly respirationPerMinute: readonly Band[];
  readonly saturationScale1: readonly Band[];
  readonly saturationScale2OnAir: readonly Band[];
  readonly saturationScale2OnOxygen: readonly Band[];
  readonly systolicMmHg: readonly Band[];
  readonly pulsePerMinute: readonly Band[];
  readonly celsius: readonly Band[];
  readonly onOxygen: number;
  readonly notAlert: number;
  /** Totals from which the risk is medium and high. */
  readonly mediumFrom: number;
  readonly highFrom: number;
  /** This many points in one measurement alone raise a low total. */
  readonly singleAlarm: number;
  readonly fromAgeYears: number;
};

const upwards = (...bands: readonly (readonly [upTo: number, points: number])[]): readonly Band[] =>
  bands.map(([upTo, points]) => ({ upTo, points }));
const above = Number.POSITIVE_INFINITY;
const targetRange = [
  [83, 3],
  [85, 2],
  [87, 1],
  [92, 0],
] as const;

export const news2Table: Dated<News2Table> = {
  from: '2017-01-01' as IsoDate,
  source: 'Royal College of Physicians. National Early Warning Score (NEWS) 2. London: RCP, 2017',
  value: {
    respirationPerMinute: upwards([8, 3], [11, 1], [20, 0], [24, 2], [above, 3]),
    saturationScale1: upwards([91, 3], [93, 2], [95, 1], [above, 0]),
    saturationScale2OnAir: upwards(...targetRange, [above, 0]),
    saturationScale2OnOxygen: upwards(...targetRange, [94, 1], [96, 2], [above, 3]),
    systolicMmHg: upwards([90, 3], [100, 2], [110, 1], [219, 0], [above, 3]),
    pulsePerMinute: upwards([40, 3], [50, 1], [90, 0], [110, 1], [130, 2], [above, 3]),
    celsius: upwards([35.0, 3], [36.0, 1], [38.0, 0], [39.0, 1], [above, 2]),
    onOxygen: 2,
    notAlert: 3,
    mediumFrom: 5,
    highFrom: 7,
    singleAlarm: 3,
    fromAgeYears: 16,
  },
};
