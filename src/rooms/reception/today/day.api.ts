/** The day board's question: everyone who comes on one day, in the order of the clock. */

import { z } from 'zod';
import { dayInput } from '#kernel/inputs';
import { ok } from '#kernel/result';
import { dayOf } from '#kernel/time';
import { makePdf, paper, query } from '#platform/server';
import { booksOfClinic, clinicName, linesOfDay, paperLines } from './day.store.ts';
import { dayPaper } from './day-paper.template.ts';
import { paperOf } from './day-paper.ts';
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

/** The day on paper, for when the machines are down. */
export const printDayList = query({
  name: 'printDayList',
  who: { duty: 'reception.calling-and-receiving' },
  takes: z.object({ day: dayInput, language: z.enum(['nb', 'en']).default('nb') }),
  async does({ input, db, now, shows }) {
    const { day, language } = input;
    const rows = await paperLines(db, day);
    shows(rows.map(({ patient }) => patient));
    const around = { books: await booksOfClinic(db), clinic: await clinicName(db), day, now };
    return ok(paper('application/pdf', `${day}.pdf`, makePdf(dayPaper, paperOf(rows, around, language))));
  },
});
