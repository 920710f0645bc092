/** The staff of the demo clinic: hired, authorised and signed off, so that an ordinary day can begin. */

import { adaptedDuty, type CompetenceLevel, type DutyId, duties, dutyOf, needsAuthorisation } from '#duties';
import { deviceKinds } from '#equipment';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { addDays, dayOf, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import {
  accept,
  type Competence,
  type CompetenceId,
  type DelegationId,
  type DeviceKind,
  type Employment,
  type HprNumber,
  lastDayOf,
  offer,
  type Person,
  signOff,
} from '#staff';
import { addCompetences } from '../../commons/staff/competence.store.ts';
import { addDelegation } from '../../commons/staff/delegation.store.ts';
import { addPerson } from '../../commons/staff/person.store.ts';
import type { Db } from '../../platform/server/database.ts';
import { demoPeople } from './demo-people.ts';

export type DemoName = (typeof demoPeople)[number]['username'];
type Ids = Readonly<Record<DemoName, PersonId>>;

/** Duties with a level of their own, or with an act that has one. */
const skilled = duties.filter(
  (duty) => duty.needs.levelAlone !== null || Object.values(duty.acts).some((rule) => rule.needs.levelAlone !== null),
);

/** What is lower than «alone»: the desk has others who do this every day. */
const stillLearning: Partial<Record<DemoName, Partial<Record<DutyId, CompetenceLevel>>>> = {
  kari: { 'treatment.audiometry': 2, 'treatment.minor-surgery': 2 },
  elev: {
    'laboratory.blood-sampling': 2,
    'laboratory.local-analyses': 1,
    'laboratory.urine-and-faeces': 2,
    'treatment.vital-signs': 2,
    'treatment.saturation': 2,
    'treatment.ecg': 1,
    'treatment.injections': 1,
    'treatment.wound-care': 1,
  },
};

/** Everyone of the demo at work since long ago; the pupil on placement with Eva as supervisor. */
export async function hireDemoStaff(db: Db, now: Moment): Promise<Ids> {
  const ids = Object.fromEntries(demoPeople.map(({ username }) => [username, newId<PersonId>()])) as Ids;
  const people = new Map(demoPeople.map((one) => [one.username, personOf(one, ids, now)]));
  for (const person of people.values()) await addPerson(db, person, now);
  const lie = people.get('lie') as Person;
  await addCompetences(
    db,
    (['kari', 'eva', 'nora', 'elev'] as const).flatMap((name) => signOffs(name, ids[name], lie, now)),
  );
  const eva = people.get('eva') as Person;
  const offered = must(
    offer(
      {
        id: newId<DelegationId>(),
        wish: {
          delegate: ids.eva,
          duty: 'treatment.cryotherapy',
          act: 'perform',
          task: 'Fryse vanlige vorter på hender og føtter',
          patients: 'Voksne og barn over 6 år som legen har sett',
          stopRules: ['Pigmentert eller usikker forandring', 'I ansiktet eller ved neglen'],
          from: dayOf(now),
        },
        doctor: lie,
        delegate: eva,
        duty: adaptedDuty(dutyOf('treatment.cryotherapy'), [], dayOf(now)),
        heldByDoctor: [],
      },
      now,
    ),
  );
  await addDelegation(db, must(accept(offered, ids.eva, now)));
  return ids;
}

function personOf(one: (typeof demoPeople)[number], ids: Ids, now: Moment): Person {
  const today = dayOf(now);
  const from = addDays(today, one.username === 'elev' ? -60 : -800);
  const accessFrom = addDays(today, -60);
  const until = one.username === 'elev' ? addDays(today, 120) : lastDayOf(accessFrom, 24);
  const employment: Employment =
    one.username === 'elev'
      ? { kind: 'placement', from, until, school: 'Fjordvik videregående skole', supervisor: ids.eva }
      : { kind: one.username === 'lie' ? 'owner' : 'employed', from };
  return {
    id: ids[one.username],
    givenName: one.givenName,
    familyName: one.familyName,
    isSpecialist: one.isSpecialist,
    ...(one.hprNumber ? { hpr: one.hprNumber as HprNumber } : {}),
    authorisations: one.roles
      .filter((role) => needsAuthorisation(role))
      .map((role) => ({ role, kind: 'authorisation', from: addDays(today, -2000), checkedOn: addDays(today, -60) })),
    employments: [employment],
    accesses: one.roles.map((role) => ({
      role,
      from: accessFrom,
      until,
      decidedBy: ids.lie,
      decidedAt: momentAt(addDays(today, -61), '12:00' as TimeOfDay),
    })),
    absences: [],
    secrecySignedOn: from,
  };
}

function signOffs(name: DemoName, person: PersonId, assessor: Person, now: Moment): Competence[] {
  const today = dayOf(now);
  const learning = stillLearning[name] ?? {};
  const from = addDays(today, -59);
  const records: Competence[] = [];
  const sign = (duty: DutyId, level: CompetenceLevel, device?: string): void => {
    const seen = {
      duty,
      level,
      observed: 10,
      words: 'Sett i praksis',
      from,
      ...(device ? { device: device as DeviceKind } : {}),
    };
    const at = momentAt(from, '12:00' as TimeOfDay);
    records.push(must(signOff(newId<CompetenceId>(), person, seen, { person: assessor, competences: [] }, at)));
  };
  for (const { id } of skilled) {
    const level = learning[id] ?? (name === 'elev' ? undefined : 4);
    if (level !== undefined) sign(id, level);
  }
  if (name !== 'elev') for (const kind of deviceKinds) sign(dutyUsing(kind), 4, kind);
  return records;
}

const dutyUsing = (kind: string): DutyId =>
  kind === 'ecg recorder'
    ? 'treatment.ecg'
    : kind === 'analyser'
      ? 'laboratory.local-analyses'
      : 'treatment.vital-signs';
