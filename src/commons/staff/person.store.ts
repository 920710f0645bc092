/** The roster as the tables hold it. */

import type { PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { HprNumber, Person } from './person.ts';

/** A person as a row; the dated lists lie as they are in the thing. */
export type PersonRow = Pick<
  Person,
  'id' | 'givenName' | 'familyName' | 'authorisations' | 'employments' | 'accesses' | 'absences'
> & {
  readonly hprNumber: HprNumber | null;
  readonly isSpecialist: boolean;
  readonly secrecySignedOn: IsoDate | null;
};

const columns = `p.id, p.given_name as "givenName", p.family_name as "familyName", p.hpr_number as "hprNumber", p.is_specialist as "isSpecialist",
  p.authorisations, p.employments, p.accesses, p.absences, p.secrecy_signed_on as "secrecySignedOn"`;

const byId = statement<{ id: PersonId }, PersonRow>(
  'person: by id',
  `select ${columns} from person p where p.clinic = :clinic and p.id = :id`,
);
const toChange = statement<{ id: PersonId }, PersonRow>(
  'person: to change',
  `select ${columns} from person p where p.clinic = :clinic and p.id = :id for no key update`,
);
const everyone = statement<object, PersonRow>(
  'person: all',
  `select ${columns} from person p where p.clinic = :clinic order by p.family_name, p.given_name, p.id`,
);
type Lists = { authorisations: string; employments: string; accesses: string; absences: string };
type Saved = Omit<PersonRow, keyof Lists> & Lists;
const add = statement<Saved & { now: Moment }>(
  'person: add',
  `insert into person (clinic, id, given_name, family_name, hpr_number, is_specialist, authorisations, employments, accesses, absences,
     secrecy_signed_on, added_at)
   values (:clinic, :id, :givenName, :familyName, :hprNumber, :isSpecialist, :authorisations::jsonb, :employments::jsonb, :accesses::jsonb,
     :absences::jsonb, :secrecySignedOn, :now)`,
);
const save = statement<Saved>(
  'person: save',
  `update person set given_name = :givenName, family_name = :familyName, hpr_number = :hprNumber, is_specialist = :isSpecialist,
     authorisations = :authorisations::jsonb, employments = :employments::jsonb, accesses = :accesses::jsonb, absences = :absences::jsonb,
     secrecy_signed_on = :secrecySignedOn
   where clinic = :clinic and id = :id`,
);

export function personOf({ hprNumber, isSpecialist, secrecySignedOn, ...row }: PersonRow): Person {
  return {
    ...row,
    isSpecialist,
    ...(hprNumber ? { hpr: hprNumber } : {}),
    ...(secrecySignedOn ? { secrecySignedOn } : {}),
  };
}

function savedOf(person: Person): Saved {
  const { id, givenName, familyName, authorisations, employments, accesses, absences } = person;
  return {
    id,
    givenName,
    familyName,
    hprNumber: person.hpr ?? null,
    isSpecialist: person.isSpecialist ?? false,
    secrecySignedOn: person.secrecySignedOn ?? null,
    authorisations: JSON.stringify(authorisations),
    employments: JSON.stringify(employments),
    accesses: JSON.stringify(accesses),
    absences: JSON.stringify(absences),
  };
}

export async function personById(db: Db, id: PersonId): Promise<Person | undefined> {
  const row = await db.row(byId, { id });
  return row && personOf(row);
}
/** Held until the act is over, so that two who decide over the same person do so one after the other. */
export async function personToChange(db: Db, id: PersonId): Promise<Person | undefined> {
  const row = await db.row(toChange, { id });
  return row && personOf(row);
}
/** Everyone who is or was here, by name. */
export const allPersons = async (db: Db): Promise<Person[]> => (await db.rows(everyone, {})).map(personOf);
export const addPerson = (db: Db, person: Person, now: Moment): Promise<number> =>
  db.run(add, { ...savedOf(person), now });
export const savePerson = (db: Db, person: Person): Promise<number> => db.run(save, savedOf(person));
