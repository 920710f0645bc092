/** The hand-over at the end of the day: read aloud, given by one and taken by another, printed. */

import { TextField } from '@navikt/ds-react';
import { useState } from 'react';
import { type Moment, timeOf } from '#kernel/time';
import { loopTexts, type Owner } from '#loops';
import { dueWords } from '#loops/web';
import { Act, Empty, Notice, Panel, useAsk, useDo, useGo, useKeys, useNoWords, useTexts } from '#platform/web';
import { useColleagues } from '#staff/web';
import type { giveHandover, handoverNow, takeHandover } from './handover.api.ts';
import { handoverTexts } from './handover.texts.ts';
import type { HandoverItem, HandoverSection } from './handover.ts';

const hears = [
  'LoopOpened',
  'LoopChanged',
  'LoopSettled',
  'NoteSigned',
  'NoteDrafted',
  'BillPaid',
  'BillProposed',
  'HandoverGiven',
];

export default function HandoverScreen() {
  const text = useTexts(handoverTexts);
  const { data } = useAsk<typeof handoverNow>('handoverNow', {}, { hears });
  const give = useDo<typeof giveHandover>('giveHandover');
  const take = useDo<typeof takeHandover>('takeHandover');
  const words = useNoWords(text.refusals);
  const [because, setBecause] = useState('');
  const send = () => void give.run({ because: because || null });
  useKeys(text.title, [
    { keys: 'Ctrl+Enter', words: text.give, does: send, inFields: true },
    { keys: 'p', words: text.print, does: () => window.print() },
  ]);
  if (!data) return null;
  const { view, last, names } = data;
  const no = give.no ?? take.no;
  return (
    <Panel
      title={text.title}
      count={view.all}
      aside={last ? `${text.states[last.handover.state]} ${timeOf(last.handover.givenAt)}` : ''}
      foot={
        <>
          <Act weight="first" keys="Ctrl Enter" isBusy={give.isBusy} onPress={send}>
            {text.give}
          </Act>
          {last?.handover.state === 'given' ? <Act onPress={() => void take.run({})}>{text.take}</Act> : null}
          <Act keys="P" weight="quiet" onPress={() => window.print()}>
            {text.print}
          </Act>
        </>
      }
    >
      {view.dueBeforeOpening.length > 0 ? (
        <Notice tone="warning" title={text.dueBeforeOpening(view.dueBeforeOpening.length)}>
          <p>{text.decide}</p>
          <TextField
            size="small"
            label={text.decided}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        </Notice>
      ) : null}
      {no ? <Notice tone="stop">{words(no)}</Notice> : null}
      {view.all === 0 ? <Empty>{text.nothing}</Empty> : null}
      {view.sections.map((section) => (
        <Section key={JSON.stringify(section.owner)} section={section} now={view.at} names={names} />
      ))}
    </Panel>
  );
}

function useOwnerName(): (owner: Owner) => string {
  const loops = useTexts(loopTexts);
  const { nameOf } = useColleagues();
  return (owner) => (owner.kind === 'station' ? loops.stations[owner.station] : nameOf(owner.person));
}

type Names = Readonly<Record<string, string>>;
function Section({ section, now, names }: { section: HandoverSection; now: Moment; names: Names }) {
  const text = useTexts(handoverTexts);
  const nameOf = useOwnerName();
  return (
    <section>
      <h3>{text.owner(nameOf(section.owner), section.items.length, section.late)}</h3>
      <ul className="loops">
        {section.items.map((item) => (
          <Item
            key={`${item.kind} ${item.id}`}
            item={item}
            now={now}
            name={item.patient ? names[item.patient] : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

function Item({ item, now, name }: { item: HandoverItem; now: Moment; name: string | undefined }) {
  const text = useTexts(handoverTexts);
  const go = useGo();
  const isLate = item.due !== null && item.due < now;
  return (
    <li>
      <button type="button" className="loops-line" onClick={() => item.patient && go(`/patient/${item.patient}`)}>
        <span className={isLate ? 'late' : 'soft'}>
          {item.due ? dueWords(item.due, now, { now: timeOf(now), today: '' }) : '–'}
        </span>
        <span className="private">
          <strong>{name}</strong> {item.what}
        </span>
        <span className="soft">{text.kinds[item.kind]}</span>
      </button>
    </li>
  );
}
