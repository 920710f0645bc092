/** `restore`: a backup put back into an empty data folder or an empty outside database. */

import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartFault } from '../../platform/server/failure.ts';
import { stepsBelow } from '../../platform/server/steps.ts';
import { keyFileIn, readClinicKey } from '../backup/clinic-key.ts';
import { readBackup } from '../backup/read-backup.ts';
import { restoreBackup, stepsOf } from '../backup/restore-backup.ts';
import { type DataFolder, dataFolder, holdsDatabase, withDatabase } from './data-folder.ts';
import { type ExitCode, print, readOptions, sayAside, WrongOption } from './options.ts';

const help = `Usage: npm run -s dagsverk -- restore FILE --data DIR [--key FILE]

Puts a backup back into an EMPTY data folder, or into an empty outside database. First the file is read to its end;
then every table is filled, read again and compared with the backup, all in one transaction: everything or nothing.
A backup of an older version is brought up to date afterwards. At last the access log is verified.

  --data DIR     the new data folder (default ./data, or DAGSVERK_DATA)
  --key FILE     the clinic's key (default DIR/clinic.key: it may be put there before)

  DATABASE_URL   an empty outside PostgreSQL instead of the embedded one

Exit codes: 0 done, 1 done but the access log does not hold, 2 wrong option, 3 not done (the sentence says why), 70 fault.
`;

export async function run(args: string[]): Promise<ExitCode> {
  const read = readOptions(args, help, { data: { type: 'string' }, key: { type: 'string' } });
  if (!read) return 0;
  const [file, ...more] = read.positionals;
  if (file === undefined || more.length > 0) throw new WrongOption('restore takes one FILE');
  const folder = dataFolder(read.values.data, sayAside);
  if (!folder.databaseUrl && holdsDatabase(folder))
    throw new StartFault(
      `The data folder ${resolve(folder.data)} already holds a database.`,
      'Restore into a new one with --data DIR.',
    );
  const key = readClinicKey(read.values.key ?? keyFileIn(folder.data)).bytes;
  const { head } = await readBackup(file, key);
  const steps = stepsBelow(new URL('../..', import.meta.url).pathname);
  stepsOf(head, steps);
  sayAside(`the backup is whole: ${head.clinics.length} clinics, made at ${head.madeAt} by ${head.program}`);
  return emptiedOnFault(folder, () =>
    withDatabase(folder, async (place) => {
      await restoreBackup({ place, file, key, steps, say: sayAside }, head);
      print(`restored: every table is as it was at ${head.madeAt}`);
      if (head.scope !== null) print(`only the clinic ${head.scope} was in the backup`);
      return (await import('./access-log-question.ts')).verifyLogs(place, undefined);
    }),
  );
}

/** What was begun in a new data folder is taken away again, so that the next try finds it empty. */
async function emptiedOnFault<T>(folder: DataFolder, work: () => Promise<T>): Promise<T> {
  const ours = ['database', 'database.key']
    .map((name) => join(resolve(folder.data), name))
    .filter((place) => !existsSync(place));
  try {
    return await work();
  } catch (fault) {
    if (!folder.databaseUrl) for (const place of ours) rmSync(place, { recursive: true, force: true });
    throw fault;
  }
}
