/** The treatment room's list: what the doctors have asked for, haste first, and one key for what comes next. */

import { useEffect, useState } from 'react';
import { dayOf, type Moment, minutesBetween } from '#kernel/time';
import { orderableOn, orderTexts } from '#orders';
import {
  type acceptOrderItem,
  HandBack,
  type ordersWaiting,
  type releaseOrderItem,
  type WaitingLine,
} from '#orders/web';
import { ageWords } from '#patients/web';
import {
  Act,
  Chip,
  type Column,
  Empty,
  type No,
  Notice,
  Panel,
  Rows,
  State,
  useAsk,
  useClock,
  useDo,
  useGo,
  useKeys,
  useLanguage,
  useMe,
  useNoWords,
  useTexts,
} from '#platform/web';
import { cardOf } from './procedure.ts';
import { ProcedureNote } from './procedure-note.tsx';
import { workListTexts } from './work-list.texts.ts';
import '../card.css';

const orderFacts = ['OrderPlaced', 'OrderChanged', 'OrderPerformed', 'OrderHandedBack', 'PatientChanged'] as const;
export const idOf = ({ order, item }: WaitingLine): string => `${order}/${item.number}`;

export default function WorkListScreen() {
  const text = useTexts(workListTexts);
  const asked = useAsk<typeof ordersWaiting>('ordersWaiting', { room: 'treatment-room' }, { hears: orderFacts });
  const lines = asked.data ?? [];
  const noWords = useNoWords<string>({});
  const [choice, setChoice] = useState<string>();
  const [isBack, setBack] = useState(false);
  const chosen = lines.find((line) => idOf(line) === choice) ?? lines[0];
  // The choice stays when a more urgent one comes above it.
  const first = chosen && idOf(chosen);
  useEffect(() => setChoice(first), [first]);
  const acts = useActs(chosen, () => setBack(true));
  const keep = (): void => setBack(false);
  const choose = (line: WaitingLine): void => {
    setBack(false);
    setChoice(idOf(line));
  };
  return (
    <div className="columns">
      <Panel title={text.title} count={lines.length} foot={<Foot chosen={chosen} acts={acts} />}>
        {asked.error ? <Notice tone="stop">{noWords(asked.error.no)}</Notice> : null}
        <WaitingRows
          lines={lines}
          chosen={chosen}
          isLoading={asked.isLoading || asked.isError}
          onChoose={choose}
          onOpen={acts.open}
        />
      </Panel>
      {chosen ? (
        <Panel title={<ChosenName line={chosen} />} label={text.chosen}>
          {isBack ? (
            <HandBack order={chosen.order} number={chosen.item.number} onDone={keep} onCancel={keep} />
          ) : (
            <Details key={idOf(chosen)} line={chosen} />
          )}
        </Panel>
      ) : null}
    </div>
  );
}

function useActs(chosen: WaitingLine | undefined, giveBack: () => void) {
  const text = useTexts(workListTexts);
  const go = useGo();
  const me = useMe();
  const accept = useDo<typeof acceptOrderItem>('acceptOrderItem');
  const release = useDo<typeof releaseOrderItem>('releaseOrderItem');
  const [no, setNo] = useState<No>();
  const isMine = chosen?.item.state === 'accepted' && chosen.item.acceptedBy === me.person;
  const open = (): void => {
    const path = chosen && cardOf[chosen.item.code]?.(chosen.patient);
    if (path) go(path);
    else document.querySelector<HTMLTextAreaElement>('.procedure-note textarea')?.focus();
  };
  const take = async (): Promise<void> => {
    if (!chosen) return;
    const item = { order: chosen.order, number: chosen.item.number };
    const answered = isMine ? await release.run(item) : await accept.run(item);
    setNo(answered.ok ? undefined : answered.no);
  };
  useKeys(text.title, [
    { keys: 'Enter', words: text.open, does: open },
    { keys: 'k', words: isMine ? text.release : text.accept, does: () => void take() },
    { keys: 'u', words: text.back, does: giveBack },
  ]);
  return { open, take: () => void take(), giveBack, isMine, no };
}
type Acts = ReturnType<typeof useActs>;

function Foot({ chosen, acts }: { chosen: WaitingLine | undefined; acts: Acts }) {
  const text = useTexts(workListTexts);
  const words = useNoWords<string>(useTexts(orderTexts).refusals);
  if (!chosen) return null;
  return (
    <>
      <Act weight="first" keys="Enter" onPress={acts.open}>
        {text.open}
      </Act>
      <Act keys="K" onPress={acts.take}>
        {acts.isMine ? text.release : text.accept}
      </Act>
      <Act keys="U" onPress={acts.giveBack}>
        {text.back}
      </Act>
      {acts.no ? <Notice tone="stop">{words(acts.no)}</Notice> : null}
    </>
  );
}

/** `18 min`, `3 t`, `2 dager`. */
export function useWaited(): (since: Moment) => string {
  const text = useTexts(workListTexts);
  const now = useClock(60_000);
  return (since) => {
    const minutes = Math.max(0, minutesBetween(since, now));
    if (minutes < 60) return text.minutes(minutes);
    return minutes < 24 * 60 ? text.hours(Math.floor(minutes / 60)) : text.days(Math.floor(minutes / (24 * 60)));
  };
}

type ListProps = {
  readonly lines: readonly WaitingLine[];
  readonly chosen: WaitingLine | undefined;
  readonly isLoading: boolean;
  readonly onChoose: (line: WaitingLine) => void;
  readonly onOpen: () => void;
};
function WaitingRows({ lines, chosen, isLoading, onChoose, onOpen }: ListProps) {
  const text = useTexts(workListTexts);
  const orders = useTexts(orderTexts);
  const me = useMe();
  const { language } = useLanguage();
  const waited = useWaited();
  const columns: readonly Column<WaitingLine>[] = [
    {
      title: text.due,
      width: '7rem',
      show: ({ item }) => <span className={item.haste === 1 ? 'soon' : 'soft'}>{orders.haste[item.haste]}</span>,
    },
    { title: text.patient, show: (line) => <PatientCell line={line} /> },
    {
      title: text.what,
      show: ({ item, orderedAt }) => (
        <>
          <strong>{orderableOn(item.code, dayOf(orderedAt))?.name[language] ?? item.code}</strong>
          {item.conditions.length > 0 ? <Chip tone="warning">{item.conditions.join(', ')}</Chip> : null}
        </>
      ),
    },
    { title: text.askedBy, show: ({ doctorName }) => doctorName, isExtra: true },
    {
      title: text.standing,
      show: ({ item }) =>
        item.state === 'accepted' ? (
          <State
            tone={item.acceptedBy === me.person ? 'active' : 'elsewhere'}
            words={item.acceptedBy === me.person ? text.mine : text.others}
          />
        ) : (
          <State tone="waiting" words={text.waits} />
        ),
    },
    { title: text.since, align: 'right', show: ({ orderedAt }) => waited(orderedAt) },
  ];
  return (
    <Rows
      label={text.title}
      rows={lines}
      columns={columns}
      idOf={idOf}
      chosen={chosen && idOf(chosen)}
      onChoose={onChoose}
      onOpen={onOpen}
      empty={isLoading ? '…' : <Empty>{text.empty}</Empty>}
    />
  );
}

function PatientCell({ line }: { line: WaitingLine }) {
  const text = useTexts(workListTexts);
  const { language } = useLanguage();
  const today = dayOf(useClock(60_000));
  return (
    <span className="private">
      {line.familyName}, {line.givenName} <span className="soft">{ageWords(line.birthDate, today, language)}</span>
      {line.addressBlock ? <Chip tone="danger">{text.protectedAddress}</Chip> : null}
    </span>
  );
}

function ChosenName({ line }: { line: WaitingLine }) {
  return (
    <span className="private">
      {line.familyName}, {line.givenName}
    </span>
  );
}

/** All that the doctor has said about the chosen one, and how it is done. */
function Details({ line }: { line: WaitingLine }) {
  const text = useTexts(workListTexts);
  const orders = useTexts(orderTexts);
  const { language } = useLanguage();
  const { item } = line;
  return (
    <>
      <dl className="facts">
        <dt>{text.what}</dt>
        <dd>
          <strong>{orderableOn(item.code, dayOf(line.orderedAt))?.name[language] ?? item.code}</strong>
        </dd>
        <dt>{orders.orderedBy}</dt>
        <dd>{line.doctorName}</dd>
        {line.question ? <dt>{text.question}</dt> : null}
        {line.question ? <dd>{line.question}</dd> : null}
        {item.instruction ? <dt>{text.instruction}</dt> : null}
        {item.instruction ? <dd>{item.instruction}</dd> : null}
        {item.conditions.length > 0 ? <dt>{text.conditions}</dt> : null}
        {item.conditions.length > 0 ? <dd>{item.conditions.join(', ')}</dd> : null}
      </dl>
      {cardOf[item.code] ? <p className="soft">{text.opensCard}</p> : <ProcedureNote line={line} />}
    </>
  );
}
