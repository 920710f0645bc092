/** The matrix of competence as a screen walks it: one cell for each person and duty. */

import type { CompetenceLevel, DutyId } from '#duties';
import type { PersonId } from '#kernel/ids';
import type { IsoDate } from '#kernel/time';
import type { Competence } from '#staff';

/** What is known of everyone's sign-offs. */
export type Matrix = {
  readonly people: readonly { readonly id: PersonId; readonly roles: readonly string[] }[];
  readonly duties: readonly { readonly id: DutyId; readonly levelAlone: CompetenceLevel | null }[];
  readonly records: readonly Pick<Competence, 'id' | 'person' | 'duty' | 'device' | 'level' | 'until'>[];
  readonly endingSoon: readonly Competence['id'][];
};
export type CellState = 'none' | 'by profession' | 'learning' | 'alone' | 'ending soon' | 'expired';
export type Cell = {
  readonly person: PersonId;
  readonly duty: DutyId;
  readonly state: CellState;
  readonly level?: CompetenceLevel;
  readonly until?: IsoDate;
};
export type At = { readonly person: number; readonly duty: number };

/** How the person stands to the duty today; a doctor needs no sign-off. */
export function cellOf(matrix: Matrix, person: PersonId, duty: DutyId, today: IsoDate): Cell {
  const record = matrix.records.find((one) => one.person === person && one.duty === duty && one.device === undefined);
  if (!record) {
    const isDoctor = matrix.people.find(({ id }) => id === person)?.roles.includes('doctor') ?? false;
    return { person, duty, state: isDoctor ? 'by profession' : 'none' };
  }
  const { level, until } = record;
  const alone = matrix.duties.find(({ id }) => id === duty)?.levelAlone ?? 4;
  const state = ((): CellState => {
    if (until < today) return 'expired';
    if (matrix.endingSoon.includes(record.id)) return 'ending soon';
    return level >= alone ? 'alone' : 'learning';
  })();
  return { person, duty, state, level, until };
}

/** One step from the cell; the edge is where one stops. */
export function stepFrom(at: At, key: string, size: At): At {
  const move: Readonly<Record<string, At>> = {
    ArrowUp: { person: 0, duty: -1 },
    ArrowDown: { person: 0, duty: 1 },
    ArrowLeft: { person: -1, duty: 0 },
    ArrowRight: { person: 1, duty: 0 },
  };
  const by = move[key];
  if (!by) return at;
  const within = (place: number, count: number): number => Math.max(0, Math.min(place, count - 1));
  return { person: within(at.person + by.person, size.person), duty: within(at.duty + by.duty, size.duty) };
}
