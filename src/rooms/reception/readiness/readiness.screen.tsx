/** Readiness: what works, what does not, and the card for doing without it. */

import { TextField } from '@navikt/ds-react';
import { useState } from 'react';
import { timeOf } from '#kernel/time';
import {
  Act,
  Notice,
  Panel,
  Rows,
  State,
  type Tone,
  useAsk,
  useDo,
  useKeys,
  useLanguage,
  useNoWords,
  useTexts,
} from '#platform/web';
import type { allIsUp, readiness, recordCheck } from './readiness.api.ts';
import { readinessTexts } from './readiness.texts.ts';
import type { ReadinessLine } from './readiness.ts';

const tones: Readonly<Record<ReadinessLine['state'], Tone>> = {
  up: 'done',
  slow: 'waiting',
  down: 'urgent',
  'not checked': 'expected',
};

export default function ReadinessScreen() {
  const text = useTexts(readinessTexts);
  const { language } = useLanguage();
  const { data } = useAsk<typeof readiness>('readiness', {}, { hears: ['ReadinessChecked'] });
  const all = useDo<typeof allIsUp>('allIsUp');
  const [chosen, setChosen] = useState<string>();
  const board = data?.board ?? [];
  const line = board.find(({ dependency }) => dependency.code === chosen) ?? board[0];
  useKeys(text.title, [{ keys: 'k', words: text.allIsUp, does: () => void all.run({}) }]);
  return (
    <div className="columns">
      <Panel
        title={text.title}
        aside={data ? text.figures[data.figure.kind](data.figure.notUp) : ''}
        foot={
          <Act
            weight="first"
            keys="K"
            isBusy={all.isBusy}
            isOff={!board.some(({ state }) => state === 'not checked')}
            onPress={() => void all.run({})}
          >
            {text.allIsUp}
          </Act>
        }
      >
        <Rows
          label={text.title}
          rows={board}
          idOf={({ dependency }) => dependency.code}
          chosen={line?.dependency.code}
          onChoose={({ dependency }) => setChosen(dependency.code)}
          empty={text.title}
          columns={[
            { title: text.what, show: ({ dependency }) => dependency.name[language] },
            { title: text.state, show: ({ state }) => <State tone={tones[state]} words={text.states[state]} /> },
            {
              title: text.seen,
              show: ({ checkedAt, checkedBy, note }) =>
                checkedAt ? `${timeOf(checkedAt)} ${checkedBy === 'system' ? text.bySystem : ''} ${note}` : '–',
            },
          ]}
        />
      </Panel>
      {line ? <Card key={line.dependency.code} line={line} /> : <div />}
    </div>
  );
}

function Card({ line }: { line: ReadinessLine }) {
  const text = useTexts(readinessTexts);
  const { language } = useLanguage();
  const [note, setNote] = useState('');
  const record = useDo<typeof recordCheck>('recordCheck');
  const words = useNoWords(text.refusals);
  const say = (health: 'up' | 'slow' | 'down') => void record.run({ dependency: line.dependency.code, health, note });
  useKeys(line.dependency.name[language], [
    { keys: 'o', words: text.states.up, does: () => say('up') },
    { keys: 'n', words: text.states.down, does: () => say('down') },
  ]);
  return (
    <Panel title={line.dependency.name[language]} aside={text.weights[line.dependency.weight]}>
      <p>{line.dependency.how[language]}</p>
      <TextField size="small" label={text.note} value={note} onChange={(event) => setNote(event.target.value)} />
      <p className="faces">
        <Act keys="O" isBusy={record.isBusy} onPress={() => say('up')}>
          {text.states.up}
        </Act>
        <Act onPress={() => say('slow')}>{text.states.slow}</Act>
        <Act keys="N" weight="danger" onPress={() => say('down')}>
          {text.states.down}
        </Act>
      </p>
      {record.no ? <Notice tone="stop">{words(record.no)}</Notice> : null}
      <h3>{text.without}</h3>
      <ol>
        {line.dependency.without.map((step) => (
          <li key={step.en}>{step[language]}</li>
        ))}
      </ol>
    </Panel>
  );
}
