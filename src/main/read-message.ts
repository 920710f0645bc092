/** Reads message files for whoever looks after the machines: one line of JSON a file, and never a file passed over. */

import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import {
  exchangeTexts,
  identifiersOf,
  largestFileInBytes,
  type MessageKind,
  nameOf,
  type OpenedLetter,
  openLetter,
  type Party,
  practiceSetting,
  type Reading,
  type ReadSetting,
  type Remark,
  readAppRec,
  sayRemark,
  verdictOf,
} from '#exchange';
import { readPatientList } from '../commons/patients/patient-list.message.ts';
import { patientOf } from '../rooms/laboratory/results/laboratory-report.ts';
import { countItems, readResultMessage } from '../rooms/laboratory/results/result.message.ts';
import { rejectionOf } from './unread-message.ts';

/** What is printed of a file; `apprec` is the answer that would be given, null where none is. */
export type FileLine = {
  readonly file: string;
  readonly outcome: 'accepted' | 'rejected';
  readonly type: string | null;
  readonly version: string | null;
  readonly apprec: { readonly status: string; readonly errors: readonly string[] } | null;
  readonly patient: { readonly number: string | null; readonly name: string | null } | null;
  readonly sender: { readonly name: string; readonly ids: readonly string[] } | null;
  /** Result items, those below others included. */
  readonly results: number;
  readonly warnings: readonly string[];
};
type Told = Pick<FileLine, 'patient' | 'sender' | 'results'>;
type Language = 'nb' | 'en';
export type ReadingOptions = { readonly language?: Language; readonly setting?: ReadSetting };

/** Prints a line for each file in the order given; the exit code is 0 when all are accepted, else 1. */
export function readMessageFiles(
  files: readonly string[],
  print: (line: string) => void,
  options: ReadingOptions = {},
): 0 | 1 {
  const lines = files.map((file) => {
    const line = readMessageFile(file, options);
    print(JSON.stringify(line));
    return line;
  });
  return lines.every(({ outcome }) => outcome === 'accepted') ? 0 : 1;
}

export function readMessageFile(
  file: string,
  { language = 'en', setting = practiceSetting }: ReadingOptions = {},
): FileLine {
  const bytes = bytesOf(file, language);
  if (typeof bytes === 'string') return nothingRead(file, null, [bytes]);
  return readMessageBytes(file, bytes, language, setting);
}

/** A fault of ours in reading one file must not hide the others: it is told on that file's line. */
export function readMessageBytes(file: string, bytes: Uint8Array, language: Language, setting: ReadSetting): FileLine {
  const opened = openLetter(bytes);
  try {
    return readerOf(opened)(file, opened, language, setting);
  } catch (fault) {
    const words = fault instanceof Error ? fault.name : 'fault';
    return nothingRead(file, { status: '2', errors: ['X99'] }, [words]);
  }
}

type FileReader = (file: string, opened: OpenedLetter, language: Language, setting: ReadSetting) => FileLine;

/** The messages that are read, by kind; all others are named and turned away. */
const readers: Partial<Record<MessageKind, FileReader>> = {
  svarrapport: (file, opened, language, setting) =>
    lineOf(file, opened, language, readResultMessage(opened, setting), tellResults),
  pasientliste: (file, opened, language) =>
    lineOf(file, opened, language, readPatientList(opened), (content) => ({
      ...nothing,
      sender: senderOf(content.head.sender),
    })),
  APPREC: (file, opened, language) => {
    const line = lineOf(file, opened, language, readAppRec(opened), (content) => ({
      ...nothing,
      sender: senderOf(content.sender.party),
    }));
    return { ...line, apprec: null };
  },
};

function readerOf({ recognised }: OpenedLetter): FileReader {
  return (recognised?.kind && readers[recognised.kind]) || unread;
}

const unread: FileReader = (file, opened, language) =>
  lineOf(file, opened, language, rejectionOf(opened), (head) => ({
    patient: head.patient,
    sender: senderOf(head.sender),
    results: 0,
  }));

const nothing: Told = { patient: null, sender: null, results: 0 };

function lineOf<T>(
  file: string,
  opened: OpenedLetter,
  language: Language,
  reading: Reading<T>,
  tell: (content: T) => Told,
): FileLine {
  const content = reading.outcome === 'accepted' ? reading.content : reading.salvaged;
  const { status, faults } = verdictOf(reading);
  const remarks = [...faults.map(({ remark }) => remark), ...reading.remarks];
  return {
    file,
    outcome: reading.outcome,
    type: opened.recognised?.kind ?? null,
    version: opened.recognised?.version?.version ?? null,
    apprec: { status, errors: faults.map(({ code }) => code) },
    ...(content === null ? nothing : tell(content)),
    warnings: sentences(language, remarks),
  };
}

const tellResults = (content: Parameters<typeof countItems>[0]): Told => {
  const [report] = content.reports;
  const patient = report ? patientOf(report) : null;
  return {
    patient: patient && { number: patient.number, name: patient.name },
    sender: senderOf(report?.laboratory?.party ?? null),
    results: countItems(content),
  };
};

function senderOf(party: Party | null): FileLine['sender'] {
  if (!party) return null;
  const units = [party, ...party.departments, ...party.persons];
  const ids = units.flatMap(identifiersOf).map(({ id, type }) => `${type?.code ?? ''} ${id}`.trim());
  return { name: nameOf(party), ids };
}

/** The same thing said twice is said once. */
function sentences(language: Language, remarks: readonly Remark[]): readonly string[] {
  return [...new Set(remarks.map((remark) => sayRemark(language, remark)))];
}

function nothingRead(file: string, apprec: FileLine['apprec'], warnings: readonly string[]): FileLine {
  return { file, outcome: 'rejected', type: null, version: null, apprec, ...nothing, warnings };
}

/** The bytes, or the sentence that tells why there are none. Of a file that is too large only so much as shows it. */
function bytesOf(file: string, language: Language): Uint8Array | string {
  const { fileMissing, fileIsFolder, fileUnreadable } = exchangeTexts[language];
  try {
    const seen = statSync(file);
    if (seen.isDirectory()) return fileIsFolder;
    if (!seen.isFile()) return fileUnreadable;
    return seen.size > largestFileInBytes ? firstBytesOf(file) : readFileSync(file);
  } catch (error) {
    return (error as { code?: string }).code === 'ENOENT' ? fileMissing : fileUnreadable;
  }
}

function firstBytesOf(file: string): Uint8Array {
  const opened = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(largestFileInBytes + 1);
    return bytes.subarray(0, readSync(opened, bytes));
  } finally {
    closeSync(opened);
  }
}
