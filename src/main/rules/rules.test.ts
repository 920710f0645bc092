import { describe, expect, test } from 'vitest';
import { identityRules } from './identity.ts';
import { laboratoryRules } from './laboratory.ts';
import { flagAt, type Inputs, listAt, numberAt, numberOrNaN, numbersAt, type Outputs, textAt } from './rule-set.ts';
import { vitalSignsRules } from './vital-signs.ts';

const rules = { ...identityRules, ...laboratoryRules, ...vitalSignsRules };
const answer = async (rule: string, inputs: Inputs): Promise<Outputs> => {
  const check = rules[rule];
  if (!check) throw new Error(`no rule ${rule}`);
  return check(inputs, { file: 'vectors.json' });
};

describe('identity', () => {
  test.each([
    ['02013299903', { valid: true, validByPre2032Rule: false, type: 'fnr' }],
    ['50846202355', { valid: true, validByPre2032Rule: true, type: 'd-tenor' }],
    ['24417138435', { valid: true, validByPre2032Rule: true, type: 'fnr-nav_or_h' }],
    ['41774061388', { valid: true, validByPre2032Rule: true, type: 'd-dolly' }],
    ['123456789101', { valid: false, reason: 'format' }],
    ['13137248022', { valid: false, reason: 'date' }],
    ['13097248023', { valid: false, reason: 'checksum', type: null }],
  ])('id.fnr of %s', async (number, expected) => {
    expect(await answer('id.fnr', { number })).toMatchObject(expected);
  });

  test.each([
    ['id.orgnr', { number: '974760673' }, true],
    ['id.orgnr', { number: '98807791' }, false],
    ['id.bankAccount', { number: '8601 11 17947' }, true],
    ['id.bankAccount', { number: '00000000000' }, false],
    ['id.iban', { iban: 'NO93 8601 1117 947' }, true],
    ['id.iban', { iban: 'NO9386011117948' }, false],
    ['id.iban', {}, false],
  ])('%s of %o is valid: %s', async (rule, inputs, valid) => {
    expect(await answer(rule, inputs)).toEqual({ valid });
  });

  test('id.kid makes the check, and refuses what cannot have one', async () => {
    expect(await answer('id.kid', { base: '1000005', method: 'mod11' })).toEqual({ checkDigit: '-', kid: '1000005-' });
    expect(await answer('id.kid', { base: '1'.repeat(25), method: 'mod10' })).toMatchObject({ kid: null });
    await expect(answer('id.kid', { base: '12', method: 'mod9' })).rejects.toThrow('KID method');
  });
});

describe('laboratory', () => {
  test.each([
    ['lab.referenceHb', { sex: 'female', ageYears: 34, hbGdl: 11.6 }, { low: 11.7, high: 15.3, flag: 'low' }],
    ['lab.referenceHb', { sex: 'male', ageYears: 18.9, hbGdl: 13 }, { low: 12.6, high: 17, flag: 'normal' }],
    ['lab.referenceHb', { sex: 'unknown', ageYears: 40, hbGdl: 9 }, { low: null, high: null, flag: null }],
    ['lab.referenceHb', { sex: 'male', ageYears: 0.2, hbGdl: 9 }, { error: 'age_out_of_range', flag: null }],
    ['lab.referenceHb', { sex: 'male', ageYears: 30 }, { low: 13.4, flag: null }],
    ['lab.referenceNorip', { analyte: 'sodium', sex: 'male', value: 136 }, { low: 137, high: 145, flag: 'low' }],
    ['lab.referenceNorip', { analyte: 'urea', sex: 'male', value: 4, ageYears: 60 }, { low: 3.5, flag: 'normal' }],
    ['lab.referenceNorip', { analyte: 'alat', sex: 'unknown', value: 50 }, { flag: null }],
    ['lab.critical', { analyte: 'potassium', value: 6.2 }, { phone: false }],
    ['lab.critical', { analyte: 'leukocytes', value: 60, firstObservation: false }, { phone: false }],
    ['lab.critical', { analyte: 'crp', value: 300 }, { phone: null }],
    ['lab.units', { analyte: 'uricAcid', value: 6, from: 'mg/dL', to: 'umol/L' }, { value: 356.88 }],
    ['lab.units', { analyte: 'urea', value: 6, from: 'stone', to: 'umol/L' }, { value: null }],
    ['lab.hba1c', { mmolPerMol: 48 }, { percent: 6.5 }],
    ['lab.hba1c', { percent: 6.0 }, { mmolPerMol: 42 }],
    ['lab.hba1c', {}, { mmolPerMol: null }],
    [
      'lab.deltaCheck',
      { previous: 80, current: 92, cvAnalytical: 2, cvWithinSubject: 4.5, z: 1.96 },
      { exceeds: true },
    ],
    ['lab.deltaCheck', { previous: 0, current: 92, cvAnalytical: 2, cvWithinSubject: 4.5, z: 1.96 }, { exceeds: null }],
  ])('%s of %o', async (rule, inputs, expected) => {
    expect(await answer(rule, inputs)).toMatchObject(expected);
  });

  test('lab.rcv is told in per cent', async () => {
    const { rcvPercent } = await answer('lab.rcv', { cvAnalytical: 2, cvWithinSubject: 4.5, z: 1.96 });
    expect(rcvPercent).toBeCloseTo(13.65, 2);
  });

  test('an analyte that nobody knows is a failing vector, not a silent pass', async () => {
    await expect(answer('lab.critical', { analyte: 'moonstone', value: 1 })).rejects.toThrow('not known');
  });
});

describe('vital signs', () => {
  const well = { rr: 16, spo2: 97, scale: 1, onOxygen: false, sbp: 128, pulse: 76, acvpu: 'A', temp: 37 };
  test.each([
    ['vitals.bpClass', { sbp: 138, dbp: 90 }, { esh2023: { category: 'grade1', isolatedDiastolic: true } }],
    ['vitals.bpClass', { sbp: 90, dbp: 138 }, { esh2023: null, esc2024: null }],
    ['vitals.bpOfficeMean', { readings: [[128, 78]] }, { sbp: 128, dbp: 78, takeMore: ['single reading'] }],
    ['vitals.bpOfficeMean', { readings: [] }, { sbp: null, dbp: null }],
    ['vitals.map', { sbp: 120, dbp: 90 }, { map: 100, pulsePressure: 30 }],
    ['vitals.map', { sbp: 120 }, { map: null }],
    ['vitals.homeBp', { days: [[[150, 90]], [[130, 80]], [[132, 82]]] }, { sbp: 131, dbp: 81, n: 2, enoughDays: true }],
    ['vitals.homeBp', { days: [[[150, 90]]] }, { sbp: null, n: 0, enoughDays: false }],
    ['vitals.homeBp', { days: [[[150, 90]]], discardFirstDay: false }, { sbp: 150, n: 1, enoughDays: false }],
    ['vitals.fever', { temperatureC: 38, site: 'rectal', ageMonths: 2 }, { fever: true, infantUrgent: true }],
    ['vitals.fever', { temperatureC: null, site: 'rectal' }, { fever: null }],
    ['vitals.news2', { ...well, acvpu: 'C' }, { parts: { consciousness: 3, rr: 0 }, total: 3, risk: 'low_medium' }],
    ['vitals.news2', { ...well, pulse: null }, { parts: { spo2: 0 }, total: null, risk: null }],
    [
      'vitals.orthostatic',
      { ageYears: 70, supine: [140, 80, 60], standing: { 1: [110, 66, 64], 3: [100, 60, 66] } },
      { criteria: ['sbp_drop', 'dbp_drop'], maxHeartRateRise: 6, hrSbpRatioAt3min: 0.15 },
    ],
    ['vitals.orthostatic', { ageYears: 70, supine: [140, 80, 60], standing: {} }, { orthostaticHypotension: null }],
    ['vitals.sitToStand', { sitting: [140, 80], standing: [126, 72] }, { positive: true }],
  ])('%s of %o', async (rule, inputs, expected) => {
    expect(await answer(rule, inputs)).toMatchObject(expected);
  });
});

test('a missing input is nothing, a wrong one is a fault', () => {
  const inputs: Inputs = { number: 1, text: 'a', flag: true, list: [1], none: null };
  expect(numberAt(inputs, 'number')).toBe(1);
  expect(numberAt(inputs, 'none')).toBeUndefined();
  expect(numberOrNaN(inputs, 'other')).toBeNaN();
  expect(textAt(inputs, 'text')).toBe('a');
  expect(flagAt(inputs, 'flag')).toBe(true);
  expect(listAt(inputs, 'list')).toEqual([1]);
  expect(numbersAt(inputs, 'list')).toEqual([1]);
  expect(() => numberAt(inputs, 'text')).toThrow('no number');
  expect(() => textAt(inputs, 'number')).toThrow('no text');
  expect(() => flagAt(inputs, 'number')).toThrow('neither');
  expect(() => listAt(inputs, 'none')).toThrow('no list');
  expect(() => numbersAt(inputs, 'text')).toThrow('no list');
});
