/** How long a bill may wait: reporting to Helfo, the lapse of the claim, crediting, and the sales document. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

export type BillClock = {
  /** Egenandeler are reported so often that frikort comes in time. */
  readonly reportWithinDays: number;
  /** After the end of the month of treatment. */
  readonly lapsesAfterMonths: number;
  /** A claim can be credited no later than this after it was received. */
  readonly creditWithinYears: number;
  /** The sales document is issued no later than this after delivery. */
  readonly documentWithinMonths: number;
};

export const billClocks: readonly Dated<BillClock>[] = [
  {
    from: '2025-07-01' as IsoDate,
    source:
      'Helfo on reporting of egenandeler (14 days) and settlement (6 months after the treatment month); KUHR krav-API ' +
      '(crediting within 3 years); bokføringsforskriften FOR-2004-12-01-1558 § 5-2-2 (one month after delivery)',
    value: { reportWithinDays: 14, lapsesAfterMonths: 6, creditWithinYears: 3, documentWithinMonths: 1 },
  },
];
