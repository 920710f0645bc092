/** The settlements of a day, asked again when money moves at any desk. */

import type { IsoDate } from '#kernel/time';
import { useAsk } from '#platform/web';
import type { seeDayClose } from './see-day.api.ts';

export const dayFacts = [
  'BillPaid',
  'BillProposed',
  'BillClosed',
  'BillCredited',
  'BillInvoiced',
  'BillDropped',
  'RefundChanged',
  'DayCloseChanged',
  'DayClosed',
] as const;

export const useDayClose = (day: IsoDate) =>
  useAsk<typeof seeDayClose>('seeDayClose', { day }, { hears: dayFacts, keeps: true });
export type SeenDay = NonNullable<ReturnType<typeof useDayClose>['data']>;
export type Settlement = SeenDay['settlements'][number];
