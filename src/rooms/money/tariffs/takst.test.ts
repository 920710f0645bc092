import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kroner } from '#kernel/amounts';
import { must } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import { nationalTariff } from './takst.table.ts';
import { amountsOf, mostOnOneBill, pricedOn, priceOn, type Takst, takstOf } from './takst.ts';

const day = '2026-11-23' as IsoDate;
const spring = '2026-03-02' as IsoDate;
const priced = (code: string, on: IsoDate = day) => must(priceOn(nationalTariff, code, on));
const inKr = (code: string, on?: IsoDate) => {
  const { honorar, refund, patient } = priced(code, on).price;
  return [honorar / 100, refund / 100, patient / 100];
};

describe('what a code costs on a day', () => {
  test('a consultation is 194 kroner, of which the patient pays 179', () => {
    expect(inKr('2ad')).toEqual([194, 15, 179]);
  });

  test.each([
    ['1ad', 82, 18, 64],
    ['1bd', 74, 74, 0],
    ['1i', 64, 64, 0],
    ['2dd', 120, 64, 56],
    ['2bd', 131, 0, 131],
    ['11ad', 537, 297, 240],
    ['11dd', 120, 79, 41],
    ['10a', 81, 0, 81],
    ['10b', 121, 0, 121],
    ['10c', 173, 0, 173],
    ['10d', 235, 0, 235],
    ['701a', 74, 10, 64],
    ['701c', 24, 24, 0],
    ['705k', 53, 53, 0],
    ['706f', 78, 78, 0],
    ['707', 145, 145, 0],
    ['708a', 25, 25, 0],
    ['709', 161, 161, 0],
    ['710', 87, 87, 0],
    ['712', 161, 161, 0],
    ['507c', 242, 242, 0],
    ['100', 131, 131, 0],
    ['105', 255, 255, 0],
    ['7', 182, 182, 0],
    ['S2ad', 179, 0, 179],
    ['S705k', 53, 53, 0],
  ])('%s in the table of 1 July 2026', (code, honorar, refund, patient) => {
    expect(inKr(code)).toEqual([honorar, refund, patient]);
    expect(priced(code).price.certainty).toBe('table 1 Jul 2026');
  });

  test('consumables cost less before 1 July 2026', () => {
    expect(['10a', '10b', '10c', '10d'].map((code) => inKr(code, spring)[0])).toEqual([78, 117, 167, 227]);
  });

  test('the supplement for time is paid by the quarter before 1 July 2026 and by five minutes after', () => {
    expect(inKr('2cd', spring)[0]).toBe(255);
    expect(inKr('2cd')[0]).toBe(132);
  });

  test('the last day of a table and the first of the next have each their own price', () => {
    expect(inKr('10b', '2026-06-30' as IsoDate)[0]).toBe(117);
    expect(inKr('10b', '2026-07-01' as IsoDate)[0]).toBe(121);
  });

  test('a day without a tariff table is not priced', () => {
    expect(priceOn(nationalTariff, '2ad', '2025-06-30' as IsoDate)).toMatchObject({ why: 'no tariff for this date' });
    expect(priceOn(nationalTariff, '2ad', '2027-07-01' as IsoDate)).toMatchObject({ why: 'no tariff for this date' });
  });

  test('Hb on its own (1e) and the dispatch fee (8) left the tariff on 1 July 2026', () => {
    expect(priceOn(nationalTariff, '1e', day)).toMatchObject({ why: 'code not in the tariff of this date' });
    expect(priceOn(nationalTariff, '8', day)).toMatchObject({ why: 'code not in the tariff of this date' });
    expect(inKr('1e', spring)).toEqual([72, 10, 62]);
  });

  test('a code that nobody has heard of has no price', () => {
    expect(priceOn(nationalTariff, '2xx', day)).toMatchObject({ why: 'code unknown' });
  });

  test("the nurse's table is not used before it was read", () => {
    expect(priceOn(nationalTariff, 'S2ad', spring)).toMatchObject({ why: 'code not in the tariff of this date' });
  });
});

describe('the tables themselves', () => {
  test('no code stands twice', () => {
    const codes = nationalTariff.takster.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('every honorar is the refund and the patient part, and no amount is negative', () => {
    for (const { code, prices } of nationalTariff.takster)
      for (const { value, source, from, until } of prices) {
        expect(value.refund + value.patient, code).toBe(value.honorar);
        expect(Math.min(value.refund, value.patient), code).toBeGreaterThanOrEqual(0);
        expect(source, code).toMatch(/FOR-2024-06-26-1322/);
        expect(until && from < until, code).toBe(true);
      }
  });

  test('consumables and the non-list supplement are paid by the patient alone', () => {
    const own = nationalTariff.takster.filter(({ patientPart }) => patientPart === 'own payment');
    expect(own.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['10a', '10b', '10c', '10d', '2bd', '11bd', 'S10a', 'S2bd']),
    );
    for (const { prices } of own) for (const { value } of prices) expect(value.refund).toBe(0);
  });

  test('no consultation code may be triggered by staff, nor any code of the nurse', () => {
    const triggers = (takst: Takst) => takst.by.includes('staff');
    const forbidden = nationalTariff.takster.filter(
      ({ code, chapter, needs }) =>
        code.startsWith('S') || (/^(consultation|home visit)$/.test(chapter) && needs === 'nothing'),
    );
    expect(forbidden.length).toBeGreaterThan(60);
    expect(forbidden.filter(triggers)).toEqual([]);
  });

  test('specialist codes are the five supplements and the text supplement', () => {
    const codes = nationalTariff.takster.filter(({ specialistOnly }) => specialistOnly).map(({ code }) => code);
    expect(codes.sort()).toEqual(['11dd', '11dk', '2cdd', '2dd', '2dds', '2dk']);
  });

  test('names are in both languages and say nothing twice', () => {
    for (const { code, name } of nationalTariff.takster) {
      expect(name.nb.length, code).toBeGreaterThan(2);
      expect(name.en.length, code).toBeGreaterThan(2);
    }
  });

  test('codes of one day come in the order of the regulation', () => {
    const codes = pricedOn(nationalTariff, day).map(({ takst }) => takst.code);
    expect(codes.slice(0, 3)).toEqual(['1ad', '1ak', '1bd']);
    expect(codes).not.toContain('1e');
    expect(pricedOn(nationalTariff, '2024-01-01' as IsoDate)).toEqual([]);
  });
});

describe('several of the same code', () => {
  test('a further consignment is paid as often as it was needed', () => {
    expect(must(amountsOf(priced('701c'), 3)).honorar).toBe(kroner(72));
  });

  test('a larger procedure is paid 70 per cent from the second on', () => {
    expect(must(amountsOf(priced('105'), 2)).honorar).toBe(kroner(255 + 178.5));
  });

  test('a consultation stands once', () => {
    expect(amountsOf(priced('2ad'), 2)).toMatchObject({ why: 'repeated too often', facts: { most: 1 } });
  });

  test('a minor procedure may be repeated eight times, so nine in all', () => {
    expect(amountsOf(priced('100'), 9).ok).toBe(true);
    expect(amountsOf(priced('100'), 10).ok).toBe(false);
    expect(mostOnOneBill(priced('10b').takst.repetition)).toBe(Number.POSITIVE_INFINITY);
  });

  test('a count is a whole number above zero', () => {
    for (const count of [0, -1, 1.5, Number.NaN])
      expect(amountsOf(priced('701c'), count)).toMatchObject({ why: 'not a whole count' });
  });

  test('no øre is lost however often a code is repeated', () => {
    const codes = pricedOn(nationalTariff, day);
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.integer({ min: 1, max: 12 }), (one, count) => {
        const amounts = amountsOf(one, count);
        if (!amounts.ok) return amounts.why === 'repeated too often';
        const { honorar, refund, patient } = amounts.value;
        return refund + patient === honorar && refund >= 0 && patient >= 0 && honorar >= one.price.honorar;
      }),
    );
  });

  test('one more never makes the sum smaller', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pricedOn(nationalTariff, day)), fc.integer({ min: 1, max: 8 }), (one, count) => {
        const [fewer, more] = [amountsOf(one, count), amountsOf(one, count + 1)];
        return !fewer.ok || !more.ok || more.value.honorar >= fewer.value.honorar;
      }),
    );
  });
});

type Collected = { takster: { takst: string; period: string; honorar: number | null; refusjon: number | null }[] };
const collected = new URL('../../../../../shared/standards/takster/takster-collected.json', import.meta.url);

describe.skipIf(!existsSync(collected))('against amounts collected elsewhere', () => {
  test('the refunds seen in claim examples of 2025–26 are those of the table of 1 July 2025', () => {
    const { takster } = JSON.parse(readFileSync(collected, 'utf8')) as Collected;
    const seen = takster.filter(
      ({ period, takst }) => period === '2025-07-01..2026-06-30' && takstOf(nationalTariff, takst),
    );
    expect(seen.length).toBeGreaterThan(3);
    for (const { takst, refusjon } of seen) expect(inKr(takst, spring)[1], takst).toBe(refusjon);
  });
});
