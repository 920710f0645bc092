/** Who a line of the record, an order or a list names: everyone who works or has worked here, by name. */

import { z } from 'zod';
import type { PersonId } from '#kernel/ids';
import { ok } from '#kernel/result';
import { query } from '#platform/server';
import { allPersons } from './person.store.ts';
import { fullName, rolesAt } from './person.ts';

export const colleagueNames = query({
  name: 'colleagueNames',
  who: 'signed in',
  takes: z.object({}),
  async does({ db, now }) {
    const everyone = await allPersons(db);
    return ok(
      everyone.map((person) => ({
        person: person.id as PersonId,
        name: fullName(person),
        isDoctor: rolesAt(person, now).includes('doctor'),
      })),
    );
  },
});
