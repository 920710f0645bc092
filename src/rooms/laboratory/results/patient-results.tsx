/** The patient's results over time: one line an analysis, one column a sampling, the newest first. */

import { dayOf } from '#kernel/time';
import type { PatientId } from '#patients';
import { dayWords } from '#patients/web';
import { Chip, Empty, Panel, useAsk, useLanguage, useTexts } from '#platform/web';
import { shownUnit } from '../analyses/analysis.texts.ts';
import { answerTexts } from './answer.texts.ts';
import { answerFacts } from './answer-facts.ts';
import { limitsWords } from './result-lines.tsx';
import { cumulative } from './result-row.ts';
import { ResultValue } from './result-value.tsx';
import type { resultsOfPatient } from './review.api.ts';
import '../laboratory.css';

const columnsShown = 6;

export function PatientResults({ patient, colour }: { patient: PatientId; colour: string }) {
  const text = useTexts(answerTexts);
  const { language } = useLanguage();
  const asked = useAsk<typeof resultsOfPatient>('resultsOfPatient', { patient }, { hears: answerFacts });
  const rows = asked.data?.results ?? [];
  const unseen = new Set(
    (asked.data?.reviews ?? [])
      .filter(({ review }) => review.state === 'received' || review.state === 'critical notified')
      .map(({ review }) => review.id),
  );
  const table = cumulative(rows);
  const columns = table.columns.slice(0, columnsShown);
  if (asked.data && rows.length === 0)
    return (
      <Panel title={text.results} patientColour={colour}>
        <Empty>{text.noResults}</Empty>
      </Panel>
    );
  return (
    <Panel title={text.results} count={table.lines.length} patientColour={colour}>
      <div className="lab-scroll">
        <table className="lab-table" aria-label={text.results}>
          <thead>
            <tr>
              <th scope="col">{text.analysis}</th>
              <th scope="col">{text.unit}</th>
              <th scope="col">{text.limits}</th>
              {columns.map(({ key, at, where }) => (
                <th scope="col" key={key} title={where}>
                  {dayWords(dayOf(at)).slice(0, 6)}
                  {dayWords(dayOf(at)).slice(8)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.lines.map((line) => {
              const [newest] = [...line.cells.values()].flat();
              return (
                <tr key={line.key}>
                  <th scope="row">{line.name}</th>
                  <td className="soft">{shownUnit(language, line.unit)}</td>
                  <td className="soft">{newest ? limitsWords(newest, language) : ''}</td>
                  {columns.map(({ key }) => (
                    <td key={key}>
                      {(line.cells.get(key) ?? []).map((row) => (
                        <span key={row.id}>
                          <ResultValue row={row} />
                          {unseen.has(row.review) ? <Chip tone="info">{text.unseenMark}</Chip> : null}
                        </span>
                      ))}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {table.columns.length > columnsShown ? (
        <p className="soft">{text.otherSamples(table.columns.length - columnsShown)}</p>
      ) : null}
    </Panel>
  );
}
