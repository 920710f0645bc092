/** `import`: the list of a doctor's patients (pasientliste) read in from message files. */

import { readFileSync } from 'node:fs';
import { StartFault } from '../../platform/server/failure.ts';
import { dataFolder, withKnownDatabase } from './data-folder.ts';
import { type ExitCode, readClock, readOptions, sayAside, WrongOption } from './options.ts';

const help = `Usage: npm run -s dagsverk -- import patients FILE... --as USERNAME [--doctor USERNAME] [--clinic CODE]

Reads in the lists of the doctors' patients that HELFO sends (pasientliste, HIS 1023:2010), in the order given: new
patients are registered, names and missing facts are taken over, whoever has left the list is told and no longer has
that doctor. What a patient has said at the desk is kept. A line that cannot be read is told with its place in the file
and kept with the list. The same file twice changes nothing.

  --data DIR         data folder (default ./data, or DAGSVERK_DATA); the server may run
  --clinic CODE      which clinic, where there are several
  --as USERNAME      who reads the list in; stands in the access log
  --doctor USERNAME  whose list it is, the first time; afterwards the program knows
  --at DATETIME      set the clock of a demo clinic: 2026-11-23T08:00 (local time)
  --language LANG    language of the report, nb or en (default en)

  DATABASE_URL   an outside PostgreSQL instead of the embedded one

Exit codes: 0 all read in; 1 read in, and lines or patients must be looked at, or a list was turned away; 2 wrong option;
            3 cannot; 70 fault.
`;

export async function run(args: string[]): Promise<ExitCode> {
  const read = readOptions(args, help, {
    data: { type: 'string' },
    clinic: { type: 'string' },
    as: { type: 'string' },
    doctor: { type: 'string' },
    at: { type: 'string' },
    language: { type: 'string', default: 'en' },
  });
  if (!read) return 0;
  const { values, positionals } = read;
  const [what, ...files] = positionals;
  if (what !== 'patients' || files.length === 0) throw new WrongOption('import takes: patients FILE...');
  const { as, clinic, doctor, language } = values;
  if (as === undefined) throw new WrongOption('say who reads the list in with --as USERNAME');
  if (language !== 'nb' && language !== 'en') throw new WrongOption('--language is nb or en');
  const clock = readClock(values.at);
  const letters = files.map((file) => ({ file, message: bytesOf(file).toString('base64') }));
  return withKnownDatabase(dataFolder(values.data, sayAside), async (place) => {
    const { readInLists } = await import('./patient-list-reading.ts');
    return readInLists(place, { clock, clinic, as, doctor, language, letters });
  });
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new StartFault(`${file} cannot be read; nothing was read in.`, 'Check its name.', cause);
  }
}
