/** Emergency mode in the frame: F1 from anywhere, the red bar while it is on, and the question when it is over. */

import { useState } from 'react';
import { minutesBetween, timeOf } from '#kernel/time';
import { Act, Key, useAsk, useClock, useDo, useKeys, useMe, useTexts } from '#platform/web';
import type { endEmergency, explainEmergency, myEmergencies, startEmergency } from './emergency.api.ts';
import { emergencyTexts } from './emergency.texts.ts';
import './emergency.css';

/** Stands at the foot of every screen, so that nobody has to look for it. */
export function EmergencyKey() {
  const text = useTexts(emergencyTexts);
  const start = useDo<typeof startEmergency>('startEmergency');
  return (
    <button type="button" className="emergency-key" onClick={() => void start.run({})}>
      <Key>F1</Key> {text.emergency}
    </button>
  );
}

export function EmergencyBar() {
  const text = useTexts(emergencyTexts);
  const me = useMe();
  const start = useDo<typeof startEmergency>('startEmergency');
  const end = useDo<typeof endEmergency>('endEmergency');
  useKeys(text.emergency, [
    {
      keys: 'F1',
      words: me.isEmergency ? text.prolong : text.emergency,
      does: () => void start.run({}),
      inFields: true,
    },
    ...(me.isEmergency ? [{ keys: 'Ctrl+F1', words: text.end, does: () => void end.run({}), inFields: true }] : []),
  ]);
  if (!me.isEmergency) return <QuestionAfter />;
  return (
    <div className="emergency-bar" role="alert">
      <strong>◆ {text.isOn}</strong> {text.onWords} <Left until={me.emergencyUntil} />
      <span className="emergency-acts">
        <Act keys="F1" onPress={() => void start.run({})}>
          {text.prolong}
        </Act>
        <Act keys="Ctrl F1" weight="first" onPress={() => void end.run({})}>
          {text.end}
        </Act>
      </span>
    </div>
  );
}

function Left({ until }: { until: ReturnType<typeof useMe>['emergencyUntil'] }) {
  const text = useTexts(emergencyTexts);
  const now = useClock();
  return until ? <span>{text.minutesLeft(Math.max(0, minutesBetween(now, until)))}</span> : null;
}

/** Asked once it is over, and never in the way: it can be answered later where emergencies are looked through. */
function QuestionAfter() {
  const text = useTexts(emergencyTexts);
  const seen = useAsk<typeof myEmergencies>('myEmergencies', {}, { hears: ['EmergencyChanged', 'SessionChanged'] });
  const explain = useDo<typeof explainEmergency>('explainEmergency');
  const [later, setLater] = useState<readonly string[]>([]);
  const [words, setWords] = useState('');
  const open = seen.data?.find(
    ({ emergency, words: said }) => emergency.state === 'ended' && said === null && !later.includes(emergency.id),
  );
  if (!open) return null;
  const { id, startedAt } = open.emergency;
  const save = async (): Promise<void> => {
    if (words.trim() === '') return;
    const done = await explain.run({ emergency: id, words });
    if (done.ok) setWords('');
  };
  return (
    <form
      className="emergency-after"
      aria-label={text.whatHappened}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <strong>{text.whatHappened}</strong> {text.askedAfter(timeOf(startedAt))}
      <input
        value={words}
        aria-label={text.whatHappened}
        maxLength={2_000}
        onChange={(event) => setWords(event.target.value)}
      />
      <Act sends weight="first" isBusy={explain.isBusy} isOff={words.trim() === ''}>
        {text.save}
      </Act>
      <Act weight="quiet" onPress={() => setLater([...later, id])}>
        {text.later}
      </Act>
    </form>
  );
}
