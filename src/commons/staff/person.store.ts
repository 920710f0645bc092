/** The roster as the tables hold it. */

import type { PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';

export type PersonRow = {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly roles: readonly string[];
  readonly hprNumber: string | null;
  readonly authorisedFrom: IsoDate | null;
  readonly authorisedUntil: IsoDate | null;
  readonly employedFrom: IsoDate;
  readonly employedUntil: IsoDate | null;
  readonly accessUntil: IsoDate | null;
  readonly isSpecialist: boolean;
  readonly school: string | null;
};

const columns = `id, given_name as "givenName", family_name as "familyName", roles, hpr_number as "hprNumber", authorised_from as "authorisedFrom",
  authorised_until as "authorisedUntil", employed_from as "employedFrom", employed_until as "employedUntil", access_until as "accessUntil",
  is_specialist as "isSpecialist", school`;

const byId = statement<{ id: PersonId }, PersonRow>(
  'person: by id',
  `select ${columns} from person where clinic = :clinic and id = :id`,
);
const everyone = statement<object, PersonRow>(
  'person: all',
  `select ${columns} from person where clinic = :clinic order by family_name, given_name`,
);
const add = statement<PersonRow & { now: Moment }>(
  'person: add',
  `insert into person (clinic, id, given_name, family_name, roles, hpr_number, authorised_from, authorised_until, employed_from, employed_until,
     access_until, is_specialist, school, added_at)
   values (:clinic, :id, :givenName, :familyName, :roles, :hprNumber, :authorisedFrom, :authorisedUntil, :employedFrom, :employedUntil,
     :accessUntil, :isSpecialist, :school, :now)`,
);

export const personById = (db: Db, id: PersonId): Promise<PersonRow | undefined> => db.row(byId, { id });
export const allPersons = (db: Db): Promise<PersonRow[]> => db.rows(everyone, {});
export const addPerson = (db: Db, person: PersonRow, now: Moment): Promise<number> => db.run(add, { ...person, now });
