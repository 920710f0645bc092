/** The day board's question: everyone who comes on one day, in the order of the clock. */

import { z } from 'zod';
import { dayInput } from '#kernel/inputs';
import { ok } from '#kernel/result';
import { dayOf } from '#kernel/time';
import { query } from '#platform/server';
import { linesOfDay } from './day.store.ts';
import { entriesOf } from './day-row.ts';

export const dayList = query({
  name: 'dayList',
  who: { duty: 'reception.calling-and-receiving' },
  takes: z.object({ day: dayInput.optional() }),
  async does({ input, db, now, shows }) {
    const rows = await linesOfDay(db, input.day ?? dayOf(now));
    shows(rows.map(({ patient }) => patient));
    return ok(entriesOf(rows));
  },
});
