/** A time that was freed: who on the waiting list is asked first, and one key to offer it. */

import { TextField } from '@navikt/ds-react';
import { useState } from 'react';
import { addMinutes, dayOf, type Moment, timeOf } from '#kernel/time';
import { validOn } from '#kernel/validity';
import {
  Act,
  Notice,
  Panel,
  Rows,
  type ScreenProps,
  useAsk,
  useClock,
  useDo,
  useGo,
  useKeys,
  useLanguage,
  useNoWords,
  useTexts,
} from '#platform/web';
import { appointmentTexts } from './appointment.texts.ts';
import type { AppointmentId } from './appointment.ts';
import { whenWords, whoWords } from './free-list.tsx';
import { useBooks } from './use-free-times.tsx';
import { waitingDeskTexts } from './waiting-desk.texts.ts';
import type { freedTime, offerFromList } from './waiting-list.api.ts';
import { useWaitingColumns, waitingFacts } from './waiting-list.screen.tsx';
import { offerHolds } from './waiting-list.table.ts';
import { waitingListTexts } from './waiting-list.texts.ts';
import type { WaitingId } from './waiting-list.ts';

export default function FreedTimeScreen({ params }: ScreenProps) {
  const desk = useTexts(waitingDeskTexts);
  const appointment = params.appointment as AppointmentId;
  const freed = useAsk<typeof freedTime>('freedTime', { appointment }, { hears: waitingFacts });
  const { language } = useLanguage();
  const { books } = useBooks();
  const appointmentWords = useTexts(appointmentTexts);
  const [heldUntil, setHeld] = useState<Moment>();
  const data = freed.data;
  if (!data) return <Panel title={desk.freed}>…</Panel>;
  const title = `${desk.freed} ${whenWords(data.time, language)} · ${whoWords(data.time, books)}`;
  return (
    <>
      {heldUntil ? <Notice tone="done">{desk.offered(timeOf(heldUntil))}</Notice> : null}
      {data.why && !heldUntil ? <Notice tone="warning">{appointmentWords.refusals[data.why]}</Notice> : null}
      <Asked title={title} freed={data} onHeld={setHeld} />
    </>
  );
}

type Freed = NonNullable<ReturnType<typeof useAsk<typeof freedTime>>['data']>;

function Asked({ title, freed, onHeld }: { title: string; freed: Freed; onHeld: (until: Moment) => void }) {
  const desk = useTexts(waitingDeskTexts);
  const go = useGo();
  const [choice, setChoice] = useState<string>();
  const [why, setWhy] = useState('');
  const chosen = freed.lines.find(({ entry }) => entry.id === choice) ?? freed.lines[0];
  const isOutOfTurn = chosen !== undefined && chosen !== freed.lines[0];
  const { ask, isBusy, words } = useOffer(freed, chosen?.entry.id, why, onHeld);
  useKeys(desk.freed, [
    { keys: 'Enter', words: desk.offerIt, does: () => void ask() },
    { keys: 'o', words: desk.openPatient, does: () => chosen && go(`/patient/${chosen.entry.patient}`) },
    { keys: 'Escape', words: desk.backToDay, does: () => go('/') },
  ]);
  return (
    <Panel
      title={title}
      foot={
        <>
          <Act weight="first" keys="Enter" isOff={!chosen} isBusy={isBusy} onPress={() => void ask()}>
            {desk.offerIt}
          </Act>
          {isOutOfTurn ? (
            <TextField size="small" label={desk.whyNext} value={why} onChange={(event) => setWhy(event.target.value)} />
          ) : null}
          {words ? <Notice tone="stop">{words}</Notice> : null}
        </>
      }
    >
      <Rows
        label={title}
        rows={freed.lines}
        columns={useWaitingColumns()}
        idOf={({ entry }) => entry.id}
        chosen={chosen?.entry.id}
        onChoose={({ entry }) => setChoice(entry.id)}
        empty={desk.nobodyWaits}
      />
    </Panel>
  );
}

/** Holds the time until the answer is due, at the latest until it begins. */
function useOffer(freed: Freed, entry: WaitingId | undefined, why: string, onHeld: (until: Moment) => void) {
  const now = useClock();
  const offer = useDo<typeof offerFromList>('offerFromList');
  const words = useNoWords<string>({ ...useTexts(waitingListTexts).refusals, ...useTexts(appointmentTexts).refusals });
  const minutes = validOn(offerHolds, dayOf(now))?.value.minutes ?? 0;
  const ask = async (): Promise<void> => {
    if (!entry) return;
    const held = addMinutes(now, minutes);
    const { books, from, until } = freed.time;
    const answerBy = held < from ? held : from;
    const time = { books: [...books], from, until };
    const said = await offer.run({ entry, time, answerBy, outOfTurnBecause: why || null });
    if (said.ok) onHeld(answerBy);
  };
  return { ask, isBusy: offer.isBusy, words: words(offer.no) };
}
