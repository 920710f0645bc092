/** A value as everyone reads it: number, arrow, word and colour; nothing rests on the colour alone. */

import type { Language } from '#kernel/texts';
import { useLanguage, useTexts } from '#platform/web';
import { analysisTexts, flagMarks, shownUnit } from '../analyses/analysis.texts.ts';
import type { ResultRow } from './result-row.ts';
import type { Finding } from './review.ts';

export function FlagMark({ flag, isCritical }: { flag: Finding['flag']; isCritical: boolean }) {
  const text = useTexts(analysisTexts);
  if (flag === 'none') return isCritical ? <span className="flag flag-critical">{text.phoneNow}</span> : null;
  const mark = flagMarks[flag];
  return (
    <span className={isCritical ? 'flag flag-critical' : `flag flag-${flag}`}>
      {isCritical ? mark + mark : mark} {isCritical ? text.phoneNow : text.flags[flag]}
    </span>
  );
}

type Shown = Pick<ResultRow, 'valueNumber' | 'valueText' | 'comparator' | 'flag' | 'isCritical'>;
export function valueWords({ valueNumber, valueText, comparator }: Shown, language: Language): string {
  if (valueNumber === null) return valueText ?? '–';
  const number = String(valueNumber);
  return `${comparator ?? ''}${language === 'nb' ? number.replace('.', ',') : number}`;
}

/** The value with its arrow; the word of the flag is read out. */
export function ResultValue({ row, hasUnit }: { row: Shown & Pick<ResultRow, 'unit'>; hasUnit?: boolean }) {
  const text = useTexts(analysisTexts);
  const { language } = useLanguage();
  const isOutside = row.flag === 'high' || row.flag === 'low';
  const mark = isOutside ? flagMarks[row.flag as 'high' | 'low'] : '';
  return (
    <span className={row.isCritical ? 'flag flag-critical' : isOutside ? `flag flag-${row.flag}` : ''}>
      {valueWords(row, language)}
      {hasUnit && row.unit ? ` ${shownUnit(language, row.unit)}` : ''}
      {mark ? ` ${row.isCritical ? mark + mark : mark}` : ''}
      {isOutside ? <span className="visually-hidden"> {text.flags[row.flag as 'high' | 'low']}</span> : null}
    </span>
  );
}
