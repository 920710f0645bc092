import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DutyId, type Role, roles } from '#duties';
import type { PersonId } from '#kernel/ids';
import { addDays, dayOf, type IsoDate, type Moment } from '#kernel/time';
import { endEmployment, grantAccess, registerAbsence, withdrawAccess } from './access.ts';
import type { Competence } from './competence.ts';
import { countUse } from './current-delegation.ts';
import { type DelegatedTask, type DelegatedTaskId, finish, handBack, openTask, reassign } from './delegated-task.ts';
import { accept, afterClock, type Delegation, decline, giveBack, offer, withdraw } from './delegation.ts';
import type { LearningNeedId } from './learning-need.ts';
import { type Colleague, mayDo } from './may.ts';
import type { Person } from './person.ts';
import {
  berge,
  dahl,
  eva,
  here,
  hired,
  ida,
  liv,
  newName,
  noon,
  nora,
  offerOf,
  per,
  signedOff,
  today,
  tor,
} from './test-people.ts';

const anne = hired('Anne Sol', ['doctor', 'helsesekretaer']);
const staff = [berge, dahl, anne, eva, ida, nora, per, liv, tor];
const acts = ['treatment.cryotherapy', 'treatment.eye-and-ear'] as const satisfies DutyId[];
/** Everyone is skilled: only the delegation stands between a person and the task. */
const competences: Competence[] = staff
  .filter((person) => person !== berge)
  .flatMap((person) => acts.map((duty) => signedOff(person, duty, 4)));

/** What the test itself knows of who gave what to whom; kept apart from the code under test. */
type Told = {
  readonly id: string;
  readonly duty: DutyId;
  readonly doctor: PersonId;
  readonly to: PersonId;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly atMost: number;
  acceptedBy?: PersonId;
  used: number;
  isOver: boolean;
};

class Clinic {
  people = new Map<PersonId, Person>(staff.map((person) => [person.id, person]));
  delegations: Delegation[] = [];
  tasks: DelegatedTask[] = [];
  told: Told[] = [];
  now: Moment = noon(today);
  performed = 0;
  handed = 0;

  who(place: number): Person {
    const { id } = staff[place % staff.length] as Person;
    return this.people.get(id) as Person;
  }
  get register() {
    return { delegations: this.delegations, doctors: [...this.people.values()] };
  }
  isDoctorNow(id: PersonId): boolean {
    const person = this.people.get(id);
    const day = dayOf(this.now);
    const isHere = person?.employments.some((one) => one.from <= day && (!one.until || day <= one.until));
    const holds = (role: Role) =>
      person?.accesses.some((one) => one.role === role && one.from <= day && day <= one.until && !one.withdrawnAt);
    return Boolean(isHere && holds('doctor'));
  }
  /** Own, said yes to by herself, from a doctor who is one now, not ended in any way. */
  isEntitled(id: PersonId, duty: DutyId): boolean {
    const day = dayOf(this.now);
    return this.told.some(
      (one) =>
        one.duty === duty &&
        one.to === id &&
        one.acceptedBy === id &&
        one.doctor !== id &&
        !one.isOver &&
        one.used < one.atMost &&
        one.from <= day &&
        day <= one.until &&
        this.isDoctorNow(one.doctor),
    );
  }
  colleague(person: Person): Colleague {
    return { person, competences, delegations: this.delegations };
  }
  may(person: Person, duty: DutyId, supervisor: Person) {
    const { doctors } = this.register;
    return mayDo({
      ...this.colleague(person),
      duty: here(duty),
      order: 'order',
      doctors,
      supervisor: this.colleague(supervisor),
      now: this.now,
    });
  }
}

type Step = (clinic: Clinic) => void;
const place = fc.nat({ max: staff.length - 1 });
/** Mostly people for whom it can succeed, so that sequences get far; sometimes anyone, so that every no is tried. */
const mostly = (min: number, max: number) =>
  fc.oneof({ weight: 5, arbitrary: fc.integer({ min, max }) }, { weight: 1, arbitrary: place });
const [doctorPlace, helperPlace] = [mostly(0, 2), mostly(2, 5)];
const act = fc.constantFrom(...acts);
const put = (clinic: Clinic, at: number, changed: Delegation) => {
  clinic.delegations[at] = changed;
};
const pick = <T>(list: readonly T[], at: number): [T, number] | undefined => {
  const index = list.length === 0 ? -1 : at % list.length;
  const found = list[index];
  return found === undefined ? undefined : [found, index];
};
const toldOf = (clinic: Clinic, id: string) => clinic.told.find((one) => one.id === id) as Told;

const offers: fc.Arbitrary<Step> = fc
  .tuple(doctorPlace, helperPlace, act, fc.nat({ max: 40 }), fc.nat({ max: 4 }))
  .map(([by, to, duty, days, times]) => (clinic) => {
    const [doctor, delegate] = [clinic.who(by), clinic.who(to)];
    const from = dayOf(clinic.now);
    const limit = times === 0 ? {} : { atMost: times };
    const wish = offerOf(delegate, duty, { from, until: addDays(from, days), ...limit });
    const heldByDoctor = clinic.delegations.filter((one) => one.delegate === doctor.id);
    const offered = offer({ id: newName(), wish, doctor, delegate, duty: here(duty), heldByDoctor }, clinic.now);
    if (!offered.ok) return;
    expect(clinic.isDoctorNow(doctor.id)).toBe(true);
    expect(clinic.isEntitled(doctor.id, duty)).toBe(false);
    const { id, until } = offered.value;
    clinic.delegations.push(offered.value);
    const parties = { doctor: doctor.id, to: delegate.id };
    clinic.told.push({
      id,
      duty,
      ...parties,
      from,
      until,
      atMost: times || Number.POSITIVE_INFINITY,
      used: 0,
      isOver: false,
    });
  });

const answers: fc.Arbitrary<Step> = fc
  .tuple(
    fc.nat(),
    place,
    fc.constantFrom(true, true, false),
    fc.constantFrom('accept', 'accept', 'accept', 'accept', 'decline', 'give back'),
  )
  .map(([at, by, isOwn, what]) => (clinic) => {
    const found = pick(clinic.delegations, at);
    if (!found) return;
    const [delegation, index] = found;
    const person = isOwn ? delegation.delegate : clinic.who(by).id;
    const decide = { accept, decline, 'give back': giveBack }[what];
    const done = decide(delegation, person, clinic.now);
    if (!done.ok) return;
    put(clinic, index, done.value);
    if (what === 'accept') toldOf(clinic, delegation.id).acceptedBy = person;
    else toldOf(clinic, delegation.id).isOver = true;
  });

const withdrawals: fc.Arbitrary<Step> = fc.tuple(fc.nat(), doctorPlace).map(([at, by]) => (clinic) => {
  const found = pick(clinic.delegations, at);
  if (!found) return;
  const done = withdraw(found[0], clinic.who(by), clinic.now);
  if (!done.ok) return;
  put(clinic, found[1], done.value);
  toldOf(clinic, found[0].id).isOver = true;
});

const roleChanges: fc.Arbitrary<Step> = fc
  .tuple(place, fc.constantFrom(...roles), fc.constantFrom('give', 'give', 'take', 'leave', 'away'))
  .map(([at, role, what]) => (clinic) => {
    const person = clinic.who(at);
    if (person.id === liv.id) return;
    const head = clinic.people.get(liv.id) as Person;
    const day = dayOf(clinic.now);
    const changed = {
      give: () => grantAccess(person, { role, from: day }, head, clinic.now),
      take: () => withdrawAccess(person, role, head, clinic.now),
      leave: () => endEmployment(person, addDays(day, 3), head, clinic.now),
      away: () => registerAbsence(person, { from: day, until: addDays(day, 2) }, person, clinic.now),
    }[what]();
    if (changed.ok) clinic.people.set(person.id, changed.value);
  });

const days: fc.Arbitrary<Step> = fc.nat({ max: 15 }).map((count) => (clinic) => {
  clinic.now = noon(addDays(dayOf(clinic.now), count));
});
const clocks: fc.Arbitrary<Step> = fc.constant((clinic) => {
  clinic.delegations = clinic.delegations.map((one) => afterClock(one, clinic.now));
});

const opens: fc.Arbitrary<Step> = fc.tuple(doctorPlace, act).map(([by, duty]) => (clinic) => {
  const opened = openTask(newName<DelegatedTaskId>(), { duty, act: 'perform' }, clinic.who(by), clinic.now);
  if (opened.ok) clinic.tasks.push(opened.value);
});

const hands: fc.Arbitrary<Step> = fc
  .tuple(fc.nat(), place, doctorPlace, fc.boolean(), fc.option(fc.nat()))
  .map(([at, to, by, isHolder, known]) => (clinic) => {
    const found = pick(clinic.tasks, at);
    if (!found) return;
    const [task, index] = found;
    const giver = isHolder ? (clinic.people.get(task.holder) as Person) : clinic.who(by);
    const [delegation] = (known !== null && pick(clinic.delegations, known)) || [];
    const receiver = delegation ? (clinic.people.get(delegation.delegate) as Person) : clinic.who(to);
    const moved = reassign(task, receiver, giver, clinic.register, clinic.now);
    if (!moved.ok) return;
    if (receiver.id !== task.delegator) clinic.handed++;
    expect([task.holder, task.delegator]).toContain(giver.id);
    expect(receiver.id === task.delegator || clinic.isEntitled(receiver.id, task.duty)).toBe(true);
    clinic.tasks[index] = moved.value;
  });

const works: fc.Arbitrary<Step> = fc.tuple(fc.nat(), place, fc.boolean()).map(([at, by, isDone]) => (clinic) => {
  const found = pick(clinic.tasks, at);
  if (!found) return;
  const [task, index] = found;
  const person = clinic.people.get(task.holder) ?? clinic.who(by);
  if (!isDone) {
    const back = handBack(task, person.id, { id: newName<LearningNeedId>() }, clinic.now);
    if (back.ok) clinic.tasks[index] = back.value.task;
    return;
  }
  const done = finish(task, person, clinic.register, clinic.now);
  if (!done.ok) return;
  expect(clinic.isEntitled(person.id, task.duty) || clinic.isDoctorNow(person.id)).toBe(true);
  clinic.tasks[index] = done.value;
});

/** Tries to perform; where it is allowed by delegation, it counts as one use. */
const performs: fc.Arbitrary<Step> = fc.tuple(place, place, act, fc.option(fc.nat())).map((tried) => (clinic) => {
  const [by, beside, wished, known] = tried;
  const [delegation] = (known !== null && pick(clinic.delegations, known)) || [];
  const person = delegation ? (clinic.people.get(delegation.delegate) as Person) : clinic.who(by);
  const duty = delegation?.duty ?? wished;
  const may = clinic.may(person, duty, clinic.who(beside));
  if (!may.yes || may.ground !== 'delegation') return;
  const index = clinic.delegations.findIndex((one) => one.id === may.delegation);
  const used = countUse(clinic.delegations[index] as Delegation, clinic.register.doctors, clinic.now);
  expect(used.ok).toBe(true);
  if (!used.ok) return;
  put(clinic, index, used.value);
  toldOf(clinic, may.delegation).used++;
  clinic.performed++;
});

function everyoneIsHeld(clinic: Clinic, beside: number): void {
  const supervisor = clinic.who(beside);
  for (const person of clinic.people.values()) {
    for (const duty of acts) {
      const may = clinic.may(person, duty, supervisor);
      if (!may.yes) continue;
      if (may.ground === 'role') {
        expect(may.role).toBe('doctor');
        expect(clinic.isDoctorNow(person.id)).toBe(true);
      } else expect(clinic.isEntitled(person.id, duty), `${person.id} at ${duty} by ${may.ground}`).toBe(true);
    }
  }
}

const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: offers },
    { weight: 8, arbitrary: answers },
    { weight: 1, arbitrary: withdrawals },
    { weight: 1, arbitrary: roleChanges },
    { weight: 1, arbitrary: days },
    { weight: 1, arbitrary: clocks },
    { weight: 3, arbitrary: opens },
    { weight: 5, arbitrary: hands },
    { weight: 2, arbitrary: works },
    { weight: 4, arbitrary: performs },
  ),
  { minLength: 10, maxLength: 80, size: 'max' },
);

test('no sequence of commands lets anyone perform a delegated task without an own, current delegation from a doctor', () => {
  let performed = 0;
  let handed = 0;
  fc.assert(
    fc.property(steps, place, (sequence, beside) => {
      const clinic = new Clinic();
      for (const step of sequence) {
        step(clinic);
        everyoneIsHeld(clinic, beside);
      }
      performed += clinic.performed;
      handed += clinic.handed;
    }),
    { numRuns: 250 },
  );
  expect(performed, 'the sequences do reach performed acts').toBeGreaterThan(10);
  expect(handed, 'the sequences do reach tasks in a delegate’s hands').toBeGreaterThan(3);
}, 60_000);

test('an own, current delegation is also enough: a secretary at work is not refused what a doctor has given her', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      const clinic = new Clinic();
      for (const step of sequence) step(clinic);
      for (const person of [eva, ida].map(({ id }) => clinic.people.get(id) as Person)) {
        const [access] = person.accesses;
        const day = dayOf(clinic.now);
        const isHere = person.employments.some((one) => !one.until || day <= one.until);
        if (!isHere || !access || access.withdrawnAt || access.until < day) continue;
        for (const duty of acts)
          if (clinic.isEntitled(person.id, duty)) expect(clinic.may(person, duty, berge).yes).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
