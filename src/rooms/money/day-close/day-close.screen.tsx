/** The day settlement: one doctor's books at a time, from float to lock, with what does not meet beside it. */

import { useState } from 'react';
import { inKroner } from '#kernel/amounts';
import { addDays, dayOf, type IsoDate } from '#kernel/time';
import { dayWords } from '#patients/web';
import { Act, Empty, Key, Notice, Panel, State, useClock, useKeys, useTexts } from '#platform/web';
import { CountForm } from './count-form.tsx';
import { CountResult } from './count-result.tsx';
import { dayCloseTexts } from './day-close.texts.ts';
import { dayCloseScreenTexts } from './day-close-screen.texts.ts';
import { DayRemarks } from './day-remarks.tsx';
import { OpenDayForm } from './open-day-form.tsx';
import { UnpaidPanel } from './unpaid-panel.tsx';
import { type SeenDay, type Settlement, useDayClose } from './use-day-close.tsx';
import './day-close.css';

export default function DayCloseScreen() {
  const text = useTexts(dayCloseScreenTexts);
  const terms = useTexts(dayCloseTexts);
  const today = dayOf(useClock(60_000));
  const [away, setAway] = useState(0);
  const day = addDays(today, away);
  const seen = useDayClose(day).data;
  useKeys(terms.title, [
    { keys: 'ArrowLeft', words: text.previousDay, does: () => setAway(away - 1) },
    { keys: 'ArrowRight', words: text.nextDay, does: () => setAway(Math.min(0, away + 1)) },
  ]);
  return (
    <>
      <div className="page-title">
        <h1>{terms.title}</h1>
        <span className="day-close-day">
          <Act weight="quiet" onPress={() => setAway(away - 1)}>
            {text.previousDay}
          </Act>
          <strong>{dayWords(day)}</strong>
          <Act weight="quiet" isOff={away === 0} onPress={() => setAway(Math.min(0, away + 1))}>
            {text.nextDay}
          </Act>
        </span>
      </div>
      {seen && seen.day === day ? <Settlements key={day} seen={seen} day={day} /> : null}
    </>
  );
}

function Settlements({ seen, day }: { seen: SeenDay; day: IsoDate }) {
  const text = useTexts(dayCloseScreenTexts);
  const terms = useTexts(dayCloseTexts);
  const [choice, setChoice] = useState<string>();
  const { settlements } = seen;
  useKeys(
    text.steps.count,
    settlements.slice(0, 9).map(({ entity }, place) => ({
      keys: String(place + 1),
      words: entity.name,
      does: () => setChoice(entity.id),
    })),
  );
  const chosen =
    settlements.find(({ entity }) => entity.id === choice) ??
    settlements.find(({ close }) => close?.state !== 'locked') ??
    settlements[0];
  if (!chosen) return <Empty>{text.noEntities}</Empty>;
  return (
    <>
      <div className="day-close-tabs" role="tablist" aria-label={terms.title}>
        {settlements.map(({ entity, close }, place) => (
          <button
            key={entity.id}
            type="button"
            role="tab"
            aria-selected={entity.id === chosen.entity.id}
            onClick={() => setChoice(entity.id)}
          >
            {entity.name} <Key>{String(place + 1)}</Key>
            <DayState close={close} />
          </button>
        ))}
      </div>
      {seen.swaps.map(({ amount, tooMuch, tooLittle }) => (
        <Notice key={tooMuch.entity + tooLittle.entity + amount} tone="warning">
          {terms.swap(inKroner(amount as never))}
        </Notice>
      ))}
      <div className="columns">
        <OneSettlement key={chosen.entity.id} settlement={chosen} seen={seen} day={day} />
        <UnpaidPanel settlement={chosen} patients={seen.patients} />
      </div>
    </>
  );
}

export function DayState({ close }: Pick<Settlement, 'close'>) {
  const terms = useTexts(dayCloseTexts);
  if (!close) return <State tone="expected" words="–" />;
  const tones = { open: 'active', counted: 'waiting', locked: 'done' } as const;
  return <State tone={tones[close.state]} words={terms.states[close.state]} />;
}

type Props = { readonly settlement: Settlement; readonly seen: SeenDay; readonly day: IsoDate };

/** Only the next step has its form open: float, then count, then explain and lock. */
function OneSettlement({ settlement, seen, day }: Props) {
  const text = useTexts(dayCloseScreenTexts);
  const [isCountingAgain, setCountingAgain] = useState(false);
  const { close, entity } = settlement;
  const counts = close?.state === 'open' || (close?.state === 'counted' && isCountingAgain);
  return (
    <Panel title={entity.name} aside={<DayState close={close} />}>
      {close === null ? <OpenDayForm settlement={settlement} day={day} /> : null}
      {counts ? <CountForm settlement={settlement} day={day} onDone={() => setCountingAgain(false)} /> : null}
      {close && close.state !== 'open' && !counts ? (
        <CountResult settlement={settlement} names={seen.names} day={day} />
      ) : null}
      {close?.state === 'counted' && !counts ? (
        <p>
          <Act weight="quiet" onPress={() => setCountingAgain(true)}>
            {text.countAgain}
          </Act>
        </p>
      ) : null}
      {close ? <DayRemarks settlement={settlement} names={seen.names} day={day} /> : null}
    </Panel>
  );
}
