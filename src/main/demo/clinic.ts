/** A practice clinic with its people, and how one of them presses a button without a browser. */

import { type ClinicNumber, newId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { AnyCall, InputOf, Me, SessionId, ValueOf } from '../../platform/server/call.ts';
import { addAccount } from '../../platform/server/sign-in/account.store.ts';
import { hashSecret } from '../../platform/server/sign-in/password.ts';
import { foundClinic } from '../clinics.ts';
import type { House } from '../house.ts';
import { demoPassword, demoPeople } from './demo-people.ts';
import { hireDemoStaff } from './demo-staff.ts';

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
  const clinic = await foundClinic(house.database, entry, now);
  knownHash ??= hashSecret(demoPassword);
  const passwordHash = await knownHash;
  const people = new Map<string, Me>();
  await house.database.write(clinic, async (db) => {
    const ids = await hireDemoStaff(db, now);
    for (const { username, givenName, familyName, roles } of demoPeople) {
      const person = ids[username];
      await db.run(addAccount, { person, username, passwordHash, mustChange: false, subject: null });
      people.set(username, {
        clinic,
        person,
        session: newId<SessionId>(),
        name: `${givenName} ${familyName}`,
        roles,
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
