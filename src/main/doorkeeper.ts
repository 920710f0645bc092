/** What the corridor tells the gate: who someone is, what they may do now, whose record they may enter. */

import { dayOf } from '#kernel/time';
import { personById } from '../commons/staff/person.store.ts';
import type { Db } from '../platform/server/database.ts';
import type { Doorkeeper } from '../platform/server/gate.ts';
import type { WhoIs } from '../platform/server/sign-in/session.ts';
import { statement } from '../platform/server/statement.ts';

const setting = statement<object, { isDemo: boolean }>(
  'clinic: setting',
  'select is_demo as "isDemo" from clinic where clinic = :clinic',
);
async function settingOf(db: Db): Promise<'production' | 'practice'> {
  return (await db.row(setting, {}))?.isDemo ? 'practice' : 'production';
}

/** Employment and access end by themselves on their last day. */
export const whoIs: WhoIs = async (db, id, now) => {
  const person = await personById(db, id);
  const today = dayOf(now);
  if (!person || person.employedFrom > today) return undefined;
  if ((person.employedUntil ?? today) < today || (person.accessUntil ?? today) < today) return undefined;
  return { name: `${person.givenName} ${person.familyName}`, roles: person.roles, setting: await settingOf(db) };
};

export const doorkeeper: Doorkeeper = {
  async mayDo(db, me, _duty, _given, now) {
    if (!(await whoIs(db, me.person, now))) return { yes: false, why: 'access ended' };
    return me.isEmergency ? { yes: true, ground: 'emergency' } : { yes: true, ground: 'role' };
  },
  async mayEnter() {
    return { yes: true, ground: 'role' };
  },
};
