/** One delegation in full, and what can be done with it from here. */

import { dutyName } from '#duties/web';
import type { Facts } from '#kernel/result';
import {
  Act,
  type KeyAct,
  Notice,
  Panel,
  useDo,
  useKeys,
  useLanguage,
  useMe,
  useNoWords,
  useTexts,
} from '#platform/web';
import { dayInWords, staffTexts, whyNot } from '#staff';
import type {
  acceptDelegation,
  DelegationLines,
  declineDelegation,
  giveBackDelegation,
  openDelegatedTask,
  withdrawDelegation,
} from '#staff/web';
import { deskTexts } from './delegations-desk.texts.ts';

type DeskLine = DelegationLines[number];
type Deed = {
  readonly key: string;
  readonly words: string;
  readonly does: () => Promise<unknown>;
  readonly isFirst?: boolean;
};

/** The acts that are open to me for this delegation, with their keys. */
function useDeeds({ delegation, isMine, isFromMe, notHeld }: DeskLine) {
  const text = useTexts(deskTexts);
  const me = useMe();
  const accept = useDo<typeof acceptDelegation>('acceptDelegation');
  const decline = useDo<typeof declineDelegation>('declineDelegation');
  const giveBack = useDo<typeof giveBackDelegation>('giveBackDelegation');
  const withdraw = useDo<typeof withdrawDelegation>('withdrawDelegation');
  const open = useDo<typeof openDelegatedTask>('openDelegatedTask');
  const input = { delegation: delegation.id };
  const decides = me.roles.includes('doctor') || me.roles.includes('head');
  const isOpen = delegation.state !== 'ended';
  const { duty, act } = delegation;
  const task = { duty, ...(act === 'look' || act === 'prepare' ? {} : { act }) };
  const deeds: Deed[] = [
    ...(isMine && delegation.state === 'offered'
      ? [
          { key: 'J', words: text.accept, does: () => accept.run(input), isFirst: true },
          { key: 'X', words: text.decline, does: () => decline.run(input) },
        ]
      : []),
    ...(isMine && delegation.state === 'accepted'
      ? [{ key: 'U', words: text.giveBack, does: () => giveBack.run(input) }]
      : []),
    ...(isFromMe && delegation.state === 'accepted' && !notHeld
      ? [{ key: 'O', words: text.openTask, does: () => open.run(task) }]
      : []),
    ...(decides && isOpen && !isMine ? [{ key: 'W', words: text.withdraw, does: () => withdraw.run(input) }] : []),
  ];
  const no = accept.no ?? decline.no ?? giveBack.no ?? withdraw.no ?? open.no;
  return { deeds, no, isBusy: [accept, decline, giveBack, withdraw, open].some(({ isBusy }) => isBusy) };
}

export function DelegationPanel({ line }: { line: DeskLine }) {
  const { language } = useLanguage();
  const text = useTexts(deskTexts);
  const refusals = useTexts(staffTexts).refusals;
  const { deeds, no, isBusy } = useDeeds(line);
  const noWords = useNoWords<string>(refusals)(no);
  const name = dutyName(line.delegation.duty)[language];
  useKeys(
    name,
    deeds.map(({ key, words, does }): KeyAct => ({ keys: key.toLowerCase(), words, does: () => void does() })),
  );
  return (
    <Panel
      title={name}
      foot={
        deeds.length > 0
          ? deeds.map(({ key, words, does, isFirst }) => (
              <Act
                key={key}
                keys={key}
                weight={isFirst ? 'first' : 'second'}
                isBusy={isBusy}
                onPress={() => void does()}
              >
                {words}
              </Act>
            ))
          : null
      }
    >
      <Details line={line} />
      {line.notHeld && line.delegation.state === 'accepted' ? (
        <Notice tone="warning">{whyNot(language, line.notHeld.why, line.notHeld.facts as Facts)}</Notice>
      ) : null}
      {noWords ? <Notice tone="stop">{noWords}</Notice> : null}
      <p className="soft desk-law">{text.mayNot}</p>
    </Panel>
  );
}

function Details({ line: { delegation, delegateName, delegatorName } }: { line: DeskLine }) {
  const text = useTexts(deskTexts);
  const { language } = useLanguage();
  const { conditions } = delegation;
  const used = delegation.state === 'offered' ? 0 : delegation.used;
  const period = text.fromTo(dayInWords(language, delegation.from), dayInWords(language, delegation.until));
  return (
    <dl className="facts">
      <dt>{text.task}</dt>
      <dd>{delegation.task}</dd>
      <dt>{text.to}</dt>
      <dd>{delegateName}</dd>
      <dt>{text.from}</dt>
      <dd>{delegatorName}</dd>
      <dt>{text.patients}</dt>
      <dd>{conditions.patients}</dd>
      <dt>{text.stopRules}</dt>
      <dd>
        <ul className="desk-stops">
          {conditions.stopRules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </dd>
      <dt>{text.period}</dt>
      <dd>{period}</dd>
      <dt>{text.used}</dt>
      <dd>{conditions.atMost === undefined ? text.times(used) : text.timesOf(used, conditions.atMost)}</dd>
      {delegation.state === 'ended' && delegation.words ? (
        <>
          <dt>{text.words}</dt>
          <dd>{delegation.words}</dd>
        </>
      ) : null}
    </dl>
  );
}
