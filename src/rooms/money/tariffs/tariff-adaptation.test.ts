import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kroner } from '#kernel/amounts';
import type { PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import { nationalTariff } from './takst.table.ts';
import { priceOn } from './takst.ts';
import {
  type AdaptationChange,
  adaptationSchema,
  adaptTariff,
  checkAdaptation,
  type TariffAdaptation,
} from './tariff-adaptation.ts';

const day = '2026-11-23' as IsoDate;
const head = 'head' as PersonId;
const adaptation = (
  code: string,
  change: AdaptationChange,
  span: Partial<TariffAdaptation> = {},
): TariffAdaptation => ({
  code,
  from: '2026-11-01' as IsoDate,
  change,
  decidedBy: head,
  reason: 'Ny tabell',
  source: 'FOR-2026-10-01-1',
  ...span,
});
const priceAfter = (changes: readonly TariffAdaptation[], code: string, on = day) =>
  priceOn(adaptTariff(nationalTariff, changes), code, on);

describe('a corrected amount', () => {
  const corrected = adaptation('701c', {
    kind: 'corrected amounts',
    honorarInOre: kroner(26),
    patientInOre: kroner(0),
  });

  test('holds from its first day and says that the clinic corrected it', () => {
    expect(must(priceAfter([corrected], '701c')).price).toMatchObject({
      honorar: kroner(26),
      certainty: 'corrected by the clinic',
    });
    expect(must(priceAfter([corrected], '701c', '2026-10-31' as IsoDate)).price.honorar).toBe(kroner(24));
  });

  test('ends with its last day', () => {
    const short = { ...corrected, until: '2026-11-10' as IsoDate };
    expect(must(priceAfter([short], '701c', '2026-11-10' as IsoDate)).price.honorar).toBe(kroner(26));
    expect(must(priceAfter([short], '701c', '2026-11-11' as IsoDate)).price.honorar).toBe(kroner(24));
  });

  test('touches no other code and opens no day without a table', () => {
    expect(must(priceAfter([corrected], '701a')).price).toEqual(must(priceOn(nationalTariff, '701a', day)).price);
    expect(priceAfter([corrected], '701c', '2027-07-01' as IsoDate)).toMatchObject({ why: 'no tariff for this date' });
  });

  test('gives way to a later one', () => {
    const later = adaptation('701c', { kind: 'corrected amounts', honorarInOre: kroner(27), patientInOre: kroner(0) });
    expect(must(priceAfter([corrected, later], '701c')).price.honorar).toBe(kroner(27));
  });
});

describe('a code that the clinic does not use', () => {
  test('has no price from that day', () => {
    const unused = adaptation('322', { kind: 'not used' });
    expect(priceAfter([unused], '322')).toMatchObject({ why: 'code not in the tariff of this date' });
    expect(priceAfter([unused], '322', '2026-10-31' as IsoDate).ok).toBe(true);
  });

  test('comes back after a pause', () => {
    const pause = adaptation('322', { kind: 'not used' }, { until: '2026-11-30' as IsoDate });
    expect(priceAfter([pause], '322').ok).toBe(false);
    expect(priceAfter([pause], '322', '2026-12-01' as IsoDate).ok).toBe(true);
  });
});

describe('less own payment', () => {
  const cheaper = adaptation('10b', { kind: 'patient pays less', patientInOre: kroner(100) });

  test('lowers what the patient pays for consumables and nothing else', () => {
    expect(must(priceAfter([cheaper], '10b')).price).toMatchObject({
      honorar: kroner(100),
      refund: 0,
      patient: kroner(100),
    });
    expect(must(checkAdaptation(nationalTariff, cheaper))).toBe(cheaper);
  });

  test('never raises it', () => {
    const dearer = adaptation('10b', { kind: 'patient pays less', patientInOre: kroner(200) });
    expect(checkAdaptation(nationalTariff, dearer)).toMatchObject({ why: 'more than the tariff' });
    expect(must(priceAfter([dearer], '10b')).price.patient).toBe(kroner(121));
  });

  test('cannot touch an egenandel, which the regulation sets', () => {
    const waived = adaptation('2ad', { kind: 'patient pays less', patientInOre: kroner(0) });
    expect(checkAdaptation(nationalTariff, waived)).toMatchObject({ why: 'egenandel is set by the regulation' });
  });

  test('needs a code that is in the tariff that day', () => {
    const gone = adaptation('8', { kind: 'patient pays less', patientInOre: kroner(0) });
    expect(checkAdaptation(nationalTariff, gone)).toMatchObject({ why: 'code not in the tariff of this date' });
  });
});

describe('what is refused', () => {
  const change: AdaptationChange = { kind: 'not used' };
  test.each([
    ['code unknown', adaptation('999x', change)],
    ['reason missing', adaptation('322', change, { reason: ' ' })],
    ['source missing', adaptation('322', change, { source: '' })],
    ['ends before it begins', adaptation('322', change, { until: '2026-10-01' as IsoDate })],
    [
      'patient part above the honorar',
      adaptation('2ad', { kind: 'corrected amounts', honorarInOre: kroner(10), patientInOre: kroner(20) }),
    ],
  ])('%s', (why, refused) => {
    expect(checkAdaptation(nationalTariff, refused)).toMatchObject({ why });
  });

  test('amounts are whole øre when they are typed in', () => {
    const typed = { ...adaptation('322', { kind: 'patient pays less', patientInOre: 10.5 as never }) };
    expect(adaptationSchema.safeParse(typed).success).toBe(false);
    expect(adaptationSchema.safeParse(adaptation('322', { kind: 'not used' })).success).toBe(true);
  });
});

test('no discount ever raises what the patient pays, and honorar stays refund and patient part', () => {
  const own = nationalTariff.takster.filter(({ patientPart }) => patientPart === 'own payment').map(({ code }) => code);
  fc.assert(
    fc.property(fc.constantFrom(...own), fc.integer({ min: 0, max: 100_000 }), (code, amount) => {
      const before = priceOn(nationalTariff, code, day);
      const change = { kind: 'patient pays less', patientInOre: amount as never } as const;
      const after = priceAfter([adaptation(code, change)], code);
      if (!before.ok || !after.ok) return before.ok === after.ok;
      const { honorar, refund, patient } = after.value.price;
      return patient <= before.value.price.patient && honorar === refund + patient;
    }),
  );
});
