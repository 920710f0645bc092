import { expect, test } from 'vitest';
import type { IsoDate } from '#kernel/time';
import { orderableName, quickOrders, searchOrderables } from './order-search.ts';

const day = '2026-11-23' as IsoDate;

test('a few letters find what can be ordered, beginnings first', () => {
  expect(searchOrderables('blod', day, 'nb')[0]).toMatch(/^blood/);
  expect(searchOrderables('CRP', day, 'nb')).toEqual(['crp']);
  expect(searchOrderables('spiro', day, 'en')).toEqual(['spirometry', 'spirometry-reversibility']);
});
test('nothing typed and nonsense find nothing', () => {
  expect(searchOrderables(' ', day, 'nb')).toEqual([]);
  expect(searchOrderables('xyz', day, 'nb')).toEqual([]);
});
test('before anything was offered nothing is found', () => {
  expect(searchOrderables('crp', '2020-01-01' as IsoDate, 'nb')).toEqual([]);
});
test('each common order has its letter and a name', () => {
  for (const [letter, code] of Object.entries(quickOrders))
    expect(orderableName(code, day, 'nb').toLowerCase().startsWith(letter)).toBe(true);
});
