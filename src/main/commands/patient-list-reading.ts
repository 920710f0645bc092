/** Lists of patients read in through the gate, and what came of them told without a name or a number. */

import type { PersonId } from '#kernel/ids';
import { importPatientList, type ReadList } from '../../commons/patients/patient-list.api.ts';
import { patientListTexts } from '../../commons/patients/patient-list.texts.ts';
import type { Me } from '../../platform/server/call.ts';
import type { Clock } from '../../platform/server/clock.ts';
import type { DatabasePlace } from '../../platform/server/database.ts';
import type { Outcome } from '../../platform/server/outcome.ts';
import { type House, openHouse, prepareTables } from '../house.ts';
import { readMessageFile } from '../read-message.ts';
import { type ExitCode, print } from './options.ts';
import { clinicNamed, personNamed } from './person-at-the-keyboard.ts';

type Words = (typeof patientListTexts)['nb' | 'en'];

export type ReadingIn = {
  readonly clock: Clock;
  readonly clinic: string | undefined;
  readonly as: string;
  /** Whose list it is, where the program cannot tell. */
  readonly doctor: string | undefined;
  readonly language: 'nb' | 'en';
  /** Each file with its bytes in base64. */
  readonly letters: readonly { readonly file: string; readonly message: string }[];
};

/** 1 when something is left for a person to do. */
export async function readInLists(place: DatabasePlace, wish: ReadingIn): Promise<ExitCode> {
  await prepareTables(place);
  const house = await openHouse({ place, clock: wish.clock, poolSize: 4 });
  try {
    const clinic = await clinicNamed(house, wish.clinic);
    const me = await personNamed(house, clinic, wish.as);
    const doctor = wish.doctor === undefined ? null : (await personNamed(house, clinic, wish.doctor)).person;
    const words = patientListTexts[wish.language];
    let exit: ExitCode = 0;
    for (const letter of wish.letters) if (!(await readIn(house, me, { ...letter, doctor }, words))) exit = 1;
    return exit;
  } finally {
    await house.settle().catch(() => {});
    await house.close();
  }
}

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
