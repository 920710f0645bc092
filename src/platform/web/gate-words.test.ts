import { expect, test } from 'vitest';
import { gateWords, setGateWords } from './gate-words.ts';

test('before anyone has handed over words there are none', () => {
  expect(gateWords('nb', 'no delegation', {})).toBeUndefined();
});

test('the words are those that were handed over, in the language asked for, with the facts', () => {
  setGateWords((language, why, facts) => (why === 'no order' ? `${language}: ${facts.need}` : undefined));
  expect(gateWords('en', 'no order', { need: 'order' })).toBe('en: order');
  expect(gateWords('en', 'something else', {})).toBeUndefined();
});
