/** The job description: every line in its order, part beside part, with what was done today. */

import { TextField } from '@navikt/ds-react';
import { useRef, useState } from 'react';
import { findDuties, type printJobDescription, type seeJobDescription } from '#duties/web';
import {
  Act,
  Empty,
  GoTo,
  Key,
  openPaper,
  Panel,
  send,
  useAsk,
  useGo,
  useKeys,
  useLanguage,
  useTexts,
} from '#platform/web';
import { jobDescriptionTexts } from './job-description.texts.ts';
import '../staff-room.css';
import './job-description.css';

type Part = { readonly room: string; readonly title: string; readonly lines: readonly Line[] };
type Line = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly on: boolean;
  readonly isAdapted: boolean;
  readonly doneToday: number;
};

/** The chosen line, and the arrows that walk from line to line and from part to part. */
function useWalk(parts: readonly Part[], open: (id: string | undefined) => void) {
  const text = useTexts(jobDescriptionTexts);
  const [chosen, setChosen] = useState<string>();
  const place = findPlace(parts, chosen);
  const walk = (column: number, row: number): void => setChosen(lineAt(parts, column, row)?.id);
  useKeys(text.walk, [
    { keys: 'Enter', words: text.open, does: () => open(chosen ?? parts[0]?.lines[0]?.id) },
    { keys: 'ArrowDown', words: '↓', does: () => walk(place.column, chosen ? place.row + 1 : 0) },
    { keys: 'ArrowUp', words: '↑', does: () => walk(place.column, place.row - 1) },
    { keys: 'ArrowRight', words: '→', does: () => walk(place.column + 1, place.row) },
    { keys: 'ArrowLeft', words: '←', does: () => walk(place.column - 1, place.row) },
  ]);
  return chosen;
}

export default function JobDescriptionScreen() {
  const text = useTexts(jobDescriptionTexts);
  const { language } = useLanguage();
  const go = useGo();
  const [typed, setTyped] = useState('');
  const seen = useAsk<typeof seeJobDescription>(
    'seeJobDescription',
    { language },
    { hears: ['DutyAdapted'], keeps: true },
  );
  const parts = shownParts(seen.data?.parts ?? [], typed);
  const open = (id: string | undefined): void => void (id && go(`/duty/${id}`));
  const chosen = useWalk(parts, open);
  const adapted = seen.data?.adapted ?? 0;
  return (
    <>
      <div className="duty-head">
        <h1>{text.title}</h1>
        <span className="soft">{adapted > 0 ? text.adapted(adapted) : text.asItIs}</span>
        <SearchAndPrint typed={typed} onTyped={setTyped} onOpen={() => open(parts[0]?.lines[0]?.id)} />
      </div>
      <div className="duty-parts">
        {parts.map((part) => (
          <PartPanel key={part.room} part={part} chosen={chosen} />
        ))}
      </div>
      {seen.data && parts.length === 0 ? <Empty>{text.noHits}</Empty> : null}
    </>
  );
}

function SearchAndPrint({
  typed,
  onTyped,
  onOpen,
}: {
  typed: string;
  onTyped: (typed: string) => void;
  onOpen: () => void;
}) {
  const text = useTexts(jobDescriptionTexts);
  const { language } = useLanguage();
  const search = useRef<HTMLInputElement>(null);
  useKeys(text.title, [
    { keys: 'f', words: text.search, does: () => search.current?.focus() },
    { keys: 'p', words: text.print, does: () => void print(language) },
  ]);
  return (
    <div className="act-row">
      <div className="duty-search">
        <TextField
          ref={search}
          size="small"
          label={text.search}
          hideLabel
          placeholder={text.search}
          value={typed}
          onChange={(event) => onTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onOpen();
            if (event.key === 'Escape') onTyped('');
          }}
        />
      </div>
      <Key>F</Key>
      <Act keys="P" onPress={() => void print(language)}>
        {text.print}
      </Act>
    </div>
  );
}

async function print(language: 'nb' | 'en'): Promise<void> {
  const name: (typeof printJobDescription)['name'] = 'printJobDescription';
  const answered = await send<Blob>(name, { language });
  if (answered.ok) openPaper(answered.value);
}

function PartPanel({ part, chosen }: { part: Part; chosen: string | undefined }) {
  const text = useTexts(jobDescriptionTexts);
  return (
    <Panel title={part.title} count={part.lines.length}>
      <ul className="duty-lines">
        {part.lines.map((line) => (
          <li key={line.id} data-chosen={line.id === chosen}>
            <DutyLink line={line} isChosen={line.id === chosen} text={text} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function DutyLink({
  line,
  isChosen,
  text,
}: {
  line: Line;
  isChosen: boolean;
  text: { off: string; chipAdapted: string; doneToday: (times: number) => string };
}) {
  return (
    <GoTo path={`/duty/${line.id}`}>
      <span className="duty-number">{line.number}</span>
      <span>
        {isChosen ? <span aria-hidden="true">▸ </span> : null}
        <span className={line.on ? undefined : 'duty-off'}>{line.name}</span>
        {line.on ? null : <span className="soft"> {text.off}</span>}
        {line.on && line.isAdapted ? <span className="soft"> · {text.chipAdapted}</span> : null}
      </span>
      <span className="duty-count">{line.doneToday > 0 ? text.doneToday(line.doneToday) : ''}</span>
    </GoTo>
  );
}

/** The lines whose names, in either language, have what was typed. */
function shownParts(parts: readonly Part[], typed: string): readonly Part[] {
  if (typed.trim() === '') return parts;
  const found = new Set<string>(findDuties(typed).map(({ id }) => id));
  return parts
    .map((part) => ({ ...part, lines: part.lines.filter(({ id }) => found.has(id)) }))
    .filter(({ lines }) => lines.length > 0);
}

function findPlace(parts: readonly Part[], id: string | undefined): { column: number; row: number } {
  for (const [column, part] of parts.entries()) {
    const row = part.lines.findIndex((line) => line.id === id);
    if (row >= 0) return { column, row };
  }
  return { column: 0, row: 0 };
}

function lineAt(parts: readonly Part[], column: number, row: number): Line | undefined {
  const lines = parts[Math.max(0, Math.min(column, parts.length - 1))]?.lines ?? [];
  return lines[Math.max(0, Math.min(row, lines.length - 1))];
}
