/** Vectors of laboratory values. */

import type { Result } from '#kernel/result';
import { rounded } from '#kernel/rounding';
import type { Sex } from '#kernel/sex';
import type { IsoDate } from '#kernel/time';
import { type Analyte, analytes, isAnalyte } from '../../rooms/laboratory/analyses/analyte.table.ts';
import { phoneAnswerFor } from '../../rooms/laboratory/analyses/critical-value.ts';
import { mmolPerMolOf, percentOf } from '../../rooms/laboratory/analyses/hba1c.ts';
import {
  changeBetween,
  referenceChangePercent,
  type Variation,
} from '../../rooms/laboratory/analyses/reference-change.ts';
import {
  adultIntervalFor,
  flagOf,
  type NoInterval,
  type ReferenceInterval,
  referenceIntervalFor,
} from '../../rooms/laboratory/analyses/reference-interval.ts';
import { converted } from '../../rooms/laboratory/analyses/unit.ts';
import { flagAt, type Inputs, numberAt, numberOrNaN, type Outputs, type RuleSet, textAt } from './rule-set.ts';

/** Vectors carry no date; they are judged by the tables of this day. */
const tableDay = '2026-09-01' as IsoDate;

function sexOf(inputs: Inputs): Sex {
  const sex = textAt(inputs, 'sex');
  return sex === 'female' || sex === 'male' ? sex : 'unknown';
}

function analyteOf(inputs: Inputs): Analyte {
  const name = textAt(inputs, 'analyte') ?? '';
  const ours = name === 'uricAcid' ? 'urate' : name;
  if (!isAnalyte(ours)) throw new TypeError('input analyte is not known');
  return ours;
}

function flagged(interval: Result<ReferenceInterval, NoInterval>, value: number): Outputs {
  if (interval.ok) {
    const { low, high } = interval.value;
    return { low, high, flag: Number.isFinite(value) ? flagOf(value, interval.value) : null };
  }
  const error = interval.why === 'no interval at this age' ? 'age_out_of_range' : interval.why;
  return { low: null, high: null, flag: null, error };
}

function referenceHb(inputs: Inputs): Outputs {
  const ageYears = numberAt(inputs, 'ageYears');
  const interval = referenceIntervalFor({ analyte: 'hemoglobin', sex: sexOf(inputs), ageYears, on: tableDay });
  return flagged(interval, numberOrNaN(inputs, 'hbGdl'));
}

/** Without an age the vectors mean an adult of any age. */
function referenceNorip(inputs: Inputs): Outputs {
  const ageYears = numberAt(inputs, 'ageYears');
  const wanted = { analyte: analyteOf(inputs), sex: sexOf(inputs), on: tableDay };
  const interval = ageYears === undefined ? adultIntervalFor(wanted) : referenceIntervalFor({ ...wanted, ageYears });
  return flagged(interval, numberOrNaN(inputs, 'value'));
}

function critical(inputs: Inputs): Outputs {
  const analyte = analyteOf(inputs);
  const value = numberOrNaN(inputs, 'value');
  const isKnown = flagAt(inputs, 'firstObservation') === false;
  const answer = phoneAnswerFor({ analyte, value, unit: analytes[analyte].unit, on: tableDay, isKnown });
  return answer.ok ? { ...answer.value } : { phone: null, error: answer.why };
}

function units(inputs: Inputs): Outputs {
  const [from = '', to = ''] = [textAt(inputs, 'from'), textAt(inputs, 'to')];
  const answer = converted({ analyte: analyteOf(inputs), value: numberOrNaN(inputs, 'value'), from, to, on: tableDay });
  return answer.ok ? { value: answer.value } : { value: null, error: answer.why };
}

function hba1c(inputs: Inputs): Outputs {
  const mmolPerMol = numberAt(inputs, 'mmolPerMol');
  if (mmolPerMol === undefined) {
    const answer = mmolPerMolOf(numberOrNaN(inputs, 'percent'));
    return { mmolPerMol: answer.ok ? answer.value : null };
  }
  const answer = percentOf(mmolPerMol);
  return { percent: answer.ok ? rounded(answer.value, 1) : null };
}

function variationOf(inputs: Inputs): Variation {
  return {
    cvAnalytical: numberOrNaN(inputs, 'cvAnalytical'),
    cvWithinSubject: numberOrNaN(inputs, 'cvWithinSubject'),
    z: numberOrNaN(inputs, 'z'),
  };
}

function deltaCheck(inputs: Inputs): Outputs {
  const change = changeBetween(numberOrNaN(inputs, 'previous'), numberOrNaN(inputs, 'current'), variationOf(inputs));
  return change.ok ? { ...change.value } : { changePercent: null, exceeds: null, error: change.why };
}

export const laboratoryRules: RuleSet = {
  'lab.referenceHb': referenceHb,
  'lab.referenceNorip': referenceNorip,
  'lab.critical': critical,
  'lab.units': units,
  'lab.hba1c': hba1c,
  'lab.rcv': (inputs) => ({ rcvPercent: referenceChangePercent(variationOf(inputs)) }),
  'lab.deltaCheck': deltaCheck,
};
