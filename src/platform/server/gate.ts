/** The gate: every command and every query passes here; it denies by default and logs yes and no. */

import { idPattern, type PersonId } from '#kernel/ids';
import type { Facts } from '#kernel/result';
import type { Moment } from '#kernel/time';
import type { LookLog } from './access-log.ts';
import type { AnyCall, Doing, Fact, Given, Ground, Me } from './call.ts';
import type { Clock } from './clock.ts';
import { type Database, type Db, isCollision } from './database.ts';
import { isDatabaseAway } from './failure.ts';
import { closeAct, savedAnswer } from './outbox.ts';
import type { Outcome } from './outcome.ts';
import { lineOf, newVisit, startAgain, type Visit } from './visit.ts';

export type Permission =
  | {
      readonly yes: true;
      readonly ground: Ground;
      readonly supervisor?: PersonId | undefined;
      /** The stop that emergency mode passed. */
      readonly passed?: string | undefined;
    }
  | { readonly yes: false; readonly why: string; readonly facts?: Facts };

/** What the corridor knows and the gate does not: duties, competence, delegations, restrictions. */
export type Doorkeeper = {
  readonly mayDo: (db: Db, me: Me, duty: string, given: Given, now: Moment) => Promise<Permission>;
  readonly mayEnter: (db: Db, me: Me, patient: string, now: Moment) => Promise<Permission>;
  /** What only these roles may, emergency or not (accounts, access): it helps nobody who is ill. */
  readonly holdsInEmergency?: (roles: readonly string[]) => boolean;
};

export type Gate = {
  readonly perform: (call: AnyCall, input: unknown, me: Me, command?: string) => Promise<Outcome>;
};

type Parts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly looks: LookLog;
  readonly doorkeeper: Doorkeeper;
  /** Which reactions follow an event; they become jobs in the same transaction. */
  readonly reactionsOn: (event: string) => readonly string[];
  /** Told as soon as an act is committed, before it is answered; the other servers hear of it a moment later. */
  readonly onDone?: (me: Me, told: readonly Fact[]) => void;
};

/** Leaves the transaction without a trace in the tables. */
class Undo extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('undone');
    this.outcome = outcome;
  }
}
const denied = (no: Extract<Permission, { yes: false }>): Undo =>
  new Undo({ kind: 'not allowed', why: no.why, facts: no.facts });

export function makeGate(parts: Parts): Gate {
  return {
    async perform(call, input, me, command) {
      const visit = newVisit(call, me, command, parts.clock());
      try {
        const outcome = call.kind === 'look' ? await look(parts, visit, input) : await act(parts, visit, input);
        if (call.kind === 'look' || !isYes(outcome)) parts.looks.add(me.clinic, lineOf(visit, outcome));
        return outcome;
      } catch (fault) {
        if (!isDatabaseAway(fault)) parts.looks.add(me.clinic, lineOf(visit, 'fault'));
        throw fault;
      }
    },
  };
}

const isYes = (outcome: Outcome): boolean => outcome.kind === 'answer' && outcome.answer.ok;

async function look(parts: Parts, visit: Visit, input: unknown): Promise<Outcome> {
  try {
    return await parts.database.read(visit.me.clinic, (db) => {
      startAgain(visit);
      return through(parts, visit, input, db);
    });
  } catch (fault) {
    if (fault instanceof Undo) return fault.outcome;
    throw fault;
  }
}

async function act(parts: Parts, visit: Visit, input: unknown, triesLeft = 3): Promise<Outcome> {
  try {
    const done = await parts.database.write(visit.me.clinic, async (db) => {
      const outcome = await through(parts, visit, input, db);
      if (!isYes(outcome) || outcome.kind !== 'answer') throw new Undo(outcome);
      if (visit.ground === 'emergency') visit.told.push(emergencyUsed(visit));
      await closeAct(db, {
        line: lineOf(visit, outcome),
        events: visit.told,
        reactionsOn: parts.reactionsOn,
        command: visit.command,
        answer: outcome.answer,
      });
      return outcome;
    });
    parts.onDone?.(visit.me, visit.told);
    return done;
  } catch (fault) {
    if (isCollision(fault) && triesLeft > 0) {
      startAgain(visit);
      return act(parts, visit, input, triesLeft - 1);
    }
    if (isDatabaseAway(fault)) throw fault;
    // Sent a second time, it meets what the first sending did: a taken key, or a no that was a yes.
    const { command, me } = visit;
    const first = command && (await parts.database.read(me.clinic, (db) => savedAnswer(db, command, me.person)));
    if (first) return { kind: 'answer', answer: first };
    if (fault instanceof Undo) return fault.outcome;
    throw fault;
  }
}

/** Permission, input, work, in that order; whoever may not is told so before what is wrong with the input. */
async function through(parts: Parts, visit: Visit, input: unknown, db: Db): Promise<Outcome> {
  const { call, me, now } = visit;
  const read = call.takes.safeParse(input);
  const fits = read.success ? (read.data as never) : undefined;
  const permission = await mayDo(parts, visit, db, fits === undefined ? {} : (call.given?.(fits) ?? {}));
  if (!permission.yes) throw denied(permission);
  const isEmergency = me.isEmergency && call.kind === 'act' && call.who !== 'signed in';
  visit.ground = isEmergency ? 'emergency' : permission.ground;
  visit.passed = permission.passed;
  if (!read.success) {
    const issues = read.error.issues.map(({ path, code, message }) => ({
      path: path as (string | number)[],
      code: code ?? 'custom',
      message,
    }));
    return { kind: 'bad input', issues };
  }
  const about = async (patient: string): Promise<void> => {
    if (!idPattern.test(patient)) throw new Error(`${call.name} is about something that is not an id`);
    visit.patient = patient;
    const entry = await parts.doorkeeper.mayEnter(db, me, patient, now);
    if (!entry.yes) throw denied(entry);
  };
  const patient = call.patient?.(fits as never);
  if (patient !== undefined) await about(patient);
  const doing: Doing<unknown> = {
    input: fits,
    db,
    me,
    now,
    ground: permission.ground,
    supervisor: permission.supervisor,
    about,
    shows: (patients) => visit.seen.push(...patients),
    tell: (fact) => visit.told.push(fact),
  };
  return { kind: 'answer', answer: await call.does(doing as Doing<never>) };
}

async function mayDo(parts: Parts, { call, me, now }: Visit, db: Db, given: Given): Promise<Permission> {
  if (call.who === 'signed in') return { yes: true, ground: 'signed in' };
  if ('duty' in call.who) {
    const act = call.kind === 'look' ? 'look' : (given.act ?? call.who.act ?? 'perform');
    return parts.doorkeeper.mayDo(db, me, call.who.duty, { ...given, act }, now);
  }
  const { roles } = call.who;
  if (me.roles.some((role) => roles.includes(role))) return { yes: true, ground: 'role' };
  if (me.isEmergency && !parts.doorkeeper.holdsInEmergency?.(roles))
    return { yes: true, ground: 'emergency', passed: 'not for this role' };
  return { yes: false, why: 'not for this role' };
}

/** Every act in emergency mode opens a question that is answered afterwards. */
const emergencyUsed = ({ call, me, patient, passed }: Visit): Fact => ({
  name: 'EmergencyModeUsed',
  facts: { person: me.person, session: me.session, call: call.name, patient: patient ?? null, passed: passed ?? null },
});
