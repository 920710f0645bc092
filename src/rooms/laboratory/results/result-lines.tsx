/** The values of one answer under each other: value, unit, the laboratory's own interval, and what it wrote. */

import type { Language } from '#kernel/texts';
import { useLanguage, useTexts } from '#platform/web';
import { shownLimits, shownUnit } from '../analyses/analysis.texts.ts';
import { answerTexts } from './answer.texts.ts';
import type { ResultRow } from './result-row.ts';
import { FlagMark, ResultValue } from './result-value.tsx';

/** As the laboratory printed it, else our own table's. */
export function limitsWords(row: Pick<ResultRow, 'low' | 'high' | 'limitsText'>, language: Language): string {
  if (row.limitsText) return row.limitsText;
  const { low, high } = row;
  return shownLimits(language, { ...(low === null ? {} : { low }), ...(high === null ? {} : { high }) });
}

export function ResultLines({ rows }: { rows: readonly ResultRow[] }) {
  const text = useTexts(answerTexts);
  const { language } = useLanguage();
  return (
    <table className="rows" aria-label={text.result}>
      <thead>
        <tr>
          <th scope="col">{text.analysis}</th>
          <th scope="col" className="rows-right">
            {text.result}
          </th>
          <th scope="col" className="rows-right">
            {text.limits}
          </th>
          <th scope="col"> </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.state === 'stands' ? undefined : 'faded'}>
            <td>
              {row.name}
              {row.comment ? <div className="soft">{row.comment}</div> : null}
            </td>
            <td className="rows-right">
              <ResultValue row={row} /> <span className="soft">{shownUnit(language, row.unit)}</span>
            </td>
            <td className="rows-right soft">{limitsWords(row, language)}</td>
            <td>
              {row.flag === 'normal' && !row.isCritical ? null : (
                <FlagMark flag={row.flag} isCritical={row.isCritical} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
