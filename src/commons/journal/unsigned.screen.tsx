/** The list before going home: drafts, pupils' entries to countersign, and what was done and is not written. */

import { useEffect, useState } from 'react';
import type { PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import {
  Act,
  type Column,
  Empty,
  Notice,
  Panel,
  Rows,
  State,
  useAsk,
  useDo,
  useGo,
  useKeys,
  useMe,
  useNoWords,
  useTexts,
} from '#platform/web';
import { useColleagues } from '#staff/web';
import type { CareAct } from './documentation.ts';
import { entryTexts } from './entry.texts.ts';
import type { Entry } from './entry.ts';
import type { declareNoHealthCare, doneNotDocumented, unsignedNotes } from './journal.api.ts';
import { EntryBody, whenWords } from './journal-entry.tsx';
import { journalFacts } from './journal-panel.tsx';
import { journalScreenTexts } from './journal-screen.texts.ts';
import { NoteForm } from './note-form.tsx';
import { CountersignActs, DraftActs } from './unsigned-acts.tsx';

type Line = {
  readonly id: string;
  readonly patient: PatientId;
  readonly name: string;
  readonly at: Moment;
  readonly waitsFor: PersonId;
  readonly isLate: boolean;
  readonly entry?: Entry;
  readonly act?: CareAct;
};

function useLines(isMine: boolean): { lines: readonly Line[]; isLoading: boolean } {
  const me = useMe();
  const notes = useAsk<typeof unsignedNotes>('unsignedNotes', { mine: isMine }, { hears: journalFacts });
  const acts = useAsk<typeof doneNotDocumented>('doneNotDocumented', {}, { hears: journalFacts });
  const entries = (notes.data ?? []).map(
    ({ entry, familyName, givenName, waitsFor }): Line => ({
      ...{ id: entry.id, patient: entry.patient, name: `${familyName}, ${givenName}`, waitsFor },
      ...{ at: entry.writtenAt, isLate: false, entry },
    }),
  );
  const unwritten = (acts.data ?? [])
    .filter(({ stands, waitsFor }) => stands === 'not begun' && (!isMine || waitsFor === me.person))
    .map(
      ({ act, waitsFor, isLate, patientName }): Line => ({
        ...{ id: `${act.subject.thing}/${act.subject.id}`, patient: act.patient, name: patientName, waitsFor },
        ...{ at: act.doneAt, isLate, act },
      }),
    );
  const late = new Set((acts.data ?? []).flatMap(({ entry, isLate }) => (entry && isLate ? [entry as string] : [])));
  const lines = [...entries.map((line) => ({ ...line, isLate: late.has(line.id) })), ...unwritten];
  return { lines: lines.toSorted((a, b) => (a.at < b.at ? -1 : 1)), isLoading: notes.isLoading || acts.isLoading };
}

export default function UnsignedScreen() {
  const text = useTexts(journalScreenTexts);
  const go = useGo();
  const [isMine, setMine] = useState(true);
  const { lines, isLoading } = useLines(isMine);
  const [choice, setChoice] = useState<string>();
  const chosen = lines.find(({ id }) => id === choice) ?? lines[0];
  useEffect(() => setChoice(chosen?.id), [chosen?.id]);
  useKeys(text.unsignedTitle, [
    { keys: 'Enter', words: text.open, does: () => chosen && go(`/journal/${chosen.patient}`) },
    { keys: 'm', words: isMine ? text.everyones : text.mine, does: () => setMine(!isMine) },
  ]);
  return (
    <div className="columns">
      <Panel
        title={text.unsignedTitle}
        count={lines.length}
        aside={
          <Act keys="M" onPress={() => setMine(!isMine)}>
            {isMine ? text.everyones : text.mine}
          </Act>
        }
      >
        <UnsignedRows lines={lines} chosen={chosen?.id} isLoading={isLoading} onChoose={setChoice} />
      </Panel>
      {chosen ? <Detail key={chosen.id} line={chosen} onOpen={() => go(`/journal/${chosen.patient}`)} /> : null}
    </div>
  );
}

type RowsProps = {
  readonly lines: readonly Line[];
  readonly chosen: string | undefined;
  readonly isLoading: boolean;
  readonly onChoose: (id: string) => void;
};
function UnsignedRows({ lines, chosen, isLoading, onChoose }: RowsProps) {
  const text = useTexts(journalScreenTexts);
  const entry = useTexts(entryTexts);
  const { nameOf } = useColleagues();
  const standing = (line: Line) => {
    if (line.act) return <State tone="urgent" words={text.notWritten} />;
    const isDraft = line.entry?.state === 'draft';
    return <State tone={isDraft ? 'expected' : 'waiting'} words={isDraft ? text.myDraft : text.toCounter} />;
  };
  const columns: readonly Column<Line>[] = [
    {
      title: text.since,
      width: '9.5rem',
      show: ({ at, isLate }) => (
        <span className={isLate ? 'late' : ''}>
          {whenWords(at)}
          {isLate ? <span className="visually-hidden"> {text.late}</span> : null}
        </span>
      ),
    },
    { title: text.patient, show: ({ name }) => <span className="private">{name}</span> },
    {
      title: text.what,
      show: (line) => (
        <>
          {line.entry
            ? entry.kinds[line.entry.kind]
            : (text.things[line.act?.subject.thing ?? ''] ?? line.act?.subject.thing)}{' '}
          {standing(line)}
        </>
      ),
    },
    { title: text.waitsFor, show: ({ waitsFor }) => nameOf(waitsFor) },
  ];
  return (
    <Rows
      label={text.unsignedTitle}
      rows={lines}
      columns={columns}
      idOf={({ id }) => id}
      chosen={chosen}
      onChoose={({ id }) => onChoose(id)}
      empty={isLoading ? '…' : <Empty>{text.unsignedEmpty}</Empty>}
    />
  );
}

/** Read it, and put one's hand to it. */
function Detail({ line, onOpen }: { line: Line; onOpen: () => void }) {
  const text = useTexts(journalScreenTexts);
  const { entry, act } = line;
  return (
    <Panel
      title={<span className="private">{line.name}</span>}
      label={text.choose}
      aside={
        <Act size="small" keys="Enter" onPress={onOpen}>
          {text.open}
        </Act>
      }
    >
      {entry?.state === 'draft' || entry?.state === 'awaiting countersign' ? (
        <div className="entry-detail">
          <EntryBody entry={entry} isWrittenOn={entry.state === 'draft'} />
          {entry.state === 'draft' ? <DraftActs entry={entry} isAlone /> : <CountersignActs entry={entry} isAlone />}
        </div>
      ) : null}
      {act ? <WriteAfterwards line={line} act={act} /> : null}
    </Panel>
  );
}

function WriteAfterwards({ line, act }: { line: Line; act: CareAct }) {
  const text = useTexts(journalScreenTexts);
  const [reason, setReason] = useState('');
  const declare = useDo<typeof declareNoHealthCare>('declareNoHealthCare');
  const words = useNoWords<string>(useTexts(entryTexts).refusals);
  const send = (): void => void declare.run({ ...act.subject, reason });
  return (
    <>
      <NoteForm patient={line.patient} keys="n" documents={[act.subject]} startKind="procedure" />
      <div className="note-form">
        <div className="note-line">
          <input
            value={reason}
            aria-label={text.reason}
            placeholder={text.reason}
            size={28}
            onChange={(event) => setReason(event.target.value)}
          />
          <Act isOff={reason.trim().length < 3} isBusy={declare.isBusy} onPress={send}>
            {text.notCare}
          </Act>
        </div>
        {declare.no ? <Notice tone="stop">{words(declare.no)}</Notice> : null}
      </div>
    </>
  );
}
