/** How often each kind of analysis is controlled, which rules reject, and how long an opened bottle holds: dated and sourced. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import type { WestgardRule } from './westgard.ts';

/** `one`: the levels take turns; `all`: every level each time. */
export type ControlRule = {
  readonly every: 'day' | 'week';
  readonly levels: 'one' | 'all';
  /** A new lot of reagent or strips is controlled before the first patient. */
  readonly atNewReagentLot: boolean;
};

const daily: ControlRule = { every: 'day', levels: 'one', atNewReagentLot: true };
const weekly: ControlRule = { every: 'week', levels: 'one', atNewReagentLot: true };

/** By analyte; what is not named is controlled by `other`. */
export const controlRules: readonly Dated<{
  readonly byAnalyte: Readonly<Record<string, ControlRule>>;
  readonly other: ControlRule;
}>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source:
      'Gidske G et al. Clin Chem Lab Med 2022 (cell counters daily, glucose meters weekly); Eurotrol for factory-calibrated ' +
      'Hb (new lot, at least weekly, levels in turn); the rest daily until the laboratory adviser says otherwise (unconfirmed, 2026)',
    value: {
      byAnalyte: {
        leukocytes: { ...daily, levels: 'all' },
        platelets: { ...daily, levels: 'all' },
        glucose: weekly,
        hemoglobin: weekly,
      },
      other: daily,
    },
  },
];

/** What a broken rule leads to; outside the accepted span always fails, whatever stands here. */
export type ControlJudgement = {
  readonly rejectOn: readonly WestgardRule[];
  readonly warnOn: readonly WestgardRule[];
  /** Controls of one device and analyte within so many minutes of the first are one run. */
  readonly sameRunMinutes: number;
};

export const controlJudgement: readonly Dated<ControlJudgement>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source:
      'Westgard JO et al. Clin Chem 1981;27:493–501; which rules reject in a general practice is the clinic’s choice (2026)',
    value: { rejectOn: ['1_3s', '2_2s', 'R_4s'], warnOn: ['1_2s', '4_1s', '10_x', '7_T'], sameRunMinutes: 60 },
  },
];

/** Days that an opened bottle of control holds where its own leaflet says nothing else. */
export const openBottleDays: readonly Dated<number>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Eurotrol, haemoglobin control, leaflet as quoted 2024 (one maker)',
    value: 31,
  },
];

/** Own limits are fixed from so many values over so many days; fewer days than values hide the spread between days. */
export const ownLimitsNeed: readonly Dated<{ readonly values: number; readonly days: number }>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Levey–Jennings practice: at least 20 values over 10–20 days (recalled, unconfirmed, 2026)',
    value: { values: 20, days: 10 },
  },
];

/** Total error at 50 mmol/mol, in mmol/mol → class of an HbA1c method; each limit is inside its class. */
export const ifccHba1cLimits: readonly Dated<readonly (readonly [limit: number, name: IfccHba1cClass])[]>[] = [
  {
    from: '2015-01-01' as IsoDate,
    source: 'IFCC task force on HbA1c monitoring, criteria at 50 mmol/mol',
    value: [
      [1.1, 'gold'],
      [2.2, 'silver'],
      [3.3, 'bronze'],
      [5, 'meets_criteria'],
      [Number.POSITIVE_INFINITY, 'not_met'],
    ],
  },
];
export type IfccHba1cClass = 'gold' | 'silver' | 'bronze' | 'meets_criteria' | 'not_met';
