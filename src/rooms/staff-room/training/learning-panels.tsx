/** What I want to learn, and what the clinic's people want to learn, without names. */

import { TextField } from '@navikt/ds-react';
import { useState } from 'react';
import { dutyName } from '#duties/web';
import { dayOf } from '#kernel/time';
import { Act, Empty, GoTo, Panel, useAsk, useDo, useLanguage, useTexts } from '#platform/web';
import { dayInWords, type LearningNeed } from '#staff';
import type { learningNeeds, meetLearningNeed, myLearning } from '#staff/web';
import { trainingTexts } from './training.texts.ts';

export function LearningPanels() {
  const text = useTexts(trainingTexts);
  const { language } = useLanguage();
  const mine = useAsk<typeof myLearning>('myLearning', {}, { hears: ['LearningNeedChanged', 'CompetenceChanged'] });
  const all = useAsk<typeof learningNeeds>('learningNeeds', {}, { hears: ['LearningNeedChanged'] });
  const open = (mine.data?.needs ?? []).filter(({ state }) => state === 'open');
  return (
    <>
      <Panel title={text.needs} count={open.length}>
        {open.length === 0 ? (
          <Empty>{text.noNeeds}</Empty>
        ) : (
          <ul className="staff-lines">
            {open.map((need) => (
              <NeedLine key={need.id} need={need} />
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={text.wanted} count={all.data?.length ?? 0}>
        {all.data?.length ? (
          <ul className="staff-lines">
            {all.data.map(({ duty, open: count }) => (
              <li key={duty}>
                <GoTo path={`/duty/${duty}`}>{dutyName(duty)[language]}</GoTo>{' '}
                <span className="soft">{text.people(count)}</span>
              </li>
            ))}
          </ul>
        ) : (
          <Empty>{text.wantedNone}</Empty>
        )}
      </Panel>
    </>
  );
}

function NeedLine({ need }: { need: LearningNeed }) {
  const text = useTexts(trainingTexts);
  const { language } = useLanguage();
  const meet = useDo<typeof meetLearningNeed>('meetLearningNeed');
  const [how, setHow] = useState<string>();
  return (
    <li>
      <GoTo path={`/duty/${need.duty}`}>{dutyName(need.duty)[language]}</GoTo>{' '}
      <span className="soft">{text.said(dayInWords(language, dayOf(need.saidAt)))}</span>
      {need.words ? <div>{need.words}</div> : null}
      {how === undefined ? (
        <div>
          <Act weight="quiet" onPress={() => setHow('')}>
            {text.met}
          </Act>
        </div>
      ) : (
        <form
          className="training-met"
          onSubmit={(event) => {
            event.preventDefault();
            void meet.run({ need: need.id, how });
          }}
        >
          <TextField
            size="small"
            label={text.metHow}
            value={how}
            autoFocus
            onChange={(event) => setHow(event.target.value)}
          />
          <Act sends keys="Enter" isBusy={meet.isBusy}>
            {text.met}
          </Act>
        </form>
      )}
    </li>
  );
}
