/** The competence matrix: duty by person, walked with the arrows; the chosen cell is told and signed off beside it. */

import { useState } from 'react';
import type { DutyId } from '#duties';
import { dutyName } from '#duties/web';
import { dayOf } from '#kernel/time';
import { Panel, useAsk, useClock, useKeys, useLanguage, useMe, useTexts } from '#platform/web';
import type { CompetenceMatrix, competenceMatrix } from '#staff/web';
import { CellPanel } from './cell-panel.tsx';
import { LearningPanels } from './learning-panels.tsx';
import { type At, type Cell, type CellState, cellOf, stepFrom } from './matrix.ts';
import { trainingTexts } from './training.texts.ts';
import '../staff-room.css';
import './training.css';

export default function CompetenceScreen() {
  const text = useTexts(trainingTexts);
  const today = dayOf(useClock(60_000));
  const me = useMe();
  const seen = useAsk<typeof competenceMatrix>(
    'competenceMatrix',
    {},
    { hears: ['CompetenceChanged', 'PersonChanged'], keeps: true },
  );
  const matrix = seen.data;
  const [at, setAt] = useState<At>();
  const mine = Math.max(0, matrix?.people.findIndex(({ id }) => id === me.person) ?? 0);
  const place = at ?? { person: mine, duty: 0 };
  const size = { person: matrix?.people.length ?? 0, duty: matrix?.duties.length ?? 0 };
  useArrows(text.matrix, (key) => setAt(stepFrom(place, key, size)));
  if (!matrix) return <Panel title={text.matrix}>…</Panel>;
  const person = matrix.people[place.person];
  const duty = matrix.duties[place.duty];
  return (
    <div className="columns">
      <Panel title={text.matrix} aside={text.legend}>
        <MatrixTable matrix={matrix} at={place} onAt={setAt} today={today} />
      </Panel>
      <div className="staff-right">
        {person && duty ? (
          <CellPanel
            key={`${person.id} ${duty.id}`}
            person={person}
            duty={duty.id}
            cell={cellOf(matrix, person.id, duty.id, today)}
          />
        ) : null}
        <LearningPanels />
      </div>
    </div>
  );
}

function useArrows(title: string, step: (key: string) => void): void {
  const arrows = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
  useKeys(
    title,
    Object.entries(arrows).map(([keys, words]) => ({ keys, words, does: () => step(keys) })),
  );
}

function MatrixTable({
  matrix,
  at,
  onAt,
  today,
}: {
  matrix: CompetenceMatrix;
  at: At;
  onAt: (at: At) => void;
  today: ReturnType<typeof dayOf>;
}) {
  const text = useTexts(trainingTexts);
  const { language } = useLanguage();
  return (
    <table className="matrix" aria-label={text.matrix}>
      <thead>
        <tr>
          <th scope="col">{text.duty}</th>
          {matrix.people.map((person, place) => (
            <th key={person.id} scope="col" data-here={place === at.person}>
              {shortName(person.name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrix.duties.map(({ id }, row) => (
          <tr key={id} data-here={row === at.duty}>
            <th scope="row">{dutyName(id)[language]}</th>
            {matrix.people.map((person, column) => (
              <CellButton
                key={person.id}
                cell={cellOf(matrix, person.id, id as DutyId, today)}
                name={person.name}
                isChosen={row === at.duty && column === at.person}
                onChoose={() => onAt({ person: column, duty: row })}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const shortName = (name: string): string => {
  const parts = name.split(' ');
  return `${parts[0]} ${parts.at(-1)?.charAt(0)}.`;
};
/** Shape as well as colour: a mark beside the figure where it is not simply in order. */
const marks: Readonly<Record<CellState, string>> = {
  none: '–',
  'by profession': '·',
  learning: '',
  alone: '',
  'ending soon': ' !',
  expired: ' ×',
};

function CellButton({
  cell,
  name,
  isChosen,
  onChoose,
}: {
  cell: Cell;
  name: string;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const text = useTexts(trainingTexts);
  const says: Readonly<Record<CellState, string>> = {
    none: text.none,
    'by profession': text.ownAuthorisation,
    learning: text.notAlone,
    alone: '',
    'ending soon': text.endingSoon,
    expired: text.expired,
  };
  return (
    <td data-state={cell.state} data-chosen={isChosen}>
      <button
        type="button"
        onClick={onChoose}
        tabIndex={isChosen ? 0 : -1}
        aria-pressed={isChosen}
        aria-label={[name, cell.level ?? '', says[cell.state]].join(' ')}
      >
        {cell.level ?? ''}
        {marks[cell.state]}
      </button>
    </td>
  );
}
