/** On the day board: how many entries wait for my hand. */

import { GoTo, useAsk, useTexts } from '#platform/web';
import type { unsignedNotes } from './journal.api.ts';
import { journalFacts } from './journal-panel.tsx';
import { journalScreenTexts } from './journal-screen.texts.ts';

export function UnsignedFigure() {
  const text = useTexts(journalScreenTexts);
  const { data } = useAsk<typeof unsignedNotes>('unsignedNotes', { mine: true }, { hears: journalFacts });
  if (!data || data.length === 0) return null;
  return (
    <span className="day-figure">
      <GoTo path="/unsigned">
        <b className="soon">{data.length}</b> {text.figure(data.length)}
      </GoTo>
    </span>
  );
}
