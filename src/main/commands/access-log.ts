/** `access-log`: its chain verified to the first broken link, and asked who has seen a patient or what someone has done. */

import { idPattern } from '#kernel/ids';
import { addDays, dayOf } from '#kernel/time';
import { type ChainVerdict, verifyChain } from '../../platform/server/access-chain.ts';
import { wallClock } from '../../platform/server/clock.ts';
import { type DatabasePlace, openDatabase } from '../../platform/server/database.ts';
import { StartFault } from '../../platform/server/failure.ts';
import type { Outcome } from '../../platform/server/gate.ts';
import { readClinics } from '../clinics.ts';
import { openHouse } from '../house.ts';
import { type AccessRow, whatPersonDid, whoSawPatient } from './access-log.api.ts';
import { dataFolder, withKnownDatabase } from './data-folder.ts';
import { type ExitCode, print, readOptions, sayAside, WrongOption } from './options.ts';
import { clinicNamed, personNamed } from './person-at-the-keyboard.ts';

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

export async function run(args: string[]): Promise<ExitCode> {
  const read = readOptions(args, help, options);
  if (!read) return 0;
  const [question, about, ...more] = read.positionals;
  const { values } = read;
  const folder = dataFolder(values.data, sayAside);
  if (question === 'verify' && about === undefined)
    return withKnownDatabase(folder, (place) => verify(place, values.clinic));
  if ((question !== 'who' && question !== 'by') || about === undefined || more.length > 0)
    throw new WrongOption('access-log takes verify, who PATIENT-ID or by USERNAME');
  if (question === 'who' && !idPattern.test(about)) throw new WrongOption('PATIENT-ID is the id of the program');
  return withKnownDatabase(folder, (place) => ask(place, question, about, values));
}

async function verify(place: DatabasePlace, code: string | undefined): Promise<ExitCode> {
  const database = openDatabase(place, 1);
  try {
    const clinics = (await readClinics(database)).filter((each) => code === undefined || each.code === code);
    if (clinics.length === 0) throw new StartFault('There is no such clinic in this database.', 'Leave --clinic out.');
    let exit: ExitCode = 0;
    for (const { clinic, code: name } of clinics) {
      const verdict = await verifyChain(database, clinic);
      print(verdictLine(name, verdict));
      if (!verdict.whole) exit = 1;
    }
    return exit;
  } finally {
    await database.close();
  }
}

/** The same sentence after restoring. */
export function verdictLine(code: string, verdict: ChainVerdict): string {
  if (verdict.whole)
    return `${code}: the access log holds; ${verdict.sealed} lines sealed, ${verdict.waiting} wait for their seal`;
  const { fault, place, line } = verdict;
  return `${code}: THE ACCESS LOG DOES NOT HOLD: ${fault}; first broken link ${place}, line ${line}`;
}

type Values = { clinic?: string; as?: string; from?: string; until?: string };

async function ask(
  place: DatabasePlace,
  question: 'who' | 'by',
  about: string,
  { clinic: code, as, from, until }: Values,
): Promise<ExitCode> {
  if (as === undefined) throw new WrongOption('say who asks with --as USERNAME');
  const house = await openHouse({ place, clock: wallClock, poolSize: 2 });
  try {
    const clinic = await clinicNamed(house, code);
    const me = await personNamed(house, clinic, as);
    const today = dayOf(house.clock());
    const span = { from: from ?? addDays(today, -90), until: until ?? today };
    const outcome =
      question === 'who'
        ? await house.gate.perform(whoSawPatient, { patient: about, ...span }, me)
        : await house.gate.perform(whatPersonDid, { username: about, ...span }, me);
    return tell(outcome);
  } finally {
    await house.close();
  }
}

function tell(outcome: Outcome): ExitCode {
  if (outcome.kind === 'bad input') throw new WrongOption('--from and --until want a day, 2026-11-23');
  if (outcome.kind === 'not allowed' || !outcome.answer.ok) {
    const why = outcome.kind === 'not allowed' ? outcome.why : (outcome.answer as { why?: string }).why;
    sayAside(`refused: ${why}`);
    return 1;
  }
  for (const row of outcome.answer.value as readonly AccessRow[]) print(lineOf(row));
  return 0;
}

/** Time, who, what, and whether it was allowed; ids stand for patients. */
function lineOf({ at, name, kind, call, patient, allowed, ground, why }: AccessRow): string {
  const verdict = allowed ? (ground ?? 'allowed') : `refused: ${why}`;
  return [at, name ?? '-', kind, call, patient ?? '-', verdict].join('\t');
}
