import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#kernel/time';
import { foldWord, nameFits, nameWords, readSearch, typedWords } from './name-search.ts';

const today = '2026-11-23' as IsoDate;
const read = (typed: string) => readSearch(typed, today);
const day = (text: string) => ({ from: text, until: text });

describe('names that sound alike', () => {
  test.each([
    ['Kristian', 'Christian'],
    ['Bjørn', 'Bjoern'],
    ['Bjørn', 'Bjorn'],
    ['Bjørn', 'Björn'],
    ['Bjørn', 'Biørn'],
    ['Åse', 'Aase'],
    ['Åse', 'Ase'],
    ['Sæther', 'Sether'],
    ['Sæther', 'Saether'],
    ['Sæther', 'Säther'],
    ['Kjell', 'Kiell'],
    ['Thor', 'Tor'],
    ['Thorsen', 'Torsen'],
    ['Sophie', 'Sofie'],
    ['Stephan', 'Stefan'],
    ['Alexander', 'Aleksander'],
    ['Cecilie', 'Sesilie'],
    ['Carl', 'Karl'],
    ['Erick', 'Erik'],
    ['Walter', 'Valter'],
    ['Hvidsten', 'Vidsten'],
    ['Hanssen', 'Hansen'],
    ['Johann', 'Johan'],
    ['Schmidt', 'Schmit'],
    ['Synnøve', 'Sinnøve'],
    ['Maja', 'Maia'],
    ['René', 'Rene'],
    ['Zahra', 'Sahra'],
    ['Łukasz', 'Lukas'],
    ['Michael', 'Mikael'],
    ['Grete', 'Grethe'],
    ['BJØRN', 'bjørn'],
  ])('%s and %s', (one, other) => {
    expect(foldWord(one)).toBe(foldWord(other));
  });

  test.each([
    ['Hansen', 'Jensen'],
    ['Anne', 'Arne'],
    ['Kari', 'Karin'],
    ['Jan', 'Ian'],
    ['Per', 'Pål'],
    ['Odd', 'Ole'],
    ['Lie', 'Li'],
  ])('%s and %s stay apart', (one, other) => {
    expect(foldWord(one)).not.toBe(foldWord(other));
  });

  test('a name written with loose accents is the same name', () => {
    expect(foldWord('A\u030Ase')).toBe(foldWord('Åse'));
    expect(foldWord('Rene\u0301')).toBe(foldWord('René'));
  });

  test('only letters a to z are left, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ maxLength: 20 }), (typed) => /^[a-z]*$/.test(foldWord(typed))));
  });
});

describe('the words of a name', () => {
  test('a double name is found under each of its words, once', () => {
    expect(nameWords('Anne-Berit', "O'Brien Hansen")).toEqual(['ane', 'berit', 'o', 'brien', 'hansen']);
    expect(nameWords('Hans', 'Hans')).toEqual(['hans']);
    expect(nameWords('', ' - ')).toEqual([]);
  });

  test('a beginning that sounds otherwise than the whole is kept beside it', () => {
    expect(nameWords('Michael')).toEqual(['mikel', 'mika']);
    expect(nameWords('Sophie')).toEqual(['sofie', 'sop']);
  });

  test('whoever types a name letter by letter never loses it on the way', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzæøåéöäü');
    const name = fc.array(letter, { minLength: 1, maxLength: 14 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(name, fc.nat(13), (whole, at) => {
        expect(nameFits(whole.slice(0, at + 1), whole)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('words may come in any order, and all must fit', () => {
    expect(nameFits('odd han', 'Odd', 'Hansen')).toBe(true);
    expect(nameFits('han odd', 'Odd', 'Hansen')).toBe(true);
    expect(nameFits('han per', 'Odd', 'Hansen')).toBe(false);
    expect(nameFits('kristian bjoern', 'Christian', 'Bjørnsen')).toBe(true);
  });

  test('what was typed is folded without the beginnings', () => {
    expect(typedWords('Michael', 'michael')).toEqual(['mikel']);
  });
});

describe('numbers in the field', () => {
  test('eleven digits are looked up exactly, with or without the printed gap', () => {
    expect(read('12057412345').number).toBe('12057412345');
    expect(read('120574 12345').number).toBe('12057412345');
    expect(read(' 120574\u00a012345 ').number).toBe('12057412345');
    expect(read('201712345678').number).toBe('201712345678');
  });

  test('a number beside a name is still the number', () => {
    expect(read('hansen 12057412345')).toMatchObject({ number: '12057412345', words: ['hansen'] });
    expect(read('hansen 120574 12345')).toMatchObject({ number: '12057412345' });
  });

  test('a phone is read in the ways it is said', () => {
    expect(read('912 34 567')).toMatchObject({ phoneStart: '+4791234567', digits: '91234567', born: null });
    expect(read('+47 912').phoneStart).toBe('+47912');
    expect(read('0047912').phoneStart).toBe('+47912');
    expect(read('4791234567').phoneStart).toBe('+4791234567');
    expect(read('+46 8 123').phoneStart).toBe('+468123');
    expect(read('12').phoneStart).toBeNull();
  });

  test('eight digits may be both a phone and a birth date', () => {
    expect(read('23051974')).toMatchObject({ phoneStart: '+4723051974', born: day('1974-05-23') });
  });

  test('a barcode is a code and no name', () => {
    expect(read('P1234567')).toMatchObject({ code: 'P1234567', words: [] });
    expect(read('ord-2026-0012')).toMatchObject({ code: 'ord-2026-0012' });
    expect(read('hansen').code).toBeNull();
  });
});

describe('birth dates in the field', () => {
  test.each([
    '120574',
    '12.05.1974',
    '12.5.1974',
    '12.05.74',
    '12051974',
    '12/5-74',
    '12-05-1974',
    '12 05 74',
    '12 5 1974',
    '1974-05-12',
    '19740512',
    '12. mai 1974',
    '12 mai 74',
    '12.mai.1974',
    ' 12.05.1974 ',
  ])('%s', (typed) => {
    expect(read(typed).born).toEqual(day('1974-05-12'));
  });

  test('a two-digit year is never in the future, and the other century is kept beside it', () => {
    expect(read('120526')).toMatchObject({ born: day('2026-05-12'), alsoBorn: day('1926-05-12') });
    expect(read('311226')).toMatchObject({ born: day('1926-12-31'), alsoBorn: null });
    expect(read('120574').alsoBorn).toBeNull();
    expect(read('010107')).toMatchObject({ born: day('2007-01-01'), alsoBorn: day('1907-01-01') });
  });

  test('nobody is older than a hundred and twenty', () => {
    expect(read('01.01.1899').born).toBeNull();
    expect(read('12.04.1907').born).toEqual(day('1907-04-12'));
  });

  test('a day that does not exist is no day', () => {
    for (const typed of ['31.02.1974', '320574', '12.13.1974', '2026-02-30']) expect(read(typed).born).toBeNull();
  });

  test('name and year, name and date, in any order', () => {
    expect(read('han odd 1943')).toMatchObject({
      words: ['han', 'od'],
      born: { from: '1943-01-01', until: '1943-12-31' },
    });
    expect(read('1943 hansen')).toMatchObject({ words: ['hansen'], born: { from: '1943-01-01' } });
    expect(read('Hansen, Odd 12.04.43')).toMatchObject({ words: ['hansen', 'od'], born: day('1943-04-12') });
    expect(read('hansen 120526')).toMatchObject({ born: day('2026-05-12'), alsoBorn: day('1926-05-12') });
  });

  test('a year to come is no birth year', () => {
    expect(read('hansen 2031').born).toBeNull();
  });
});

describe('whatever is typed', () => {
  test('at most three words are kept, the longest first', () => {
    expect(read('anne berit lise karoline').words).toEqual(['karoline', 'berit', 'lise']);
  });

  test('an empty field means nothing', () => {
    expect(read('   ')).toEqual({
      number: null,
      digits: null,
      phoneStart: null,
      born: null,
      alsoBorn: null,
      words: [],
      code: null,
    });
  });

  test('the field is read without fault, and what is read is well formed', () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 140 }),
      fc.stringMatching(/^[0-9 ./+-]{0,14}$/),
      fc.stringMatching(/^[a-zæøå]{0,8} ?[0-9.]{0,10}$/),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const { number, digits, phoneStart, born, alsoBorn, words } = read(text);
        expect(number ?? '00000000000').toMatch(/^\d{11,12}$/);
        expect(digits ?? '0').toMatch(/^\d+$/);
        expect(phoneStart ?? '+').toMatch(/^\+\d*$/);
        for (const one of [born, alsoBorn]) if (one) expect(one.from <= one.until).toBe(true);
        for (const word of words) expect(word).toMatch(/^[a-z]+$/);
        expect(words.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('every real birth date is read back from each way of writing it', () => {
    const days = fc
      .integer({ min: 0, max: 366 * 100 })
      .map((back) => new Date(Date.parse(today) - back * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (date) => {
        const [year = '', month = '', dayOfMonth = ''] = date.split('-');
        const ways = [
          `${dayOfMonth}${month}${year}`,
          `${dayOfMonth}.${month}.${year}`,
          date,
          `${Number(dayOfMonth)}/${Number(month)}-${year}`,
        ];
        for (const way of ways) expect(read(way).born).toEqual(day(date));
        const short = read(`${dayOfMonth}${month}${year.slice(2)}`);
        expect([short.born, short.alsoBorn]).toContainEqual(day(date));
      }),
    );
  });
});
