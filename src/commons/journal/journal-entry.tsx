/** An entry as it is read: when, what kind, the words, and the three hands apart; corrections stand under it. */

import { dayOf, type Moment, timeOf } from '#kernel/time';
import { dayWords } from '#patients/web';
import { Chip, useTexts } from '#platform/web';
import { useColleagues } from '#staff/web';
import type { RecordLine } from './correction.ts';
import { entryTexts } from './entry.texts.ts';
import type { AwaitingCountersign, Draft, Moved, Signed } from './entry.ts';
import { journalScreenTexts } from './journal-screen.texts.ts';
import './journal.css';

export const whenWords = (at: Moment): string => `${dayWords(dayOf(at))} ${timeOf(at)}`;

type Written = Signed | AwaitingCountersign | Draft;

/** Author, performer and decider are named apart, and never run together (hpl § 40). */
function Hands({ entry }: { entry: Written }) {
  const text = useTexts(journalScreenTexts);
  const words = useTexts(entryTexts);
  const { nameOf } = useColleagues();
  const { author, performer, decider } = entry.hands;
  return (
    <p className="entry-hands">
      <span>{text.by(nameOf(author))}</span>
      {performer ? <span>{text.performed(nameOf(performer))}</span> : null}
      {decider ? <span>{text.decided(nameOf(decider))}</span> : null}
      <span>{words.bases[entry.basis.kind]}</span>
      {entry.state === 'signed' && entry.countersigned ? (
        <span>{text.counter(nameOf(entry.countersigned.by))}</span>
      ) : null}
    </p>
  );
}

/** `isWrittenOn`: the words stand in a field below and are not repeated. */
export function EntryBody(props: { entry: Written; isStruck?: boolean; isWrittenOn?: boolean }) {
  const { entry, isStruck = false, isWrittenOn = false } = props;
  const words = useTexts(entryTexts);
  return (
    <>
      <div className="entry-head">
        <time dateTime={entry.happenedAt}>{whenWords(entry.happenedAt)}</time>
        <span>{words.kinds[entry.kind]}</span>
        {entry.codes.map(({ code }) => (
          <Chip key={code}>{code}</Chip>
        ))}
        {entry.state === 'signed' ? null : <Chip tone="warning">{words.states[entry.state]}</Chip>}
        {entry.movedFrom ? <span className="soft">{words.movedIn(whenWords(entry.movedFrom.movedAt))}</span> : null}
      </div>
      {isWrittenOn ? null : (
        <p className="entry-text private" data-struck={isStruck}>
          {entry.text}
        </p>
      )}
      {isStruck ? <p className="soft">{words.struck}</p> : null}
      <Hands entry={entry} />
    </>
  );
}

/** The entry with all that was said of it later, oldest first. */
export function EntryLine({ line }: { line: RecordLine }) {
  const words = useTexts(entryTexts);
  const { nameOf } = useColleagues();
  return (
    <>
      <EntryBody entry={line.entry} isStruck={line.isStruck} />
      {line.corrections.map((correction) => {
        const said = correction.corrects?.how === 'adds' ? words.addedOn : words.correctedOn;
        return (
          <div key={correction.id} className="entry-under">
            <p className="entry-hands">
              {correction.corrects?.how === 'refused'
                ? words.kinds['correction refused']
                : said(whenWords(correction.signedAt), nameOf(correction.signedBy))}
            </p>
            <p className="entry-text private">{correction.text}</p>
          </div>
        );
      })}
    </>
  );
}

/** What is left in a wrong patient's record: that it was moved, when and by whom, and nothing of what it said. */
export function Receipt({ entry }: { entry: Moved }) {
  const words = useTexts(entryTexts);
  const { nameOf } = useColleagues();
  return <p className="soft">{words.movedReceipt(whenWords(entry.movedAt), nameOf(entry.movedBy))}</p>;
}
