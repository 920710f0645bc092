/** The clinics of this installation, and how a new one is founded with its first person. */

import type { ClinicNumber } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import type { Database } from '../platform/server/database.ts';
import { statement } from '../platform/server/statement.ts';

export type ClinicRow = {
  readonly clinic: ClinicNumber;
  readonly code: string;
  readonly name: string;
  readonly isDemo: boolean;
};

const directory = statement<object, ClinicRow>(
  'clinic: directory',
  'select clinic, code, name, is_demo as "isDemo" from clinic_directory()',
);
const add = statement<{
  code: string;
  name: string;
  organisationNumber: string | null;
  address: string | null;
  phone: string | null;
  isDemo: boolean;
  now: Moment;
}>(
  'clinic: found',
  `insert into clinic (clinic, code, name, organisation_number, address, phone, is_demo, founded_at)
   values (:clinic, :code, :name, :organisationNumber, :address, :phone, :isDemo, :now)`,
);

const remembered = new WeakMap<Database, { readonly at: number; readonly rows: readonly ClinicRow[] }>();

/** Asked at every sign-in page; a new clinic is seen within a few seconds. */
export async function readClinics(database: Database): Promise<readonly ClinicRow[]> {
  const known = remembered.get(database);
  if (known && Date.now() - known.at < 3_000) return known.rows;
  const rows = await database.read(0 as ClinicNumber, (db) => db.rows(directory, {}));
  if (rows.length > 0) remembered.set(database, { at: Date.now(), rows });
  return rows;
}

export type Founding = {
  readonly code: string;
  readonly name: string;
  readonly organisationNumber?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly isDemo: boolean;
};

/** A new clinic takes the next number; its people are added afterwards. */
export async function foundClinic(database: Database, founding: Founding, now: Moment): Promise<ClinicNumber> {
  const taken = await database.read(0 as ClinicNumber, (db) => db.rows(directory, {}));
  const clinic = (Math.max(0, ...taken.map((row) => row.clinic)) + 1) as ClinicNumber;
  await database.write(clinic, (db) =>
    db.run(add, {
      ...founding,
      organisationNumber: founding.organisationNumber ?? null,
      address: founding.address ?? null,
      phone: founding.phone ?? null,
      now,
    }),
  );
  remembered.delete(database);
  return clinic;
}
