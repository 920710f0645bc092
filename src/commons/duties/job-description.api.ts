/** The clinic's own job description: on the screen, with what was done today, and on paper. */

import { z } from 'zod';
import { ok } from '#kernel/result';
import type { Language } from '#kernel/texts';
import { dayOf, type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import { type Db, makePdf, paper, query } from '#platform/server';
import { allPersons } from '#staff/server';
import { allAdaptations } from './adaptation.store.ts';
import { clinicName, doneSince } from './duty-day.store.ts';
import { type JobDescription, jobDescription } from './job-description.ts';
import { jobDescriptionSheet, sheetOf } from './job-description-sheet.ts';

const language = z.enum(['nb', 'en']).default('nb');
const everyone = { duty: 'general.know-own-competence' };

async function descriptionOn(db: Db, on: IsoDate, spoken: Language): Promise<JobDescription> {
  const names = new Map(
    (await allPersons(db)).map((person) => [person.id, `${person.givenName} ${person.familyName}`]),
  );
  const nameOf = (id: Parameters<typeof names.get>[0]): string => names.get(id) ?? '';
  const adaptations = await allAdaptations(db);
  return jobDescription({ clinic: await clinicName(db), on, language: spoken, adaptations, nameOf });
}

const morningOf = (now: Moment): Moment => momentAt(dayOf(now), '00:00' as TimeOfDay);

/** All lines in their order, as they are here today; how often each was done today, and by how many people. */
export const seeJobDescription = query({
  name: 'seeJobDescription',
  who: everyone,
  takes: z.object({ language }),
  async does({ input, db, now }) {
    const description = await descriptionOn(db, dayOf(now), input.language);
    const done = await doneSince(db, morningOf(now));
    const parts = description.parts.map((part) => ({
      ...part,
      lines: part.lines.map(({ id, number, name, on, rhythm, whoMay, localText, owner, decided }) => {
        const ofDuty = done.filter(({ duty }) => duty === id);
        const times = ofDuty.reduce((sum, { times }) => sum + times, 0);
        const who = whoMay.map(({ role, roleName, standing }) => ({ role, roleName, standing }));
        return {
          id,
          number,
          name,
          on,
          rhythm,
          who,
          localText,
          owner,
          isAdapted: decided !== undefined,
          doneToday: times,
        };
      }),
    }));
    return ok({ ...description, parts });
  },
});

/** The adapted job description, to sign and hang up. */
export const printJobDescription = query({
  name: 'printJobDescription',
  who: everyone,
  takes: z.object({ language }),
  async does({ input, db, now }) {
    const description = await descriptionOn(db, dayOf(now), input.language);
    const name = input.language === 'nb' ? 'stillingsbeskrivelse.pdf' : 'job-description.pdf';
    return ok(paper('application/pdf', name, makePdf(jobDescriptionSheet, sheetOf(description))));
  },
});
