/** `import`: the list of a doctor's patients (pasientliste) read in from message files. */

import { readFileSync } from 'node:fs';
import type { PersonId } from '#kernel/ids';
import { importPatientList, type ReadList } from '../../commons/patients/patient-list.api.ts';
import { patientListTexts } from '../../commons/patients/patient-list.texts.ts';
import type { Me } from '../../platform/server/call.ts';
import { StartFault } from '../../platform/server/failure.ts';
import type { Outcome } from '../../platform/server/gate.ts';
import type { ClinicRow } from '../clinics.ts';
import { type House, openHouse, prepareTables } from '../house.ts';
import { readMessageFile } from '../read-message.ts';
import { dataFolder, withKnownDatabase } from './data-folder.ts';
import { type ExitCode, print, readClock, readOptions, sayAside, WrongOption } from './options.ts';
import { clinicNamed, personNamed } from './person-at-the-keyboard.ts';

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

type Words = (typeof patientListTexts)['nb' | 'en'];

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
  if (values.as === undefined) throw new WrongOption('say who reads the list in with --as USERNAME');
  if (values.language !== 'nb' && values.language !== 'en') throw new WrongOption('--language is nb or en');
  const words = patientListTexts[values.language];
  const clock = readClock(values.at);
  const letters = files.map((file) => ({ file, message: bytesOf(file).toString('base64') }));
  return withKnownDatabase(dataFolder(values.data, sayAside), async (place) => {
    await prepareTables(place);
    const house = await openHouse({ place, clock, poolSize: 4 });
    try {
      const clinic = await clinicNamed(house, values.clinic);
      const me = await personNamed(house, clinic, values.as ?? '');
      const doctor = values.doctor === undefined ? null : await doctorNamed(house, clinic, values.doctor);
      let exit: ExitCode = 0;
      for (const { file, message } of letters)
        if (!(await readIn(house, me, { file, message, doctor }, words))) exit = 1;
      return exit;
    } finally {
      await house.settle().catch(() => {});
      await house.close();
    }
  });
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new StartFault(`${file} cannot be read; nothing was read in.`, 'Check its name.', cause);
  }
}

const doctorNamed = async (house: House, clinic: ClinicRow, username: string): Promise<PersonId> =>
  (await personNamed(house, clinic, username)).person;

type Letter = { readonly file: string; readonly message: string; readonly doctor: PersonId | null };

/** Answers whether there is nothing left for a person to do. */
async function readIn(house: House, me: Me, { file, message, doctor }: Letter, words: Words): Promise<boolean> {
  const outcome = await house.gate.perform(importPatientList, { message, doctor }, me);
  if (outcome.kind === 'answer' && outcome.answer.ok) return report(file, outcome.answer.value as ReadList, words);
  for (const line of whyNot(file, outcome, words)) print(line);
  return false;
}

function whyNot(file: string, outcome: Outcome, words: Words): string[] {
  if (outcome.kind === 'not allowed') return [`${file}: ${outcome.why}`];
  if (outcome.kind === 'bad input' || outcome.answer.ok) return [`${file}: ${words.refusals['list turned away']}`];
  const { why, facts } = outcome.answer as { why: keyof Words['refusals']; facts?: { from?: string; name?: string } };
  const sentence = words.refusals[why];
  const said = typeof sentence === 'string' ? sentence : sentence(facts?.from ?? facts?.name ?? '');
  const language = words === patientListTexts.nb ? 'nb' : 'en';
  const remarks = why === 'list turned away' ? readMessageFile(file, { language }).warnings : [];
  if (why === 'doctor not known') return [`${file}: ${said}`, '  --doctor USERNAME'];
  return [`${file}: ${said}`, ...remarks.map((remark) => `  ${remark}`)];
}

/** Places in the file and ids of the program; names and numbers stay out of terminals and logs. */
function report(file: string, read: ReadList, words: Words): boolean {
  const { registered, changed, left, unchanged, entries, statedEntries, neverHere } = read;
  print(`${file}: ${words.counts(registered.length, changed.length, left.length, unchanged)}`);
  const isWhole = statedEntries === entries;
  if (!isWhole) print(`  ${words.countDiffers(statedEntries ?? 0, entries)}`);
  if (neverHere > 0) print(`  ${words.neverHere(neverHere)}`);
  for (const { place, line, why } of read.unreadable)
    print(`  ${line === null ? words.placeAlone(place) : words.place(place, line)}: ${words.unreadable[why]}`);
  for (const { patient, place, what } of read.lookAt)
    print(`  ${[place === null ? '' : words.placeAlone(place), patient].join(' ').trim()}: ${words.lookAt[what]}`);
  return isWhole && read.unreadable.length === 0 && read.lookAt.length === 0;
}
