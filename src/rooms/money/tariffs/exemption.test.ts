import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import { exemptionReasons } from './exemption.table.ts';
import { isChildOn, type PatientStanding, reasonsOn, standingOn } from './exemption.ts';

const day = '2026-11-23' as IsoDate;
const adult: PatientStanding = {
  birth: '1974-05-03' as IsoDate,
  frikort: 'no data',
  stated: null,
  groundWritten: false,
};
const standing = (facts: Partial<PatientStanding>, on = day) => must(standingOn({ ...adult, ...facts }, on));

test('an adult pays when Helfo has no data on frikort', () => {
  expect(standing({})).toEqual({ kind: 'pays', frikort: 'no data' });
});

test('an adult whom nobody has asked about pays too, but it is said that nobody asked', () => {
  expect(standing({ frikort: 'not asked' })).toEqual({ kind: 'pays', frikort: 'not asked' });
});

test('frikort exempts with code F', () => {
  expect(standing({ frikort: 'yes' })).toMatchObject({
    kind: 'exempt',
    row: { helfoCode: 'F', coversMaterial: false },
  });
});

test('a child is exempt until the sixteenth birthday', () => {
  const born = '2010-11-24' as IsoDate;
  expect(standing({ birth: born })).toMatchObject({ row: { helfoCode: 'B' } });
  expect(standing({ birth: born }, '2026-11-24' as IsoDate)).toEqual({ kind: 'pays', frikort: 'no data' });
  expect(isChildOn(born, day)).toBe(true);
});

test('nobody is called a child who has turned sixteen', () => {
  expect(standingOn({ ...adult, stated: 'child' }, day)).toMatchObject({ why: 'not a child any more' });
});

test('a stated reason goes before childhood and frikort, because it may cover more', () => {
  const child = { birth: '2014-01-01' as IsoDate, stated: 'occupational injury', frikort: 'yes' } as const;
  expect(standing(child)).toMatchObject({ row: { helfoCode: 'Y', coversMaterial: true } });
});

test('frikort is not stated at the desk without an answer from Helfo', () => {
  expect(standingOn({ ...adult, stated: 'frikort' }, day)).toMatchObject({ why: 'frikort not confirmed' });
  expect(standing({ stated: 'frikort', frikort: 'yes' })).toMatchObject({ row: { helfoCode: 'F' } });
});

test('infectious disease wants its ground in the journal', () => {
  expect(standing({ stated: 'infectious disease' })).toMatchObject({ groundMissing: true });
  expect(standing({ stated: 'infectious disease', groundWritten: true })).toMatchObject({ groundMissing: false });
  expect(standing({ stated: 'pregnancy' })).toMatchObject({ groundMissing: false });
});

test("other services' reasons are not used by a GP", () => {
  expect(standingOn({ ...adult, stated: 'assault centre' }, day)).toMatchObject({
    why: 'not a reason in general practice',
  });
});

test('a day before the tables begin has no standing', () => {
  expect(standingOn(adult, '2020-01-01' as IsoDate)).toMatchObject({ why: 'no tariff for this date' });
  expect(reasonsOn('2020-01-01' as IsoDate)).toEqual([]);
  expect(isChildOn('2019-01-01' as IsoDate, '2020-01-01' as IsoDate)).toBe(false);
});

test('the desk chooses among the reasons of general practice', () => {
  const codes = reasonsOn(day).map((row) => row.helfoCode);
  expect(codes).toEqual(['A', 'B', 'F', 'G', 'H', 'I', 'K', 'M', 'R', 'S', 'Y', null, null]);
});

test('the letters are the fifteen of kodeverk 7461, each once', () => {
  const letters = exemptionReasons[0]?.value.flatMap(({ helfoCode }) => helfoCode ?? []) ?? [];
  expect([...letters].sort().join('')).toBe('ABFGHIJKLMNORSY');
});

test('three reasons cover consumables as well', () => {
  const covering = exemptionReasons[0]?.value.filter((row) => row.coversMaterial).map((row) => row.reason);
  expect(covering).toEqual(['condition hinders collection', 'occupational injury', 'contraception in LAR']);
});
