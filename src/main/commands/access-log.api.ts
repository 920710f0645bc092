/** What is asked of the access log on the command line; each question is itself a line in it. */

import { z } from 'zod';
import type { Id, PersonId } from '#kernel/ids';
import { dayInput, idInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { addDays, type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import { query } from '../../platform/server/call.ts';
import type { Db } from '../../platform/server/database.ts';
import { statement } from '../../platform/server/statement.ts';

export type AccessRow = {
  readonly number: number;
  readonly at: Moment;
  readonly kind: 'act' | 'look';
  readonly call: string;
  readonly person: PersonId | null;
  readonly name: string | null;
  readonly patient: string | null;
  readonly allowed: boolean;
  readonly ground: string | null;
  readonly why: string | null;
};
type Span = { from: Moment; until: Moment; most: number };

const columns = `l.number, l.at, l.kind, l.call, l.person, p.given_name || ' ' || p.family_name as name, l.patient, l.allowed, l.ground, l.why`;
const named = 'access_line l left join person p on p.clinic = l.clinic and p.id = l.person';
const inSpan = 'l.at >= :from::timestamptz and l.at < :until::timestamptz order by l.at, l.number limit :most';

/** Lists in which the patient stood count as well as the record that was opened. */
const ofPatient = statement<Span & { patient: string }, AccessRow>(
  'access log: of patient',
  `select ${columns} from ${named}
   where l.clinic = :clinic and (l.patient = :patient::uuid or :patient::uuid = any(l.seen)) and ${inSpan}`,
);
const ofPerson = statement<Span & { person: PersonId }, AccessRow>(
  'access log: of person',
  `select ${columns} from ${named} where l.clinic = :clinic and l.person = :person and ${inSpan}`,
);
const personByUsername = statement<{ username: string }, { person: PersonId }>(
  'access log: person by username',
  'select person from account where clinic = :clinic and username = lower(:username)',
);

const span = { from: dayInput, until: dayInput };
const midnight = '00:00' as TimeOfDay;
const spanOf = ({ from, until }: { from: IsoDate; until: IsoDate }): Span => ({
  from: momentAt(from, midnight),
  until: momentAt(addDays(until, 1), midnight),
  most: 50_000,
});

/** The patient's right to know (pasientjournalloven § 24): who has had the record open, or seen the name in a list. */
export const whoSawPatient = query({
  name: 'whoSawPatient',
  who: { roles: ['head', 'it'] },
  takes: z.object({ patient: idInput<Id<'Patient'>>(), ...span }),
  patient: ({ patient }) => patient,
  does: async ({ input, db }) => ok(await db.rows(ofPatient, { patient: input.patient, ...spanOf(input) })),
});

export const whatPersonDid = query({
  name: 'whatPersonDid',
  who: { roles: ['head', 'it'] },
  takes: z.object({ username: z.string().min(1).max(120), ...span }),
  async does({ input, db, shows }) {
    const person = await personOf(db, input.username);
    if (!person) return refuse('nobody of that name');
    const rows = await db.rows(ofPerson, { person, ...spanOf(input) });
    shows([...new Set(rows.flatMap(({ patient }) => patient ?? []))]);
    return ok(rows);
  },
});

async function personOf(db: Db, username: string): Promise<PersonId | undefined> {
  return (await db.row(personByUsername, { username }))?.person;
}
