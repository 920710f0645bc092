/** Answers from outside: a letter is read, matched by number and name, filed, answered; what software cannot place waits for a person. */

import { z } from 'zod';
import { type IncomingId, nameOf, openLetter, practiceSetting, productionSetting, type ReadSetting } from '#exchange';
import {
  closeLetter,
  type KeptLetter,
  letterToChange,
  letWait,
  suggestPatients,
  takeInRead,
  unreadLetter,
} from '#exchange/server';
import { idInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import { type PatientId, type PatientLine, typedWords } from '#patients';
import { patientById, patientsByName, patientsByNumber } from '#patients/server';
import { command, type Db, type Fact, query, type Reaction } from '#platform/server';
import { analyteOfNlk } from '../analyses/analyte.table.ts';
import { fileReport } from './filing.api.ts';
import { analyses } from './investigation-name.ts';
import { everyItem, type LaboratoryReport, patientOf, plainNumber } from './laboratory-report.ts';
import { matchPatient, type NoMatch } from './patient-match.ts';
import { type ResultMessage, readResultMessage } from './result.message.ts';
import { isPracticeClinic } from './result.store.ts';

type Doing = { readonly db: Db; readonly now: Moment; readonly tell: (fact: Fact) => void };
/** A practice clinic takes the numbers of official samples; a real one takes only numbers that hold. */
async function settingOf(db: Db): Promise<ReadSetting> {
  return (await isPracticeClinic(db)) ? practiceSetting : productionSetting;
}

/** Reads a laboratory's letter when it has been kept: its own transaction, tried again after a fault, never twice. */
export const readLaboratoryLetter: Reaction = {
  name: 'read a laboratory letter',
  on: 'LetterArrived',
  async does({ facts, ...doing }: Doing & { facts: { letter: IncomingId; kind: string | null } }) {
    if (facts.kind !== 'svarrapport') return;
    const found = await unreadLetter(doing.db, facts.letter);
    if (!found) return;
    const { bytes, ...kept } = found;
    const reading = readResultMessage(openLetter(bytes), await settingOf(doing.db));
    const content = reading.outcome === 'accepted' ? reading.content : reading.salvaged;
    const taken = await takeInRead(doing, kept, {
      reading,
      messageId: content?.mark.id ?? null,
      sender: content?.reports[0]?.laboratory?.party ?? null,
      shown: content && shownOf(content),
    });
    if (taken.repeat === 'same letter')
      return closeLetter(doing, taken.letter, { standing: 'repeated', by: 'automatic' });
    if (reading.outcome === 'accepted') {
      if (taken.repeat === 'no') return place(doing, taken.letter, reading.content);
      return letWait(doing, taken.letter, { why: 'number used before', candidates: [] });
    }
    await suggest(doing, taken.letter);
  },
} as Reaction;

/** Each report with its own patient; one that fits nobody holds the letter back for a person. */
async function place(doing: Doing, letter: KeptLetter, { reports }: ResultMessage): Promise<void> {
  const waiting: { why: NoMatch; candidates: readonly PatientId[] }[] = [];
  let patient: PatientId | null = null;
  for (const report of reports) {
    const stated = { number: null, name: null, ...patientOf(report) };
    const known = stated.number ? await patientsByNumber(doing.db, stated.number.replace(/\s/g, '')) : [];
    const match = matchPatient(stated, known);
    const found = match.fits && (await patientById(doing.db, match.fits.id));
    if (!found) {
      const why = match.fits ? 'number not known here' : match.why;
      waiting.push({ why, candidates: await candidatesFor(doing.db, stated.name, known) });
      continue;
    }
    await fileReport(doing, report, found, letter);
    patient = found.id;
  }
  const [first] = waiting;
  if (first) await letWait(doing, { ...letter, patient }, first);
  else await closeLetter(doing, letter, { standing: 'filed', by: 'automatic', patient });
}

/** A broken letter is never filed by itself, but the person who sees it is told whom it may be about. */
async function suggest(doing: Doing, letter: KeptLetter): Promise<void> {
  const { patientNumber = null, patientName = null } = letter.shown ?? {};
  const known = patientNumber ? await patientsByNumber(doing.db, patientNumber.replace(/\s/g, '')) : [];
  const candidates = await candidatesFor(doing.db, patientName, known);
  if (candidates.length > 0) await suggestPatients(doing.db, letter, candidates);
}

async function candidatesFor(
  db: Db,
  name: string | null,
  known: readonly PatientLine[],
): Promise<readonly PatientId[]> {
  if (known.length > 0) return known.map(({ id }) => id);
  const words = typedWords(name ?? '').filter((word) => word.length > 1);
  const found = words.length > 0 ? await patientsByName(db, words.slice(0, 2), undefined) : [];
  return found.slice(0, 5).map(({ id }) => id);
}

function shownOf({ reports }: ResultMessage): NonNullable<KeptLetter['shown']> {
  const [first] = reports;
  const patient = first && patientOf(first);
  const party = first?.laboratory?.party;
  return {
    patientNumber: patient?.number ?? null,
    patientName: patient?.name ?? null,
    laboratory: party ? nameOf(party) : null,
    lines: reports.flatMap(linesOf).slice(0, 200),
  };
}

function linesOf(report: LaboratoryReport): readonly string[] {
  return everyItem(report).map((item) => {
    const [value] = item.values;
    const shown =
      value?.kind === 'number'
        ? `${plainNumber(value.quantity) ?? value.quantity.text ?? ''} ${value.quantity.unit ?? ''}`
        : value?.kind === 'text'
          ? (value.text ?? '')
          : '';
    return `${analyses(item, analyteOfNlk).name} ${shown}`.trim();
  });
}

/** A person says whose answer it is, and why; also of a letter that broke its standard but can be read. */
export const attachLetter = command({
  name: 'attachLetter',
  who: { duty: 'laboratory.local-analyses' },
  takes: z.object({
    letter: idInput<IncomingId>(),
    patient: idInput<PatientId>(),
    reason: z.string().trim().min(3).max(500),
  }),
  patient: (input) => input.patient,
  async does(doing) {
    const { input, db, me } = doing;
    const found = await letterToChange(db, input.letter);
    if (!found) return refuse('not found');
    if (found.standing !== 'waits' && found.standing !== 'broken') return refuse('settled already');
    const { bytes, ...kept } = found;
    const reading = readResultMessage(openLetter(bytes), await settingOf(db));
    const content = reading.outcome === 'accepted' ? reading.content : reading.salvaged;
    const patient = await patientById(db, input.patient);
    if (!patient) return refuse('not found');
    const reports = (content?.reports ?? []).filter((report) => everyItem(report).length > 0);
    if (reports.length === 0) return refuse('nothing to file');
    const isWhole = kept.standing === 'broken' || kept.waitsFor === 'number used before';
    for (const report of reports)
      if (isWhole || (await isUnplaced(db, report))) await fileReport(doing, report, patient, kept, true);
    await closeLetter(doing, kept, { standing: 'filed', by: me.person, patient: patient.id, words: input.reason });
    return ok();
  },
});

/** Of a letter with several reports those that found their patient by themselves are left alone. */
async function isUnplaced(db: Db, report: LaboratoryReport): Promise<boolean> {
  const stated = { number: null, name: null, ...patientOf(report) };
  const known = stated.number ? await patientsByNumber(db, stated.number.replace(/\s/g, '')) : [];
  return matchPatient(stated, known).fits === undefined;
}

/** Whom a waiting letter may be about. */
export const letterCandidates = query({
  name: 'letterCandidates',
  who: { duty: 'laboratory.local-analyses' },
  takes: z.object({ patients: z.array(idInput<PatientId>()).max(10) }),
  async does({ input, db, shows }) {
    const found = await Promise.all(input.patients.map((id) => patientById(db, id)));
    shows(input.patients);
    return ok(found.filter((one) => one !== undefined));
  },
});
