/** How long before and after its expected time each open loop counts as soon, due and late: the clinic's own rule, dated. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import type { LoopKind } from './loop.ts';

/** Minutes before the expected time when it turns «soon», and minutes after it until it turns «late». */
export type AgingLimits = { readonly soonMinutes: number; readonly graceMinutes: number };

const hour = 60;
const day = 24 * hour;
const quick: AgingLimits = { soonMinutes: 30, graceMinutes: 0 };
const sameDay: AgingLimits = { soonMinutes: 2 * hour, graceMinutes: 0 };
const nextDays: AgingLimits = { soonMinutes: day, graceMinutes: day };
const weeks: AgingLimits = { soonMinutes: 7 * day, graceMinutes: 3 * day };

export const agingLimits: readonly Dated<Readonly<Record<LoopKind, AgingLimits>>>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'clinic rule, a starting point that each clinic sets for itself; no published limit found (2026)',
    value: {
      'order to perform': sameDay,
      'specimen sent': nextDays,
      'result to review': sameDay,
      'result to tell': nextDays,
      'referral sent': weeks,
      recall: weeks,
      'promised call': quick,
      'message to answer': nextDays,
      'message sent': sameDay,
      'form promised': nextDays,
      'interpreter booked': nextDays,
      'transport booked': sameDay,
      'document to place': nextDays,
      'control due': sameDay,
      'device to repair': nextDays,
      'entry to sign': sameDay,
      'entry to countersign': sameDay,
      'other promise': nextDays,
    },
  },
];
