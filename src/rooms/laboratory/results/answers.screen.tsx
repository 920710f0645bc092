/** Answers: what no doctor has signed, the most urgent first, signed with one key; and the patients who wait to be told. */

import { useState } from 'react';
import { dayOf, timeOf } from '#kernel/time';
import { Act, Empty, Panel, Rows, useAsk, useClock, useGo, useKeys, useMe, useTexts } from '#platform/web';
import { Who } from '../analyses/work-line.tsx';
import { answerTexts } from './answer.texts.ts';
import { answerFacts } from './answer-facts.ts';
import type { AnswerLine, TellLine } from './answer-line.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { ResultValue } from './result-value.tsx';
import type { answersToTell, answersWaiting } from './review.api.ts';
import { reviewTexts } from './review.texts.ts';
import { TellPanel } from './tell-panel.tsx';
import '../laboratory.css';

export default function AnswersScreen() {
  const text = useTexts(answerTexts);
  const says = useTexts(reviewTexts);
  const me = useMe();
  const isDoctor = me.roles.includes('doctor');
  const [mine, setMine] = useState(isDoctor);
  const waiting = useAsk<typeof answersWaiting>('answersWaiting', { mine }, { hears: answerFacts, keeps: true });
  const toTell = useAsk<typeof answersToTell>('answersToTell', {}, { hears: answerFacts });
  const lines = waiting.data ?? [];
  const untold = toTell.data ?? [];
  const [choice, setChoice] = useState<string>();
  const chosen = [...lines, ...untold].find(({ review }) => review.id === choice) ?? lines[0] ?? untold[0];
  const go = useGo();
  useKeys(text.title, [
    { keys: 'p', words: text.openPatient, does: () => chosen && go(`/patient/${chosen.review.patient}`) },
    { keys: 'm', words: mine ? text.all : text.mine, does: () => setMine(!mine) },
  ]);
  const isWaiting = chosen && lines.some(({ review }) => review.id === chosen.review.id);
  return (
    <div className="columns">
      <div className="lab-main">
        <Panel
          title={text.waiting}
          count={lines.length}
          aside={
            isDoctor ? (
              <Act keys="M" weight="quiet" onPress={() => setMine(!mine)}>
                {mine ? text.all : text.mine}
              </Act>
            ) : null
          }
        >
          <AnswerRows
            lines={lines}
            chosen={isWaiting ? chosen.review.id : undefined}
            onChoose={setChoice}
            empty={says.empty}
          />
        </Panel>
        <Panel title={text.toTell} count={untold.length}>
          <ToTellRows
            lines={untold}
            chosen={isWaiting ? undefined : chosen?.review.id}
            onChoose={setChoice}
            empty={says.emptyUntold}
          />
        </Panel>
      </div>
      <div className="lab-side">
        {chosen === undefined ? (
          <Panel title={text.result}>
            <Empty>{lines.length === 0 ? says.empty : text.noneChosen}</Empty>
          </Panel>
        ) : isWaiting ? (
          <AnswerPanel key={chosen.review.id} line={chosen as AnswerLine} isDoctor={isDoctor} />
        ) : (
          <TellPanel key={chosen.review.id} line={chosen as TellLine} />
        )}
      </div>
    </div>
  );
}

type RowsProps<L> = { lines: readonly L[]; chosen: string | undefined; onChoose: (id: string) => void; empty: string };

function AnswerRows({ lines, chosen, onChoose, empty }: RowsProps<AnswerLine>) {
  const text = useTexts(answerTexts);
  return (
    <Rows
      label={text.waiting}
      rows={lines}
      columns={[
        { title: text.patient, show: (line) => <Who line={line} /> },
        { title: text.result, show: (line) => <Values line={line} /> },
        { title: text.from, show: (line) => <From line={line} />, isExtra: true },
        { title: text.doctor, show: (line) => line.doctorName, isExtra: true },
        { title: text.arrived, show: (line) => <Came line={line} />, align: 'right', width: '76px' },
      ]}
      idOf={({ review }) => review.id}
      chosen={chosen}
      onChoose={({ review }) => onChoose(review.id)}
      toneOf={({ standing }) =>
        standing === 'tell now' || standing === 'late' || standing === 'try the next doctor' ? 'marked' : undefined
      }
      empty={empty}
    />
  );
}

function ToTellRows({ lines, chosen, onChoose, empty }: RowsProps<TellLine>) {
  const text = useTexts(answerTexts);
  const says = useTexts(reviewTexts);
  return (
    <Rows
      label={text.toTell}
      rows={lines}
      columns={[
        { title: text.patient, show: (line) => <Who line={line} /> },
        { title: text.result, show: (line) => line.results.map(({ name }) => name).join(', ') },
        { title: text.how, show: ({ review }) => (review.state === 'reviewed' ? says.tell[review.decision.tell] : '') },
        { title: '', show: ({ by }) => (by ? text.byDay(`${by.slice(8)}.${by.slice(5, 7)}`) : ''), align: 'right' },
      ]}
      idOf={({ review }) => review.id}
      chosen={chosen}
      onChoose={({ review }) => onChoose(review.id)}
      empty={empty}
    />
  );
}

/** The values outside first; of many the first six. */
function Values({ line: { results } }: { line: AnswerLine }) {
  const outside = results.filter(({ flag, isCritical }) => isCritical || flag === 'high' || flag === 'low');
  const shown = [...outside, ...results.filter((row) => !outside.includes(row))].slice(0, 6);
  return (
    <span className="lab-result-values">
      {shown.map((row) => (
        <span key={row.id}>
          {row.name} <ResultValue row={row} />
        </span>
      ))}
      {results.length > 6 ? <span className="soft">+{results.length - 6}</span> : null}
    </span>
  );
}

function From({ line: { results } }: { line: AnswerLine }) {
  const text = useTexts(answerTexts);
  const [first] = results;
  return <span className="soft">{first?.madeBy === 'outside laboratory' ? first.madeWhere : text.ownLaboratory}</span>;
}

function Came({ line: { review } }: { line: AnswerLine }) {
  const today = dayOf(useClock(60_000));
  const day = dayOf(review.arrivedAt);
  return <span>{day === today ? timeOf(review.arrivedAt) : `${day.slice(8)}.${day.slice(5, 7)}`}</span>;
}
