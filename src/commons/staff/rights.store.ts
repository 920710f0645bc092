/** Everything that bears on whether a person may do an act now, in one statement; it is asked in every act of the day. */

import type { Act, Adaptation, DutyId } from '#duties';
import type { PersonId } from '#kernel/ids';
import { dayOf, type IsoDate, type Moment, momentOf } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import { type CompetenceRow, competenceOf } from './competence.store.ts';
import { type DelegationRow, delegationOf } from './delegation.store.ts';
import { type PersonRow, personOf } from './person.store.ts';
import type { Rights } from './rights.ts';
import type { Supervision } from './supervision.ts';

type RightsRow = {
  people: readonly PersonRow[] | null;
  competences: readonly CompetenceRow[] | null;
  delegations: readonly DelegationRow[] | null;
  adaptations: readonly Adaptation[] | null;
  supervision: readonly Supervision[] | null;
};

const ofAct = statement<{ person: PersonId; duty: DutyId; act: Act; device: string | null; day: IsoDate }, RightsRow>(
  'rights: of act',
  `with named as materialized (
     select v.* from supervision v where v.clinic = :clinic and v.learner = :person::uuid and v.day = :day and (v.duty is null or v.duty = :duty)
   ), circle as materialized (
     select :person::uuid as id
     union select supervisor from named
     union select (e ->> 'supervisor')::uuid from person p, jsonb_array_elements(p.employments) e
       where p.clinic = :clinic and p.id = :person::uuid and e ? 'supervisor'
   ), given as materialized (
     select d.* from delegation d join circle c on d.delegate = c.id
     where d.clinic = :clinic and d.duty = :duty and d.act = :act
   ), known as (select id from circle union select delegator from given)
   select
     (select jsonb_agg(jsonb_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name, 'hprNumber', p.hpr_number,
        'isSpecialist', p.is_specialist, 'authorisations', p.authorisations, 'employments', p.employments, 'accesses', p.accesses,
        'absences', p.absences, 'secrecySignedOn', p.secrecy_signed_on))
      from known k join person p on p.clinic = :clinic and p.id = k.id) as people,
     (select jsonb_agg(jsonb_build_object('id', s.id, 'person', s.person, 'duty', s.duty, 'device', s.device, 'level', s.level,
        'assessor', s.assessor, 'assessedAt', s.assessed_at, 'observed', s.observed, 'words', '', 'from', s.valid_from, 'until', s.valid_until))
      from circle c join competence s on s.clinic = :clinic and s.person = c.id and (s.duty = :duty or s.device = :device)) as competences,
     (select jsonb_agg(jsonb_build_object('id', g.id, 'duty', g.duty, 'act', g.act, 'task', g.task, 'delegator', g.delegator,
        'delegate', g.delegate, 'patients', g.patients, 'stopRules', g.stop_rules, 'atMost', g.at_most, 'from', g.valid_from,
        'until', g.valid_until, 'offeredAt', g.offered_at, 'state', g.state, 'acceptedAt', g.accepted_at, 'used', g.used, 'how', g.how,
        'endedAt', g.ended_at, 'endedBy', g.ended_by, 'words', g.words) order by g.offered_at desc, g.id desc) from given g) as delegations,
     (select jsonb_agg(jsonb_build_object('id', a.id, 'duty', a.duty, 'on', a.is_on, 'who', a.who, 'levelAlone', a.level_alone,
        'text', a.words, 'owner', a.owner, 'deputy', a.deputy, 'decidedBy', a.decided_by, 'decidedAt', a.decided_at, 'from', a.valid_from))
      from duty_adaptation a where a.clinic = :clinic and a.duty = :duty) as adaptations,
     (select jsonb_agg(jsonb_build_object('id', v.id, 'learner', v.learner, 'supervisor', v.supervisor, 'duty', v.duty, 'day', v.day,
        'namedAt', v.named_at) order by v.named_at desc, v.id desc) from named v) as supervision`,
);

/** Moments inside JSON come as the database writes them; they are compared as text, so they are written our way. */
const written = <T extends object, K extends keyof T>(row: T, ...keys: K[]): T => {
  const clean = { ...row };
  for (const key of keys) if (typeof row[key] === 'string') clean[key] = momentOf(new Date(row[key])) as T[K];
  return clean;
};

/** What was not decided is absent in the thing, and null in its row. */
const present = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;

export async function rightsOf(
  db: Db,
  wish: { readonly person: PersonId; readonly duty: DutyId; readonly act: Act; readonly device?: string | undefined },
  now: Moment,
): Promise<Rights> {
  const row = await db.row(ofAct, { ...wish, device: wish.device ?? null, day: dayOf(now) });
  return {
    people: (row?.people ?? []).map(personOf),
    competences: (row?.competences ?? []).map((one) => competenceOf(written(one, 'assessedAt'))),
    delegations: (row?.delegations ?? []).map((one) =>
      delegationOf(written(one, 'offeredAt', 'acceptedAt', 'endedAt')),
    ),
    adaptations: (row?.adaptations ?? []).map((one) => present(written(one, 'decidedAt'))),
    supervision: (row?.supervision ?? []).map((one) => present(written(one, 'namedAt'))),
  };
}
