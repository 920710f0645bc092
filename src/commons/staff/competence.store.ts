/** Sign-offs as the table holds them; rows are added and never changed. */

import type { PersonId } from '#kernel/ids';
import type { IsoDate } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { Competence } from './competence.ts';

export type CompetenceRow = Omit<Competence, 'device' | 'evidence' | 'until' | 'from'> & {
  readonly device: Competence['device'] | null;
  readonly observed: number;
  readonly words: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
};

const columns = `c.id, c.person, c.duty, c.device, c.level, c.assessor, c.assessed_at as "assessedAt", c.observed, c.words,
  c.valid_from as "from", c.valid_until as "until"`;

const ofPerson = statement<{ person: PersonId }, CompetenceRow>(
  'competence: of person',
  `select ${columns} from competence c where c.clinic = :clinic and c.person = :person order by c.assessed_at`,
);
/** Of everyone, the newest of each duty and device; what it replaced is left out. */
const standing = statement<object, CompetenceRow>(
  'competence: standing',
  `select distinct on (c.person, c.duty, c.device) ${columns} from competence c where c.clinic = :clinic
   order by c.person, c.duty, c.device, c.assessed_at desc`,
);
const add = statement<{ rows: string }>(
  'competence: add',
  `insert into competence (clinic, id, person, duty, device, level, assessor, assessed_at, observed, words, valid_from, valid_until)
   select :clinic, r.id, r.person, r.duty, r.device, r.level, r.assessor, r.assessed_at, r.observed, r.words, r.valid_from, r.valid_until
   from jsonb_to_recordset(:rows::jsonb) as r(id uuid, person uuid, duty text, device text, level smallint, assessor uuid,
     assessed_at timestamptz, observed integer, words text, valid_from date, valid_until date)`,
);

export function competenceOf({ device, observed, words, ...row }: CompetenceRow): Competence {
  return { ...row, evidence: { observed, words }, ...(device ? { device } : {}) };
}

export const competencesOf = async (db: Db, person: PersonId): Promise<Competence[]> =>
  (await db.rows(ofPerson, { person })).map(competenceOf);
export const standingCompetences = async (db: Db): Promise<Competence[]> =>
  (await db.rows(standing, {})).map(competenceOf);

export function addCompetences(db: Db, all: readonly Competence[]): Promise<number> {
  const rows = all.map(({ assessedAt, evidence, from, until, ...one }) => ({
    ...one,
    assessed_at: assessedAt,
    observed: evidence.observed,
    words: evidence.words,
    valid_from: from,
    valid_until: until,
  }));
  return db.run(add, { rows: JSON.stringify(rows) });
}
