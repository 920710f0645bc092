/** The hand-over to the doctor in five parts (ISBAR): who, what now, what before, what I think, what I ask for. */

import type { Criterion } from './call.ts';
import type { Haste, RepeatedContact } from './repeat-caller.ts';

export const isbarParts = ['identification', 'situation', 'background', 'assessment', 'request'] as const;
export type IsbarPart = (typeof isbarParts)[number];

export type IsbarFacts = {
  readonly clinicWorker: string;
  readonly patient: string | null;
  readonly patientAge: number | null;
  readonly caller: string | null;
  readonly reason: string;
  readonly background: readonly string[];
  readonly criterion: Criterion | null;
  readonly haste: Haste | null;
  readonly assessment: string;
  readonly request: string;
  readonly repeated: RepeatedContact | undefined;
};

export type Isbar = {
  readonly parts: Readonly<Record<IsbarPart, readonly string[]>>;
  /** The parts in which nothing stands; a doctor will ask for them. */
  readonly missing: readonly IsbarPart[];
};

/** Sorts what the call has already written into the five parts; it adds no words of its own. */
export function isbar(facts: IsbarFacts): Isbar {
  const { criterion, haste, repeated } = facts;
  const lines = (...all: readonly (string | null)[]): string[] =>
    all.filter((one): one is string => Boolean(one?.trim()));
  const patient = facts.patient && facts.patientAge !== null ? `${facts.patient} (${facts.patientAge})` : facts.patient;
  const parts: Record<IsbarPart, readonly string[]> = {
    identification: facts.patient ? lines(facts.clinicWorker, patient, facts.caller) : [],
    situation: lines(facts.reason),
    background: lines(...facts.background, ...(repeated?.earlier.map((one) => one.said) ?? [])),
    assessment: lines(
      facts.assessment,
      criterion ? `${criterion.tool} ${criterion.code} ${criterion.colour}` : null,
      haste === null ? null : String(haste),
    ),
    request: lines(facts.request),
  };
  return { parts, missing: isbarParts.filter((part) => parts[part].length === 0) };
}
