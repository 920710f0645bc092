/** A practice clinic with its people, and how one of them presses a button without a browser. */

import { type ClinicNumber, newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { addDays, dayOf } from '#kernel/time';
import { addPerson } from '../../commons/staff/person.store.ts';
import type { AnyCall, InputOf, Me, SessionId, ValueOf } from '../../platform/server/call.ts';
import { addAccount } from '../../platform/server/sign-in/account.store.ts';
import { hashSecret } from '../../platform/server/sign-in/password.ts';
import { foundClinic } from '../clinics.ts';
import type { House } from '../house.ts';
import { demoPassword, demoPeople } from './demo-people.ts';

export type Demo = { readonly clinic: ClinicNumber; readonly as: (username: string) => Me };

/** Someone of the demo presses a button: the same gate as in a browser; a no is a fault of the demo. */
export async function press<C extends AnyCall>(house: House, me: Me, call: C, input: InputOf<C>): Promise<ValueOf<C>> {
  const outcome = await house.gate.perform(call, input, me);
  if (outcome.kind !== 'answer') throw new Error(`${call.name}: ${JSON.stringify(outcome)}`);
  return must(outcome.answer) as ValueOf<C>;
}

const entry = {
  code: 'fjordglott',
  name: 'Fjordgløtt legesenter',
  address: 'Storgata 1, 9999 Fjordvik',
  phone: '77 00 00 00',
  organisationNumber: '999999999',
  isDemo: true,
};

let knownHash: Promise<string> | undefined;

export async function makeClinic(house: House): Promise<Demo> {
  const now = house.clock();
  const today = dayOf(now);
  const clinic = await foundClinic(house.database, entry, now);
  knownHash ??= hashSecret(demoPassword);
  const passwordHash = await knownHash;
  const people = new Map<string, Me>();
  await house.database.write(clinic, async (db) => {
    for (const { username, words: _, ...person } of demoPeople) {
      const id = newId<PersonId>();
      const dates = {
        employedFrom: addDays(today, -800),
        authorisedFrom: addDays(today, -2000),
        authorisedUntil: null,
        employedUntil: null,
        accessUntil: null,
      };
      await addPerson(db, { ...person, ...dates, id, school: null }, now);
      await db.run(addAccount, { person: id, username, passwordHash, mustChange: false, subject: null });
      const name = `${person.givenName} ${person.familyName}`;
      const session = newId<SessionId>();
      people.set(username, {
        clinic,
        person: id,
        session,
        name,
        roles: person.roles,
        workstation: 'Luke 1',
        setting: 'practice',
        isEmergency: false,
      });
    }
  });
  const as = (username: string): Me => {
    const me = people.get(username);
    if (!me) throw new Error(`no one is called ${username}`);
    return me;
  };
  return { clinic, as };
}
