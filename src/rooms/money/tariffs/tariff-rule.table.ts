/** The numbers inside the tariff's rules: minutes, hours and ceilings, by date and source. */

import { kroner, type Ore } from '#kernel/amounts';
import type { IsoDate, TimeOfDay } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import { table2025, table2026 } from './edition.table.ts';

/** A simple contact so near a consultation on another bill is rejected. */
export const simpleContactGap: readonly Dated<{ readonly minutes: number }>[] = [
  {
    from: '2025-07-01' as IsoDate,
    source: 'Helfo message 470 (KUHR krav-API documentation, example of a normal flow, 2026)',
    value: { minutes: 60 },
  },
];

/** When the supplement for time starts to run, and by which started interval it is counted. */
export type TimeSupplement = { readonly beyondMinutes: number; readonly perStartedMinutes: number };

export const consultationTime: readonly Dated<TimeSupplement>[] = [
  { ...table2025, source: `${table2025.source}: 2cd, 2cdd`, value: { beyondMinutes: 20, perStartedMinutes: 15 } },
  { ...table2026, source: `${table2026.source}: 2cd, 2cdd, S2cd`, value: { beyondMinutes: 20, perStartedMinutes: 5 } },
];

export const eveningConsultationTime: readonly Dated<TimeSupplement>[] = [
  { ...table2025, source: `${table2025.source}: 2ck`, value: { beyondMinutes: 20, perStartedMinutes: 15 } },
  { ...table2026, source: `${table2026.source}: 2ck, S2ck`, value: { beyondMinutes: 20, perStartedMinutes: 15 } },
];

export const homeVisitTime: readonly Dated<TimeSupplement>[] = [
  { ...table2025, source: `${table2025.source}: 11cd, 11ck`, value: { beyondMinutes: 30, perStartedMinutes: 15 } },
  { ...table2026, source: `${table2026.source}: 11cd, 11ck`, value: { beyondMinutes: 30, perStartedMinutes: 15 } },
];

/** Evening and night by the clock; note D1. */
export const eveningHours: readonly Dated<{ readonly from: TimeOfDay; readonly until: TimeOfDay }>[] = [
  {
    from: '2025-07-01' as IsoDate,
    source: 'Takstforskriften, note D1: between 16 and 08',
    value: { from: '16:00' as TimeOfDay, until: '08:00' as TimeOfDay },
  },
];

/** How long before the appointment a patient may cancel without a fee; note B2. */
export const cancellationNotice: readonly Dated<{ readonly hours: number }>[] = [
  {
    from: '2025-07-01' as IsoDate,
    source: 'Takstforskriften, note B2: absent without notice, or cancelled later than 24 hours before',
    value: { hours: 24 },
  },
];

/** A child so young has a blood sample paid as a minor procedure; chapter E, code 100. */
export const smallChild: readonly Dated<{ readonly underAge: number }>[] = [
  {
    from: '2025-07-01' as IsoDate,
    source: 'Takstforskriften, chapter E code 100: venous puncture, or capillary blood in a 0.5 ml tube, under 7 years',
    value: { underAge: 7 },
  },
];

/** What a patient pays in egenandeler in a calendar year before frikort (egenandelstak). */
export const frikortCeilings: readonly Dated<Ore>[] = [
  ceiling(2022, 2921, 'clinic and municipality pages'),
  ceiling(2023, 3040, 'Helsedirektoratet, circular to folketrygdloven § 5-3'),
  ceiling(2024, 3165, 'clinic price lists'),
  ceiling(2025, 3278, 'secondary pages'),
  ceiling(2026, 3278, 'one clinic page; to be checked'),
];

function ceiling(year: number, amountInKroner: number, source: string): Dated<Ore> {
  return {
    from: `${year}-01-01` as IsoDate,
    until: `${year}-12-31` as IsoDate,
    source: `Egenandelstak ${year}: ${source}`,
    value: kroner(amountInKroner),
  };
}
