/** The cells of a line on the day board: who, what is known of them, where they are, how long they have waited. */

import { dayOf, timeOf } from '#kernel/time';
import { ageWords } from '#patients/web';
import { Chip, State, useClock, useLanguage, useTexts } from '#platform/web';
import { arrivalTexts } from '../arrivals/arrival.texts.ts';
import { dayTexts } from './day.texts.ts';
import { type BoardLine, ruleOn } from './day-board.ts';

export function WhoCell({ entry }: BoardLine) {
  const text = useTexts(dayTexts);
  const arrival = useTexts(arrivalTexts);
  const { language } = useLanguage();
  const today = dayOf(useClock(60_000));
  const age = entry.birthDate ? ageWords(entry.birthDate, today, language).replace(/ (år|years?)$/, '') : '';
  return (
    <>
      <span className="private">
        {entry.name === null ? (
          <>
            <span className="soft">{text.blocked}</span> · {entry.birthDate?.slice(0, 4)}
          </>
        ) : (
          <>
            {entry.name} <span className="soft">{age}</span>
          </>
        )}
      </span>
      {entry.name !== null && entry.isBlocked ? <Chip tone="danger">{text.blocked.toLowerCase()}</Chip> : null}
      {entry.hasCave ? <Chip tone="danger">{text.cave}</Chip> : null}
      {entry.hasInfection ? <Chip tone="warning">{text.infection}</Chip> : null}
      {entry.interpreter !== null ? <Chip>{text.interpreter(entry.interpreter)}</Chip> : null}
      {entry.alike ? <Chip tone="warning">{arrival.likenessShort[entry.alike]}</Chip> : null}
      {entry.marks.map((mark) => (
        <Chip key={mark}>{mark}</Chip>
      ))}
    </>
  );
}

export function AboutCell({ entry }: BoardLine) {
  const text = useTexts(dayTexts);
  return (
    <span className="private">
      {entry.about}
      {entry.haste === 1 ? <Chip tone="warning">{text.haste}</Chip> : null}
    </span>
  );
}

export function StatusCell({ entry, line }: BoardLine) {
  const text = useTexts(dayTexts);
  const arrival = useTexts(arrivalTexts);
  return <State tone={line.tone} words={words()} />;

  function words(): string {
    const status = arrival.statuses[line.status];
    if (entry.state === 'cancelled' && entry.endedAt)
      return line.status === 'cancelled' ? text.taken(timeOf(entry.endedAt)) : text.freed(timeOf(entry.endedAt));
    if (line.status === 'in the treatment room' || line.status === 'in the laboratory')
      return entry.stayWith ? `${status} · ${entry.stayWith}` : status;
    return line.status === 'done' && entry.bill === 'paid' ? `${status} · ${text.paid}` : status;
  }
}

export function WaitCell({ entry, line }: BoardLine) {
  const text = useTexts(dayTexts);
  const rule = ruleOn(dayOf(useClock(60_000)));
  if (line.minutes === null) return <span className="soft">{line.tone === 'expected' ? '' : '–'}</span>;
  const limit = entry.haste === 1 ? rule.lookAfterMinutesUrgent : rule.lookAfterMinutes;
  const isLong = line.minutes > rule.longWaitMinutes || line.minutes >= limit;
  const tone = line.minutes >= limit ? 'late' : isLong ? 'soon' : '';
  return <span className={tone}>{text.waitMinutes(line.minutes)}</span>;
}
