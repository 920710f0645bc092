/** The equation between the two units of HbA1c. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

export const masterEquation: Dated<{
  readonly percentPerMmolPerMol: number;
  readonly percentAtZero: number;
  readonly mmolPerMolPerPercent: number;
  readonly mmolPerMolAtZero: number;
}> = {
  from: '2018-09-30' as IsoDate,
  source: 'IFCC/NGSP master equation in the Norwegian national form, 2018 (Noklus)',
  value: {
    percentPerMmolPerMol: 0.09148,
    percentAtZero: 2.152,
    mmolPerMolPerPercent: 10.93,
    mmolPerMolAtZero: -23.5,
  },
};
