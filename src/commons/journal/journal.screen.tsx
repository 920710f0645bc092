/** The whole record of a patient: what is not signed on top, then the newest first. */

import { useState } from 'react';
import type { PatientId } from '#patients';
import { PatientBanner, patientColour } from '#patients/web';
import { Act, Empty, Panel, type ScreenProps, useAsk, useGo, useKeys, useMe, useTexts } from '#platform/web';
import type { RecordLine } from './correction.ts';
import { entryTexts } from './entry.texts.ts';
import type { Entry } from './entry.ts';
import { type Change, CorrectEntry, MoveEntry } from './entry-change.tsx';
import type { journalOfPatient } from './journal.api.ts';
import { EntryBody, EntryLine, Receipt } from './journal-entry.tsx';
import { journalFacts } from './journal-panel.tsx';
import { journalScreenTexts } from './journal-screen.texts.ts';
import { NoteForm } from './note-form.tsx';
import { CountersignActs, DraftActs } from './unsigned-acts.tsx';

export default function JournalScreen({ params }: ScreenProps) {
  const text = useTexts(journalScreenTexts);
  const entry = useTexts(entryTexts);
  const go = useGo();
  const patient = params.patient as PatientId;
  const asked = useAsk<typeof journalOfPatient>('journalOfPatient', { patient }, { hears: journalFacts });
  useKeys(text.journal, [{ keys: 'p', words: text.toPatient, does: () => go(`/patient/${patient}`) }]);
  const { lines = [], unsigned = [], receipts = [] } = asked.data ?? {};
  return (
    <>
      <PatientBanner patient={patient} />
      <Panel
        title={text.journal}
        count={lines.length}
        patientColour={patientColour(patient)}
        aside={
          <Act size="small" keys="P" onPress={() => go(`/patient/${patient}`)}>
            {text.toPatient}
          </Act>
        }
      >
        <NoteForm patient={patient} keys="j" />
        <Unsigned entries={unsigned} />
        {asked.data && lines.length === 0 ? <Empty>{entry.empty}</Empty> : <Lines lines={lines} />}
        {receipts.map((one) => (one.state === 'moved' ? <Receipt key={one.id} entry={one} /> : null))}
      </Panel>
    </>
  );
}

function Unsigned({ entries }: { entries: readonly Entry[] }) {
  const text = useTexts(journalScreenTexts);
  if (entries.length === 0) return null;
  return (
    <ul className="entries padless" aria-label={text.drafts}>
      {entries.map((one) => {
        if (one.state === 'draft')
          return (
            <li key={one.id}>
              <EntryBody entry={one} isWrittenOn />
              <DraftActs entry={one} />
            </li>
          );
        if (one.state !== 'awaiting countersign') return null;
        return (
          <li key={one.id}>
            <EntryBody entry={one} />
            <CountersignActs entry={one} />
          </li>
        );
      })}
    </ul>
  );
}

/** Arrows choose an entry; its acts stand under it. */
function Lines({ lines }: { lines: readonly RecordLine[] }) {
  const text = useTexts(journalScreenTexts);
  const me = useMe();
  const mayMove = me.roles.includes('doctor') || me.roles.includes('head');
  const [place, setPlace] = useState(0);
  const [change, setChange] = useState<Change>();
  const at = Math.min(place, lines.length - 1);
  const choose = (next: number): void => {
    setChange(undefined);
    setPlace(Math.max(0, Math.min(next, lines.length - 1)));
  };
  useKeys(text.choose, [
    { keys: 'ArrowDown', words: text.choose, does: () => choose(at + 1) },
    { keys: 'ArrowUp', words: text.choose, does: () => choose(at - 1) },
    { keys: 'r', words: text.correct, does: () => setChange('replaces') },
    { keys: 'e', words: text.add, does: () => setChange('adds') },
    ...(mayMove ? [{ keys: 'f', words: text.move, does: () => setChange('moves') }] : []),
  ]);
  const done = (): void => setChange(undefined);
  return (
    <ul className="entries padless" aria-label={text.journal}>
      {lines.map((line, here) => (
        <li key={line.entry.id} {...(here === at ? { 'aria-current': 'true' as const } : {})}>
          <EntryLine line={line} />
          {here !== at ? (
            <button type="button" className="note-pick" onClick={() => choose(here)}>
              {text.choose}
            </button>
          ) : change === undefined ? (
            <EntryActs onChange={setChange} mayMove={mayMove} />
          ) : change === 'moves' ? (
            <MoveEntry entry={line.entry} onDone={done} />
          ) : (
            <CorrectEntry key={change} entry={line.entry} how={change} onDone={done} />
          )}
        </li>
      ))}
    </ul>
  );
}

function EntryActs({ onChange, mayMove }: { onChange: (change: Change) => void; mayMove: boolean }) {
  const text = useTexts(journalScreenTexts);
  return (
    <div className="note-line">
      <Act keys="R" weight="quiet" onPress={() => onChange('replaces')}>
        {text.correct}
      </Act>
      <Act keys="E" weight="quiet" onPress={() => onChange('adds')}>
        {text.add}
      </Act>
      {mayMove ? (
        <Act keys="F" weight="quiet" onPress={() => onChange('moves')}>
          {text.move}
        </Act>
      ) : null}
    </div>
  );
}
