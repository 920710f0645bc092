/** One result of a patient as lists show it, whether the house measured it or an outside laboratory did. */

import type { DeviceId } from '#equipment';
import type { Id, PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import type { OrderId } from '#orders';
import type { PatientId } from '#patients';
import type { Finding, ReviewId } from './review.ts';

export type ResultId = Id<'Result'>;
export type ReportId = Id<'Report'>;

export type ResultRow = {
  readonly id: ResultId;
  readonly patient: PatientId;
  readonly review: ReviewId;
  readonly report: ReportId | null;
  readonly place: number;
  readonly analyte: string | null;
  readonly code: string | null;
  readonly name: string;
  readonly valueNumber: number | null;
  readonly comparator: string | null;
  readonly valueText: string | null;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly limitsText: string | null;
  readonly limitsSource: string | null;
  readonly flag: Finding['flag'];
  readonly isCritical: boolean;
  readonly comment: string | null;
  readonly sampledAt: Moment;
  readonly arrivedAt: Moment;
  readonly madeBy: 'own instrument' | 'typed' | 'outside laboratory';
  readonly madeWhere: string;
  readonly device: DeviceId | null;
  readonly reagentLot: string | null;
  readonly clinicalOrder: OrderId | null;
  readonly item: number | null;
  readonly performer: PersonId | null;
  readonly state: 'stands' | 'replaced' | 'withdrawn';
};

/** What one analysis is called in the cumulative table: the same line for the same analysis at every laboratory. */
export function lineKey(row: Pick<ResultRow, 'analyte' | 'code' | 'name' | 'unit'>): string {
  return row.analyte ? `${row.analyte} ${row.unit}` : `${row.code ?? row.name} ${row.unit}`;
}

export type CumulativeLine<R> = { readonly key: string; readonly name: string; readonly unit: string } & {
  /** By the column's key; more than one where it was measured twice. */
  readonly cells: ReadonlyMap<string, readonly R[]>;
};
export type Cumulative<R> = {
  readonly columns: readonly { readonly key: string; readonly at: Moment; readonly where: string }[];
  readonly lines: readonly CumulativeLine<R>[];
};
type Shown = Pick<ResultRow, 'analyte' | 'code' | 'name' | 'unit' | 'sampledAt' | 'madeWhere' | 'state'>;

/** Analysis × sampling, the newest sampling first; what has been withdrawn or replaced is not in it. */
export function cumulative<R extends Shown>(rows: readonly R[]): Cumulative<R> {
  const columns = new Map<string, Cumulative<R>['columns'][number]>();
  const lines = new Map<string, { key: string; name: string; unit: string; cells: Map<string, R[]> }>();
  const standing = rows.filter(({ state }) => state === 'stands');
  for (const row of [...standing].sort((a, b) => (a.sampledAt < b.sampledAt ? 1 : -1))) {
    const column = `${row.sampledAt}|${row.madeWhere}`;
    columns.set(column, { key: column, at: row.sampledAt, where: row.madeWhere });
    const key = lineKey(row);
    const line = lines.get(key) ?? { key, name: row.name, unit: row.unit, cells: new Map<string, R[]>() };
    line.cells.set(column, [...(line.cells.get(column) ?? []), row]);
    lines.set(key, line);
  }
  return {
    columns: [...columns.values()],
    lines: [...lines.values()].sort((a, b) => a.name.localeCompare(b.name, 'nb')),
  };
}
