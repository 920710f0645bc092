/** What the corridor tells the gate: who someone is, what they may do now, whose record they may enter. */

import type { Act, Adaptation, DutyId } from '#duties';
import { allAdaptations } from '#duties/server';
import type { ClinicNumber, PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import { type Ask, type DeviceKind, fullName, type May, mayWith, type Person, rolesAt, workingRolesAt } from '#staff';
import { countDelegationUse, personById, rightsOf } from '#staff/server';
import type { Given, Me } from '../platform/server/call.ts';
import type { Db } from '../platform/server/database.ts';
import type { Doorkeeper, Permission } from '../platform/server/gate.ts';
import type { Live } from '../platform/server/live.ts';
import type { WhoIs } from '../platform/server/sign-in/session.ts';
import { statement } from '../platform/server/statement.ts';

const setting = statement<object, { isDemo: boolean }>(
  'clinic: setting',
  'select is_demo as "isDemo" from clinic where clinic = :clinic',
);
async function settingOf(db: Db): Promise<'production' | 'practice'> {
  return (await db.row(setting, {}))?.isDemo ? 'practice' : 'production';
}

/**
 * Employment and access end by themselves on their last day. Only roles that are worth something now are carried;
 * someone who has not signed for secrecy comes in with none, to sign.
 */
export const whoIs: WhoIs = async (db, id, now) => {
  const person = await personById(db, id);
  if (!person || rolesAt(person, now).length === 0) return undefined;
  return { name: fullName(person), roles: workingRolesAt(person, now), setting: await settingOf(db) };
};

/** Facts after which what is remembered of the clinic is asked anew. */
const changes = new Set(['PersonChanged', 'DutyAdapted', 'EverythingChanged']);
const rememberMs = 5_000;
type Known = { readonly person: Person | undefined; readonly adaptations: readonly Adaptation[]; readonly at: number };

/**
 * Denies by default. For looks, people and decisions are remembered for a few seconds and dropped at once when they change;
 * for acts everything is read anew inside the act's own transaction.
 */
export function openDoorkeeper(live: Pick<Live, 'onEvent'>): Doorkeeper {
  const remembered = new Map<ClinicNumber, Map<PersonId, Known>>();
  live.onEvent(({ clinic, name }) => changes.has(name) && remembered.delete(clinic));

  async function know(db: Db, id: PersonId): Promise<Known> {
    const ofClinic = remembered.get(db.clinic) ?? new Map<PersonId, Known>();
    const known = ofClinic.get(id);
    if (known && Date.now() - known.at < rememberMs) return known;
    const fresh = { person: await personById(db, id), adaptations: await allAdaptations(db), at: Date.now() };
    remembered.set(db.clinic, ofClinic.set(id, fresh));
    return fresh;
  }

  return {
    async mayDo(db, me, duty, given, now) {
      if (given.act !== 'look') return mayAct(db, me, duty as DutyId, given, now);
      const { person, adaptations } = await know(db, me.person);
      const rights = { people: person ? [person] : [], competences: [], delegations: [], adaptations };
      const wish = { person: me.person, duty: duty as DutyId, act: 'look', isEmergency: me.isEmergency } as const;
      return permissionFor(mayWith(rights, wish, now));
    },
    async mayEnter() {
      return { yes: true, ground: 'role' };
    },
    holdsInEmergency: (roles) => roles.includes('head') || roles.includes('it'),
  };
}

async function mayAct(db: Db, me: Me, duty: DutyId, given: Given, now: Moment): Promise<Permission> {
  const act = (given.act ?? 'perform') as Act;
  const device = given.deviceKind as DeviceKind | undefined;
  const wish = { person: me.person, duty, act, device, order: orderOf(given), isEmergency: me.isEmergency };
  const may = mayWith(await rightsOf(db, wish, now), wish, now);
  // In the act's own transaction: a delegation that is withdrawn meanwhile is no longer there to be used.
  const under = may.yes && 'delegation' in may && act !== 'prepare' ? may.delegation : undefined;
  if (under && (await countDelegationUse(db, under)) === 0) return { yes: false, why: 'delegation used up' };
  return permissionFor(may);
}

/** A call that says nothing of an order looks for it itself. */
function orderOf({ order }: Given): Ask['order'] {
  if (order === null) return undefined;
  return order === 'written procedure' ? order : 'order';
}

function permissionFor(may: May): Permission {
  if (!may.yes) return { yes: false, why: may.why, facts: may.facts };
  if (may.ground === 'emergency') return { yes: true, ground: 'emergency', passed: may.passed };
  return may.ground === 'supervised'
    ? { yes: true, ground: 'supervised', supervisor: may.supervisor }
    : { yes: true, ground: may.ground };
}
