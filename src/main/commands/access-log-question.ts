/** The access log walked to the first broken link, and asked through the gate. */

import { addDays, dayOf } from '#kernel/time';
import { type ChainVerdict, verifyChain } from '../../platform/server/access-chain.ts';
import { wallClock } from '../../platform/server/clock.ts';
import { type DatabasePlace, openDatabase } from '../../platform/server/database.ts';
import { StartFault } from '../../platform/server/failure.ts';
import type { Outcome } from '../../platform/server/outcome.ts';
import { readClinics } from '../clinics.ts';
import { openHouse } from '../house.ts';
import { type AccessRow, whatPersonDid, whoSawPatient } from './access-log.api.ts';
import { type ExitCode, print, sayAside, WrongOption } from './options.ts';
import { clinicNamed, personNamed } from './person-at-the-keyboard.ts';

/** 1 when the chain of one of the clinics does not hold. */
export async function verifyLogs(place: DatabasePlace, code: string | undefined): Promise<ExitCode> {
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

function verdictLine(code: string, verdict: ChainVerdict): string {
  if (verdict.whole)
    return `${code}: the access log holds; ${verdict.sealed} lines sealed, ${verdict.waiting} wait for their seal`;
  const { fault, place, line } = verdict;
  return `${code}: THE ACCESS LOG DOES NOT HOLD: ${fault}; first broken link ${place}, line ${line}`;
}

export type AskedOf = {
  readonly clinic?: string | undefined;
  readonly as: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};

/** Who has seen a patient, or what someone has done; the question is itself a line in the log. */
export async function askLog(
  place: DatabasePlace,
  question: 'who' | 'by',
  about: string,
  { clinic: code, as, from, until }: AskedOf,
): Promise<ExitCode> {
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
