/** Who stands behind a command line: a clinic by its code, and someone of its people by their username. */

import { newId } from '#kernel/ids';
import type { Me, SessionId } from '../../platform/server/call.ts';
import { StartFault } from '../../platform/server/failure.ts';
import { accountByUsername } from '../../platform/server/sign-in/account.store.ts';
import type { ClinicRow } from '../clinics.ts';
import { whoIs } from '../doorkeeper.ts';
import type { House } from '../house.ts';

/** The clinic that is meant; where there is one only, its code may be left out. */
export async function clinicNamed(house: House, code: string | undefined): Promise<ClinicRow> {
  const clinics = await house.clinics();
  const [only, ...others] = clinics;
  if (!only)
    throw new StartFault('There is no clinic in this database yet.', 'Make one first: start, demo or restore.');
  const codes = clinics.map((each) => each.code).join(', ');
  if (code === undefined) {
    if (others.length === 0) return only;
    throw new StartFault('There are several clinics here.', `Say which with --clinic CODE: ${codes}`);
  }
  const found = clinics.find((each) => each.code === code);
  if (!found) throw new StartFault(`There is no clinic with the code "${code}".`, `Those here: ${codes}`);
  return found;
}

/**
 * Whoever can read the data folder is taken at their word: the gate asks what this person may, and the access log bears
 * the name, with the command line as the workstation's.
 */
export function personNamed(house: House, clinic: ClinicRow, username: string): Promise<Me> {
  return house.database.read(clinic.clinic, async (db) => {
    const account = await db.row(accountByUsername, { username });
    const now = house.clock();
    const known = account && (await whoIs(db, account.person, now));
    if (!account || !known)
      throw new StartFault(
        `Nobody with the username "${username}" works at ${clinic.code} today.`,
        'Name someone of the clinic with --as USERNAME.',
      );
    return {
      person: account.person,
      session: newId<SessionId>(),
      clinic: clinic.clinic,
      workstation: 'command line',
      isEmergency: false,
      ...known,
    };
  });
}
