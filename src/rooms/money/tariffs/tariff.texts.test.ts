import { expect, test } from 'vitest';
import { exemptionReasons } from './exemption.table.ts';
import { nationalTariff } from './takst.table.ts';
import { tariffTexts } from './tariff.texts.ts';

test('every chapter and every certainty of the tariff has words in both languages', () => {
  for (const { chapter, prices } of nationalTariff.takster)
    for (const words of [tariffTexts.nb, tariffTexts.en]) {
      expect(words.chapters[chapter]).not.toBe('');
      for (const { value } of prices) expect(words.certainty[value.certainty]).not.toBe('');
    }
});

test('"no data" on frikort is never said as "must pay"', () => {
  expect(tariffTexts.nb.frikort['no data']).toContain('reservert');
  expect(tariffTexts.en.frikort['no data']).toContain('opted out');
});

test('neutral words on a receipt name no test, no procedure and no illness', () => {
  const neutral = Object.values(tariffTexts.nb.chapters).join(' ');
  for (const { code, name } of nationalTariff.takster.filter(({ chapter }) => chapter === 'laboratory'))
    expect(neutral.includes(name.nb), code).toBe(false);
});

test('an exemption is named without telling why the patient came', () => {
  const talk = exemptionReasons[0]?.value.find(({ reason }) => reason === 'talk after abortion');
  expect(talk?.name.nb).toBe('Oppfølgingssamtale (§ 3)');
});
