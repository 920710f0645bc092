import { expect, test } from 'vitest';
import { analysisTexts, flagMarks, shownLimits, shownUnit } from './analysis.texts.ts';

test('a flag is told in words and with an arrow, never by colour alone', () => {
  expect(analysisTexts.nb.flags.high).toBe('Høy');
  expect(analysisTexts.en.flags.low).toBe('Low');
  expect(flagMarks).toEqual({ low: '↓', normal: '', high: '↑' });
});

test('an interval is shown with the same number of decimals on both sides', () => {
  expect(shownLimits('nb', { low: 11.7, high: 15.3 })).toBe('11,7–15,3');
  expect(shownLimits('nb', { low: 4, high: 6.1 })).toBe('4,0–6,1');
  expect(shownLimits('en', { low: 0.71, high: 0.94 })).toBe('0.71–0.94');
  expect(shownLimits('nb', { low: 137, high: 145 })).toBe('137–145');
});

test('an interval with one limit is shown with its sign', () => {
  expect(shownLimits('nb', { high: 5, highExcluded: true })).toBe('< 5');
  expect(shownLimits('nb', { high: 2.6 })).toBe('≤ 2,6');
  expect(shownLimits('nb', { low: 60 })).toBe('≥ 60');
  expect(shownLimits('nb', { low: 60, lowExcluded: true })).toBe('> 60');
  expect(shownLimits('nb', {})).toBe('');
});

test('units are shown as people read them', () => {
  expect(shownUnit('nb', 'umol/L')).toBe('µmol/L');
  expect(shownUnit('nb', 'ug/L')).toBe('µg/L');
  expect(shownUnit('nb', '10*9/L')).toBe('×10⁹/L');
  expect(shownUnit('nb', 'mL/min/1.73m2')).toBe('mL/min/1,73 m²');
  expect(shownUnit('en', 'mL/min/1.73m2')).toBe('mL/min/1.73 m²');
  expect(shownUnit('nb', 'U/L')).toBe('U/L');
  expect(shownUnit('nb', 'mmol/mol')).toBe('mmol/mol');
});
