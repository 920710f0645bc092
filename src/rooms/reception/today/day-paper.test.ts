import { expect, test } from 'vitest';
import type { IsoDate, Moment } from '#kernel/time';
import type { Book, BookId } from '../appointments/book.ts';
import { type PaperRow, paperOf } from './day-paper.ts';

const lie: Book = { id: 'lie' as BookId, name: 'Lie', serves: 'doctor', owner: null };
const row: PaperRow = {
  from: '2026-11-23T08:00:00.000Z' as Moment,
  familyName: 'Hansen',
  givenName: 'Odd',
  birthDate: '1943-04-12' as IsoDate,
  addressBlock: null,
  phone: '+4791234567',
  about: 'Sårskift',
  books: [lie.id],
  hasCave: true,
};
const around = {
  books: [lie],
  clinic: 'Fjordgløtt',
  day: '2026-11-23' as IsoDate,
  now: '2026-11-23T06:30:00.000Z' as Moment,
};

test('a line has the hour, the name, the birth date, with whom, about what, and the telephone', () => {
  const { rows, heading, head, day } = paperOf([row], around, 'nb');
  expect(rows).toEqual([['09:00', 'Hansen, Odd (CAVE)', '12.04.43', 'Lie', 'Sårskift', '912\u00a034\u00a0567']]);
  expect(heading).toBe('Fjordgløtt · mandag 23. november');
  expect(head).toHaveLength(8);
  expect(day).toEqual([2026, 11, 23]);
});
test('whose address is blocked has neither name nor telephone on paper', () => {
  const [line] = paperOf([{ ...row, addressBlock: 7 }], around, 'nb').rows;
  expect(line).toEqual(['09:00', 'Adresse sperret', '1943', 'Lie', 'Sårskift', '']);
});
test('the clinic’s own block hides the telephone alone', () => {
  const [line] = paperOf([{ ...row, addressBlock: 4 }], around, 'en').rows;
  expect(line?.slice(1)).toEqual(['Hansen, Odd (CAVE)', '12.04.43', 'Lie', 'Sårskift', '']);
});
test('it says when it was printed, and that it is shredded', () => {
  const { made, foot } = paperOf([], around, 'nb');
  expect(made).toContain('23.11.26 07:30');
  expect(foot).toContain('Makuleres');
});
