/** `access-log`: its chain verified to the first broken link, and asked who has seen a patient or what someone has done. */

import { idPattern } from '#kernel/ids';
import { dataFolder, withKnownDatabase } from './data-folder.ts';
import { type ExitCode, readOptions, sayAside, WrongOption } from './options.ts';

const help = `Usage: npm run -s dagsverk -- access-log verify [--clinic CODE]
       npm run -s dagsverk -- access-log who PATIENT-ID --as USERNAME [--from DAY] [--until DAY] [--clinic CODE]
       npm run -s dagsverk -- access-log by USERNAME --as USERNAME [--from DAY] [--until DAY] [--clinic CODE]

verify  walks the chain of seals over every line of the log, and names the first link that does not hold.
who     lists who has had the patient's record open or seen the patient in a list. PATIENT-ID is the id of the program,
        never a national number (those stay out of command lines).
by      lists what someone has done and looked at.

  --data DIR     data folder (default ./data, or DAGSVERK_DATA)
  --clinic CODE  which clinic (verify: default all)
  --as USERNAME  who asks; the head of the clinic or IT. The question is itself a line in the log.
  --from DAY     first day, 2026-11-23 (default 90 days ago)
  --until DAY    last day (default today)

  DATABASE_URL   an outside PostgreSQL instead of the embedded one

Exit codes: 0 whole, or answered; 1 the chain is broken, or the question was refused; 2 wrong option; 3 cannot; 70 fault.
`;

const options = {
  data: { type: 'string' },
  clinic: { type: 'string' },
  as: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
} as const;

/** The house is opened only when there is something to ask. */
const question = () => import('./access-log-question.ts');

export async function run(args: string[]): Promise<ExitCode> {
  const read = readOptions(args, help, options);
  if (!read) return 0;
  const [asked, about, ...more] = read.positionals;
  const { values } = read;
  const folder = dataFolder(values.data, sayAside);
  if (asked === 'verify' && about === undefined)
    return withKnownDatabase(folder, async (place) => (await question()).verifyLogs(place, values.clinic));
  if ((asked !== 'who' && asked !== 'by') || about === undefined || more.length > 0)
    throw new WrongOption('access-log takes verify, who PATIENT-ID or by USERNAME');
  if (asked === 'who' && !idPattern.test(about)) throw new WrongOption('PATIENT-ID is the id of the program');
  const { as } = values;
  if (as === undefined) throw new WrongOption('say who asks with --as USERNAME');
  return withKnownDatabase(folder, async (place) => (await question()).askLog(place, asked, about, { ...values, as }));
}
