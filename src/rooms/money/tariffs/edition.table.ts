/** The published tables of the fee regulation (takstforskriften) that this tariff is read from. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import type { Edition } from './takst.ts';

export const table2025: Dated<Edition> = {
  from: '2025-07-01' as IsoDate,
  until: '2026-06-30' as IsoDate,
  source: 'Forskrift om stønad hos lege FOR-2024-06-26-1322, chapter II as amended by FOR-2025-06-30-1416 (1 Jul 2025)',
  value: { name: 'Takster 1.7.2025–30.6.2026', certainty: 'table 1 Jul 2025' },
};

export const table2026: Dated<Edition> = {
  from: '2026-07-01' as IsoDate,
  until: '2027-06-30' as IsoDate,
  source:
    'Forskrift om stønad hos lege FOR-2024-06-26-1322, chapter II as amended up to FOR-2026-07-03-1510 (1 Jul 2026)',
  value: { name: 'Takster 1.7.2026–30.6.2027', certainty: 'table 1 Jul 2026' },
};

export const editions: readonly Dated<Edition>[] = [table2025, table2026];
