import { expect, test } from 'vitest';
import { orderableCodes, orderables } from '#orders';
import { billedAs, cardOf, isProcedureCode } from './procedure.ts';

test('nothing that is ordered in the treatment room gets stuck: each has a card or is done with a note', () => {
  const table = orderables[0]?.value;
  const here = orderableCodes.filter((code) => table?.[code].room === 'treatment-room');
  expect(here.length).toBeGreaterThan(10);
  expect(here.filter((code) => cardOf[code] === undefined && !isProcedureCode(code))).toEqual([]);
});

test('what is told to the bill is done here with a note', () => {
  expect(Object.keys(billedAs).filter((code) => !isProcedureCode(code))).toEqual([]);
});
