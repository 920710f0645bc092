/** After emergencies: what was done in emergency mode, looked through act by act; it leads to learning, never to blame. */

import { TextField } from '@navikt/ds-react';
import { useState } from 'react';
import { dutyName } from '#duties/web';
import { dayOf, timeOf } from '#kernel/time';
import {
  Act,
  Empty,
  Notice,
  Panel,
  Rows,
  State,
  useAsk,
  useDo,
  useLanguage,
  useMe,
  useNoWords,
  useTexts,
} from '#platform/web';
import { useColleagues } from '#staff/web';
import { shortDay } from '../short-day.ts';
import type { emergenciesToReview, myEmergencies, reviewEmergency } from './emergency.api.ts';
import type { EmergencyAct, EmergencyFile } from './emergency.store.ts';
import { emergencyTexts } from './emergency.texts.ts';
import '../staff-room.css';

type Answer = { readonly verdict: 'was right' | 'learning'; readonly words: string };
const hears = ['EmergencyChanged', 'EmergencyModeUsed'];

export default function EmergenciesScreen() {
  const text = useTexts(emergencyTexts);
  const me = useMe();
  const reviews = me.roles.some((role) => role === 'doctor' || role === 'head');
  const open = useAsk<typeof emergenciesToReview>('emergenciesToReview', {}, { hears, when: reviews });
  const mine = useAsk<typeof myEmergencies>('myEmergencies', {}, { hears });
  const [chosen, setChosen] = useState<string>();
  const files = [...(open.data ?? []), ...(mine.data ?? [])];
  const file = files.find(({ emergency }) => emergency.id === chosen) ?? files[0];
  return (
    <div className="columns">
      <div className="staff-right">
        {reviews ? (
          <Files title={text.toReview} files={open.data ?? []} empty={text.none} chosen={file} onChoose={setChosen} />
        ) : null}
        <Files title={text.mine} files={mine.data ?? []} empty={text.noneOfMine} chosen={file} onChoose={setChosen} />
      </div>
      {file ? <FilePanel key={file.emergency.id} file={file} isReviewer={reviews} /> : <Empty>{text.none}</Empty>}
    </div>
  );
}

type FilesProps = {
  readonly title: string;
  readonly files: readonly EmergencyFile[];
  readonly empty: string;
  readonly chosen: EmergencyFile | undefined;
  readonly onChoose: (id: string) => void;
};
function Files({ title, files, empty, chosen, onChoose }: FilesProps) {
  const text = useTexts(emergencyTexts);
  const { nameOf } = useColleagues();
  const tones = { running: 'active', ended: 'waiting', reviewed: 'done' } as const;
  return (
    <Panel title={title} count={files.length}>
      <Rows
        label={title}
        rows={files}
        idOf={({ emergency }) => emergency.id}
        chosen={chosen?.emergency.id}
        onChoose={({ emergency }) => onChoose(emergency.id)}
        columns={[
          {
            title: text.when,
            show: ({ emergency }) => `${shortDay(dayOf(emergency.startedAt))} ${timeOf(emergency.startedAt)}`,
          },
          { title: text.who, show: ({ emergency }) => nameOf(emergency.startedBy) },
          { title: text.acts, show: ({ acts }) => acts.length, align: 'right', width: '6em' },
          {
            title: text.state,
            show: ({ emergency }) => <State tone={tones[emergency.state]} words={text.states[emergency.state]} />,
          },
        ]}
        empty={empty}
      />
    </Panel>
  );
}

function FilePanel({ file, isReviewer }: { file: EmergencyFile; isReviewer: boolean }) {
  const text = useTexts(emergencyTexts);
  const words = useNoWords(text.refusals);
  const me = useMe();
  const review = useDo<typeof reviewEmergency>('reviewEmergency');
  const { emergency, acts } = file;
  const [answers, setAnswers] = useState<readonly Answer[]>(() =>
    acts.map(() => ({ verdict: 'was right', words: text.defaultWords })),
  );
  const isOwn = emergency.startedBy === me.person;
  const mayAnswer = isReviewer && !isOwn && emergency.state === 'ended';
  const set = (place: number, next: Partial<Answer>): void =>
    setAnswers(answers.map((answer, at) => (at === place ? { ...answer, ...next } : answer)));
  return (
    <Panel
      title={text.whatHappened}
      foot={
        mayAnswer ? (
          <Act
            weight="first"
            isBusy={review.isBusy}
            onPress={() => void review.run({ emergency: emergency.id, answers: [...answers] })}
          >
            {text.done}
          </Act>
        ) : null
      }
    >
      <p>{file.words ?? <span className="soft">{text.noWords}</span>}</p>
      {isOwn && emergency.state === 'ended' ? <Notice tone="info">{text.ownAct}</Notice> : null}
      {review.no ? <Notice tone="stop">{words(review.no)}</Notice> : null}
      {acts.length === 0 ? <Empty>{text.noActs}</Empty> : null}
      <ol className="staff-lines padless">
        {acts.map((act, place) => (
          <li key={`${act.at}-${act.call}-${act.why}`}>
            <Done act={act} />
            {mayAnswer && answers[place] ? (
              <Verdict answer={answers[place]} onChange={(next) => set(place, next)} />
            ) : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Done({ act }: { act: EmergencyAct }) {
  const text = useTexts(emergencyTexts);
  const { language } = useLanguage();
  return (
    <>
      <strong>{timeOf(act.at)}</strong> {act.duty ? dutyName(act.duty)[language] : act.call}{' '}
      <span className="soft">
        {text.passedStop}: {act.why || text.noStop}
      </span>
    </>
  );
}

function Verdict({ answer, onChange }: { answer: Answer; onChange: (next: Partial<Answer>) => void }) {
  const text = useTexts(emergencyTexts);
  const isRight = answer.verdict === 'was right';
  return (
    <div className="act-row">
      <Act weight={isRight ? 'first' : 'second'} onPress={() => onChange({ verdict: 'was right' })}>
        {text.wasRight}
      </Act>
      <Act weight={isRight ? 'second' : 'first'} onPress={() => onChange({ verdict: 'learning' })}>
        {text.learning}
      </Act>
      <TextField
        size="small"
        label={text.yourWords}
        hideLabel
        value={answer.words}
        onChange={({ target }) => onChange({ words: target.value })}
      />
    </div>
  );
}
