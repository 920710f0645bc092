import { describe, expect, test } from 'vitest';
import { codeOf, DatabaseAway, faultWords, isDatabaseAway, StartFault } from './failure.ts';

const databaseError = (code: string, more: object = {}) =>
  Object.assign(new Error('Key (number)=(12044312345) of "Hansen, Odd" exists'), { severity: 'ERROR', code, ...more });

describe('a fault in the log of the IT person', () => {
  test('of the database tells rule and place, and nothing that was found or typed', () => {
    const words = faultWords(
      databaseError('23505', { table: 'patient', constraint: 'patient_number', detail: 'Hansen' }),
    );
    expect(words.split('\n')[0]).toBe('database 23505 patient patient_number');
    expect(words).not.toMatch(/Hansen|Odd|12044312345/);
    expect(words).toContain('failure.test.ts');
  });
  test('of ours keeps its words, without numbers and quotations', () => {
    const words = faultWords(new SyntaxError(`Unexpected token 'H', "Hansen 1204" is not valid JSON at 12044312345`));
    expect(words.split('\n')[0]).toBe('SyntaxError: Unexpected token …, … is not valid JSON at …');
  });
  test('that is no error at all is said to be none', () => {
    expect(faultWords('Odd Hansen')).toBe('something that is no error was thrown');
  });
});
describe('a database that is away', () => {
  test.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '08006', '53300', '25P03'])(
    'is known by its code %s',
    (code) => {
      expect(isDatabaseAway(databaseError(code))).toBe(true);
    },
  );
  test.each(['Connection terminated unexpectedly', 'Client has encountered a connection error and is not queryable'])(
    'or by the words of the driver: %s',
    (words) => {
      expect(isDatabaseAway(new Error(words))).toBe(true);
    },
  );
  test('is not every fault', () => {
    expect(isDatabaseAway(databaseError('23505'))).toBe(false);
    expect(isDatabaseAway(new StartFault('x', 'y'))).toBe(false);
    expect(isDatabaseAway(undefined)).toBe(false);
    expect(isDatabaseAway(new DatabaseAway('x'))).toBe(true);
    expect(codeOf({ code: 7 })).toBeUndefined();
  });
});
