/** The note of results that the house has measured: what the record says, ready to be signed with the act. */

import type { Device } from '#equipment';
import type { Provenance, RecordedValue } from '#journal';
import { numberIn } from '#kernel/texts';
import type { Moment } from '#kernel/time';
import { flagMarks, shownLimits, shownUnit } from './analysis.texts.ts';
import { analytes } from './analyte.table.ts';
import type { OwnResult } from './own-result.ts';

export type NotedResult = {
  readonly own: OwnResult;
  readonly device: Pick<Device, 'id' | 'name'>;
  readonly from: 'instrument' | 'typed';
};
export type ResultNote = { readonly text: string; readonly values: readonly RecordedValue[] };

/** `CRP 34 mg/L ↑ (≤ 5; Afinion 2)`, one line a result; the record is Norwegian. */
export function resultNote(results: readonly NotedResult[], readAt: Moment): ResultNote {
  return { text: results.map(lineOf).join('\n'), values: results.map((one) => recordedOf(one, readAt)) };
}

function lineOf({ own, device }: NotedResult): string {
  const { analyte, value, comparator, unit, interval, finding } = own;
  const arrow = finding.flag === 'low' || finding.flag === 'high' ? flagMarks[finding.flag] : '';
  const mark = finding.critical ? ` ${arrow}${arrow} kritisk` : arrow ? ` ${arrow}` : '';
  const limits = interval ? shownLimits('nb', interval) : '';
  const measured = `${analytes[analyte].name.nb} ${comparator ?? ''}${numberIn('nb', value)} ${shownUnit('nb', unit)}`;
  return `${measured.trim()}${mark} (${[limits, device.name].filter(Boolean).join('; ')})`;
}

function recordedOf({ own, device, from }: NotedResult, readAt: Moment): RecordedValue {
  const provenance: Provenance =
    from === 'typed' ? { kind: 'typed' } : { kind: 'instrument', device: device.id, readAt };
  const value = own.comparator ? `${own.comparator}${own.value}` : own.value;
  return { key: own.analyte, value, unit: own.unit, provenance };
}
