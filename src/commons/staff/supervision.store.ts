/** Who is with whom, as the table holds it. */

import type { DutyId } from '#duties';
import type { IsoDate } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { Supervision } from './supervision.ts';

type SupervisionRow = Omit<Supervision, 'duty'> & { readonly duty: DutyId | null };

const onDay = statement<{ day: IsoDate }, SupervisionRow>(
  'supervision: on day',
  `select id, learner, supervisor, duty, day, named_at as "namedAt" from supervision where clinic = :clinic and day = :day order by named_at desc, id desc`,
);
const add = statement<SupervisionRow>(
  'supervision: add',
  `insert into supervision (clinic, id, learner, supervisor, duty, day, named_at)
   values (:clinic, :id, :learner, :supervisor, :duty, :day, :namedAt)`,
);

export const supervisionOn = async (db: Db, day: IsoDate): Promise<Supervision[]> =>
  (await db.rows(onDay, { day })).map(({ duty, ...row }) => ({ ...row, ...(duty ? { duty } : {}) }));
export const addSupervision = (db: Db, named: Supervision): Promise<number> =>
  db.run(add, { ...named, duty: named.duty ?? null });
