/** On the patient's screen: a quick note, and the five latest entries. */

import type { PatientId } from '#patients';
import { Act, Empty, Panel, useAsk, useGo, useKeys, useTexts } from '#platform/web';
import { entryTexts } from './entry.texts.ts';
import type { journalOfPatient } from './journal.api.ts';
import { EntryBody, EntryLine } from './journal-entry.tsx';
import { journalScreenTexts } from './journal-screen.texts.ts';
import { NoteForm } from './note-form.tsx';

export const journalFacts = [
  'NoteSigned',
  'NoteDrafted',
  'NoteAwaitsCountersign',
  'NoteMoved',
  'DocumentationChanged',
] as const;
const latest = 5;

export function JournalPanel({ patient, colour }: { patient: PatientId; colour: string }) {
  const text = useTexts(journalScreenTexts);
  const entry = useTexts(entryTexts);
  const go = useGo();
  const asked = useAsk<typeof journalOfPatient>('journalOfPatient', { patient }, { hears: journalFacts });
  const whole = (): void => go(`/journal/${patient}`);
  useKeys(text.journal, [{ keys: 'l', words: text.whole, does: whole }]);
  const lines = asked.data?.lines ?? [];
  const unsigned = asked.data?.unsigned ?? [];
  return (
    <Panel
      title={text.journal}
      count={lines.length}
      patientColour={colour}
      foot={
        <Act keys="L" onPress={whole}>
          {text.whole}
        </Act>
      }
    >
      <NoteForm patient={patient} keys="j" />
      <ul className="entries padless">
        {unsigned.map((one) =>
          one.state === 'draft' || one.state === 'awaiting countersign' ? (
            <li key={one.id}>
              <EntryBody entry={one} />
            </li>
          ) : null,
        )}
        {lines.slice(0, latest).map((line) => (
          <li key={line.entry.id}>
            <EntryLine line={line} />
          </li>
        ))}
      </ul>
      {asked.data && lines.length === 0 && unsigned.length === 0 ? <Empty>{entry.empty}</Empty> : null}
    </Panel>
  );
}
