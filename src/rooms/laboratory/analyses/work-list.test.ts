import { expect, test } from 'vitest';
import { byOrder, instrumentsFor, typedValue } from './work-list.ts';

const line = (order: string, haste: 1 | 2 | 3) => ({ order, item: { haste } });

test('the lines of one order stand together where the first of them stood', () => {
  expect(byOrder([line('a', 1), line('b', 2), line('a', 2)]).map(({ id, lines }) => [id, lines.length])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
  expect(byOrder([])).toEqual([]);
});

test('of two instruments the open one is offered first', () => {
  const instrument = (name: string, analyte: string, open: boolean) => ({
    device: { id: name as never, name },
    analyte,
    gate: (open ? { open } : { open, why: 'control missing' }) as never,
  });
  const all = [instrument('1', 'crp', false), instrument('2', 'crp', true), instrument('3', 'inr', true)];
  expect(instrumentsFor(all, 'crp').map(({ device }) => device.name)).toEqual(['2', '1']);
});

test.each([
  ['6,4', { value: 6.4 }],
  ['6.4', { value: 6.4 }],
  ['<5', { value: 5, comparator: '<' }],
  [' > 200 ', { value: 200, comparator: '>' }],
  ['≥ 60', { value: 60, comparator: '>=' }],
  ['6,4,2', undefined],
  ['-3', undefined],
  ['', undefined],
  ['seks', undefined],
])('«%s» is read as it was meant, or not at all', (typed, value) => {
  expect(typedValue(typed)).toEqual(value);
});
