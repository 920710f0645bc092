/** Delegated tasks under way: in whose hands, and the only hands each can go to from there. */

import { dutyName } from '#duties/web';
import { Act, Empty, Notice, Panel, useAsk, useDo, useLanguage, useMe, useNoWords, useTexts } from '#platform/web';
import { staffTexts } from '#staff';
import type { DelegatedTaskLines, delegatedTasks, finishTask, handBackTask, handTask } from '#staff/web';
import { deskTexts } from './delegations-desk.texts.ts';

export function TaskPanel() {
  const text = useTexts(deskTexts);
  const seen = useAsk<typeof delegatedTasks>(
    'delegatedTasks',
    {},
    { hears: ['DelegatedTaskChanged', 'DelegationChanged', 'PersonChanged'], keeps: true },
  );
  const lines = seen.data ?? [];
  return (
    <Panel title={text.tasks} count={lines.length}>
      {lines.length === 0 ? (
        <Empty>{text.noTasks}</Empty>
      ) : (
        <ul className="desk-tasks">
          {lines.map((line) => (
            <TaskLine key={line.task.id} line={line} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function TaskLine({ line }: { line: DelegatedTaskLines[number] }) {
  const text = useTexts(deskTexts);
  const { language } = useLanguage();
  const me = useMe();
  const hand = useDo<typeof handTask>('handTask');
  const back = useDo<typeof handBackTask>('handBackTask');
  const finish = useDo<typeof finishTask>('finishTask');
  const words = useNoWords<string>(useTexts(staffTexts).refusals)(hand.no ?? back.no ?? finish.no);
  const task = line.task.id;
  const mayHand = line.isMine || line.task.delegator === me.person;
  return (
    <li>
      <span>
        <strong>{dutyName(line.task.duty)[language]}</strong>{' '}
        <span className="soft">
          {text.heldBy(line.holderName)} · {text.chain(line.task.chain.length)}
        </span>
      </span>
      <span className="act-row">
        {mayHand
          ? line.canGoTo.map((one) => (
              <Act key={one.id} onPress={() => void hand.run({ task, to: one.id })} isBusy={hand.isBusy}>
                {text.giveTo(one.name)}
              </Act>
            ))
          : null}
        {line.isMine && line.task.state === 'held' ? (
          <Act onPress={() => void back.run({ task })} isBusy={back.isBusy}>
            {text.giveBack}
          </Act>
        ) : null}
        {line.isMine ? (
          <Act weight="first" onPress={() => void finish.run({ task })} isBusy={finish.isBusy}>
            {text.done}
          </Act>
        ) : null}
      </span>
      {words ? <Notice tone="stop">{words}</Notice> : null}
    </li>
  );
}
