/** The lines of what waits: when, what, whose, and a number key to open the most pressing. */

import { useState } from 'react';
import { dayOf, type Moment, minutesBetween, timeOf } from '#kernel/time';
import {
  Act,
  Chip,
  Empty,
  Key,
  Notice,
  Panel,
  useAsk,
  useClock,
  useDo,
  useGo,
  useKeys,
  useLanguage,
  useNoWords,
  useTexts,
  type ValueOf,
} from '#platform/web';
import type { closeLoop, loopsOnBoard } from './loop.api.ts';
import { loopTexts } from './loop.texts.ts';
import { closingEvidence, type Open } from './loop.ts';
import { loopBoardTexts } from './loop-board.texts.ts';
import './loop-line.css';

export type LoopLine = ValueOf<typeof loopsOnBoard>[number];
export const loopFacts = ['LoopOpened', 'LoopChanged', 'LoopSettled'] as const;

/** `nå`, `−6 min`, `11 min`, `10:15`, `25.11`: the nearer, the more exact. */
export function dueWords(expectedBy: Moment, now: Moment, words: { now: string; today: string }): string {
  const minutes = minutesBetween(now, expectedBy);
  if (minutes < 0 && minutes > -60) return `−${Math.abs(minutes)} min`;
  if (minutes >= 0 && minutes < 1) return words.now;
  if (minutes >= 0 && minutes < 60) return `${minutes} min`;
  const day = dayOf(expectedBy);
  if (day === dayOf(now)) return timeOf(expectedBy);
  return `${day.slice(8)}.${day.slice(5, 7)}`;
}

/** The panel of the day board: everything that waits for someone, the most pressing first. */
export function WaitingPanel() {
  const text = useTexts(loopBoardTexts);
  const board = useAsk<typeof loopsOnBoard>('loopsOnBoard', {}, { hears: loopFacts });
  const lines = board.data ?? [];
  const [open, setOpen] = useState<string>();
  const shown = lines.slice(0, 14);
  useKeys(
    text.waiting,
    shown.slice(0, 9).map(({ loop }, place) => ({
      keys: String(place + 1),
      words: text.open,
      does: () => setOpen(open === loop.id ? undefined : loop.id),
    })),
  );
  return (
    <Panel title={text.waiting} count={lines.length} aside={<Owners lines={lines} />}>
      {shown.length === 0 ? <Empty>{text.nothingWaits}</Empty> : null}
      <ul className="loops padless">
        {shown.map((line, place) => (
          <Line
            key={line.loop.id}
            line={line}
            keys={place < 9 ? String(place + 1) : undefined}
            isOpen={open === line.loop.id}
            onOpen={() => setOpen(open === line.loop.id ? undefined : line.loop.id)}
          />
        ))}
      </ul>
    </Panel>
  );
}

function Owners({ lines }: { lines: readonly LoopLine[] }) {
  const text = useTexts(loopTexts);
  const counts = new Map<string, number>();
  for (const line of lines)
    counts.set(ownerWords(line, text.stations), (counts.get(ownerWords(line, text.stations)) ?? 0) + 1);
  return <span>{[...counts].map(([owner, count]) => `${owner} ${count}`).join(' · ')}</span>;
}

export function ownerWords(line: LoopLine, stations: Readonly<Record<string, string>>): string {
  const { owner } = line.loop;
  return owner.kind === 'person' ? (line.ownerName ?? '') : (stations[owner.station] ?? owner.station);
}

export function Line({
  line,
  keys,
  isOpen,
  onOpen,
}: {
  line: LoopLine;
  keys?: string | undefined;
  isOpen: boolean;
  onOpen: () => void;
}) {
  const text = useTexts(loopTexts);
  const words = useTexts(loopBoardTexts);
  const now = useClock();
  const { loop } = line;
  return (
    <li>
      <button type="button" className="loops-line" onClick={onOpen} aria-expanded={isOpen}>
        <span className={`loops-when loops-${line.aging}`}>
          {dueWords(loop.expectedBy, now, words)}
          <span className="visually-hidden"> {words.aging[line.aging]}</span>
        </span>
        <span className="loops-what">
          <strong>{text.kinds[loop.kind]}</strong>
          <span className="private">{line.patientName ? `: ${line.patientName}` : ''}</span>{' '}
          <span className="soft">{line.what}</span>
          {line.isProtected ? <Chip tone="danger">{words.protectedAddress}</Chip> : null}
        </span>
        <span className="loops-owner">
          {ownerWords(line, text.stations)} {keys ? <Key>{keys}</Key> : null}
        </span>
      </button>
      {isOpen ? <Settle loop={loop} /> : null}
    </li>
  );
}

/** What can be done with it here: go to the patient, or say what was seen. */
function Settle({ loop }: { loop: Open }) {
  const text = useTexts(loopTexts);
  const words = useTexts(loopBoardTexts);
  const go = useGo();
  const close = useDo<typeof closeLoop>('closeLoop');
  const noWords = useNoWords(text.refusals);
  return (
    <div className="loops-acts">
      {loop.patient ? <Act onPress={() => go(`/patient/${loop.patient}`)}>{words.openPatient}</Act> : null}
      {closingEvidence[loop.kind].map((evidence) => (
        <Act
          key={evidence}
          weight="quiet"
          isBusy={close.isBusy}
          onPress={() => void close.run({ loop: loop.id, evidence })}
        >
          {text.evidence[evidence]}
        </Act>
      ))}
      {close.no ? <Notice tone="stop">{noWords(close.no)}</Notice> : null}
    </div>
  );
}

/** The patient's own: what the clinic has promised and waits for. */
export function PatientLoops({ patient, colour }: { patient: NonNullable<Open['patient']>; colour: string }) {
  const text = useTexts(loopBoardTexts);
  const { language } = useLanguage();
  const board = useAsk<typeof loopsOnBoard>('loopsOnBoard', { patient }, { hears: loopFacts });
  const [open, setOpen] = useState<string>();
  return (
    <Panel
      title={text.waiting}
      count={board.data?.length ?? 0}
      patientColour={colour}
      label={`${text.waiting} ${language}`}
    >
      {board.data?.length === 0 ? <Empty>{text.nothingWaitsForPatient}</Empty> : null}
      <ul className="loops padless">
        {(board.data ?? []).map((line) => (
          <Line
            key={line.loop.id}
            line={line}
            isOpen={open === line.loop.id}
            onOpen={() => setOpen(open === line.loop.id ? undefined : line.loop.id)}
          />
        ))}
      </ul>
    </Panel>
  );
}
