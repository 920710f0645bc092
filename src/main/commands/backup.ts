/** `backup`: everything the database holds, sealed with the clinic's key, while the clinic works. */

import { join, resolve } from 'node:path';
import { dayOf, type Moment, momentOf, timeOf } from '#kernel/time';
import { clinicKey, keyFileIn, readClinicKey, wordsAboutKey } from '../backup/clinic-key.ts';
import { readBackup } from '../backup/read-backup.ts';
import { takeBackup } from '../backup/take-backup.ts';
import { dataFolder, makeFolder, withKnownDatabase } from './data-folder.ts';
import { type ExitCode, print, readOptions, sayAside, WrongOption } from './options.ts';
import { programVersion } from './program-version.ts';

const help = `Usage: npm run -s dagsverk -- backup [FILE] [--data DIR] [--key FILE] [--clinic CODE]
       npm run -s dagsverk -- backup --check FILE [--data DIR] [--key FILE]

Takes a backup of all clinics (or of one) as they are at this moment; the server may run and people may work.
Without FILE it is written to DIR/backups, under the day and time. The path of the backup is printed.

  --data DIR     data folder (default ./data, or DAGSVERK_DATA)
  --key FILE     the clinic's key (default DIR/clinic.key; made when there is none).
                 WITHOUT IT A BACKUP IS WORTHLESS: keep a copy where the backups are not.
  --clinic CODE  only this clinic
  --check FILE   read a backup to its end and tell what is in it; the database is not touched

  DATABASE_URL   an outside PostgreSQL instead of the embedded one; a read replica will do

Exit codes: 0 done, 2 wrong option, 3 not done (the sentence says why: no database, key, disk full, file changed), 70 fault.
`;

export async function run(args: string[]): Promise<ExitCode> {
  const read = readOptions(args, help, {
    data: { type: 'string' },
    key: { type: 'string' },
    clinic: { type: 'string' },
    check: { type: 'string' },
  });
  if (!read) return 0;
  const { values, positionals } = read;
  if (positionals.length > 1) throw new WrongOption('backup takes one FILE');
  const folder = dataFolder(values.data, sayAside);
  const keyFile = values.key ?? keyFileIn(folder.data);
  if (values.check !== undefined) return check(values.check, keyFile);

  const madeAt = momentOf(Date.now());
  const file = resolve(positionals[0] ?? join(folder.data, 'backups', `dagsverk-${stamp(madeAt)}.backup`));
  const taken = await withKnownDatabase(folder, (place) => {
    if (positionals[0] === undefined) makeFolder(join(resolve(folder.data), 'backups'));
    const key = clinicKey(keyFile);
    wordsAboutKey(key).forEach(sayAside);
    const clinic = values.clinic ?? null;
    return takeBackup({ place, file, key: key.bytes, clinic, program: programVersion(), madeAt });
  });
  const rows = taken.tables.reduce((sum, table) => sum + table.rows, 0);
  sayAside(`${taken.head.clinics.length} clinics, ${taken.tables.length} tables, ${rows} rows; sealed with ${keyFile}`);
  print(file);
  return 0;
}

/** `2026-11-23-0800-15`, so that names sort by time. */
function stamp(moment: Moment): string {
  return `${dayOf(moment)}-${timeOf(moment).replace(':', '')}-${moment.slice(17, 19)}`;
}

async function check(file: string, keyFile: string): Promise<ExitCode> {
  const { head, tables } = await readBackup(file, readClinicKey(keyFile).bytes);
  print(`whole: ${file}`);
  print(`made at ${head.madeAt} by ${head.program} on PostgreSQL ${head.server}; ${head.steps.length} table steps`);
  for (const { code, name } of head.clinics) print(`clinic ${code}: ${name}`);
  for (const { table, rows } of tables) print(`${table}: ${rows} rows`);
  return 0;
}
