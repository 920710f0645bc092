/** What is the doctors' again: handed back by a room, or made ready by the desk. One key says yes. */

import { TextField } from '@navikt/ds-react';
import { useEffect, useRef, useState } from 'react';
import type { PersonId } from '#kernel/ids';
import { dayOf, type Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { dayWords } from '#patients/web';
import {
  Act,
  type Answered,
  type Column,
  Empty,
  type No,
  Notice,
  Panel,
  Rows,
  State,
  useAsk,
  useDo,
  useGo,
  useKeys,
  useLanguage,
  useNoWords,
  useTexts,
} from '#platform/web';
import { useColleagues } from '#staff/web';
import type { approveOrder, cancelOrderItem, declineOrder, orderItemAgain, ordersForDoctors } from './order.api.ts';
import { orderTexts } from './order.texts.ts';
import type { OrderId } from './order.ts';
import { orderFacts } from './order-panel.tsx';
import { orderScreenTexts } from './order-screen.texts.ts';
import { orderableName } from './order-search.ts';
import type { OrderableCode } from './orderable.table.ts';

type Line = {
  readonly id: string;
  readonly kind: 'handed back' | 'prepared';
  readonly order: OrderId;
  readonly number: number;
  readonly patient: PatientId;
  readonly name: string;
  readonly codes: readonly OrderableCode[];
  readonly by: PersonId;
  readonly at: Moment;
  readonly ground: string;
};

type Asked = NonNullable<ReturnType<typeof useAsk<typeof ordersForDoctors>>['data']>;

function useLines(): { lines: readonly Line[]; isLoading: boolean; asking: No | undefined } {
  const orders = useTexts(orderTexts);
  const asked = useAsk<typeof ordersForDoctors>('ordersForDoctors', {}, { hears: orderFacts });
  return {
    lines: asked.data ? linesOf(asked.data, orders.handBackGrounds) : [],
    isLoading: asked.isLoading,
    asking: asked.error?.no,
  };
}

function linesOf({ handedBack, prepared }: Asked, grounds: Readonly<Record<string, string>>): readonly Line[] {
  const back = handedBack.flatMap((line): Line[] => {
    const { item, order, patient } = line;
    if (item.state !== 'handed back') return [];
    const ground = `${grounds[item.ground] ?? item.ground}${item.comment ? ` «${item.comment}»` : ''}`;
    return [
      {
        ...{ id: `${order}/${item.number}`, kind: 'handed back', order, number: item.number, patient, ground },
        name: `${line.familyName}, ${line.givenName}`,
        codes: [item.code],
        by: item.handedBackBy,
        at: item.handedBackAt,
      },
    ];
  });
  const ready = prepared.flatMap(({ order, patientName }): Line[] =>
    order.state === 'prepared'
      ? [
          {
            ...{ id: order.id, kind: 'prepared', order: order.id, number: 0, patient: order.patient },
            ...{ name: patientName, codes: order.items.map(({ code }) => code), by: order.preparedBy },
            at: order.preparedAt,
            ground: order.question ?? '',
          },
        ]
      : [],
  );
  return [...back, ...ready];
}

/** Yes is approving or ordering again; no is declining or cancelling, with a reason. */
function useAnswers(chosen: Line | undefined, words: string) {
  const approve = useDo<typeof approveOrder>('approveOrder');
  const again = useDo<typeof orderItemAgain>('orderItemAgain');
  const decline = useDo<typeof declineOrder>('declineOrder');
  const cancel = useDo<typeof cancelOrderItem>('cancelOrderItem');
  const [no, setNo] = useState<No>();
  const take = async (step: Promise<Answered<unknown>>): Promise<boolean> => {
    const answered = await step;
    setNo(answered.ok ? undefined : answered.no);
    return answered.ok;
  };
  const written = words.trim();
  const yes = (line: Line): Promise<boolean> =>
    line.kind === 'prepared'
      ? take(approve.run({ order: line.order }))
      : take(again.run({ order: line.order, number: line.number, ...(written ? { instruction: written } : {}) }));
  const refuse = (line: Line): Promise<boolean> =>
    line.kind === 'prepared'
      ? take(decline.run({ order: line.order, reason: written }))
      : take(cancel.run({ order: line.order, number: line.number, reason: written }));
  return {
    yes: async () => (chosen ? yes(chosen) : false),
    refuse: async () => (chosen ? refuse(chosen) : false),
    no,
  };
}

/** The words that go with the answer; a no without words asks for them. */
function useWords(chosen: Line | undefined) {
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const answers = useAnswers(chosen, words);
  const done = async (said: Promise<boolean>): Promise<void> => {
    if (await said) setWords('');
  };
  return {
    ...{ words, setWords, field },
    said: answers.no,
    yes: () => void done(answers.yes()),
    no: () => (words.trim().length < 3 ? field.current?.focus() : void done(answers.refuse())),
  };
}

export default function DoctorsScreen() {
  const text = useTexts(orderScreenTexts);
  const go = useGo();
  const { lines, isLoading, asking } = useLines();
  const noWords = useNoWords<string>({});
  const [choice, setChoice] = useState<string>();
  const chosen = lines.find(({ id }) => id === choice) ?? lines[0];
  useEffect(() => setChoice(chosen?.id), [chosen?.id]);
  const { words, setWords, field, said, yes, no } = useWords(chosen);
  useKeys(text.doctorsTitle, [
    { keys: 'Enter', words: text.approve, does: yes },
    { keys: 'x', words: text.decline, does: no },
    { keys: 'p', words: text.toPatient, does: () => chosen && go(`/patient/${chosen.patient}`) },
  ]);
  const foot = chosen ? (
    <>
      <TextField
        ref={field}
        size="small"
        label={text.words}
        description={text.wordsHint}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Answers chosen={chosen} onYes={yes} onNo={no} no={said} />
    </>
  ) : null;
  return (
    <Panel title={text.doctorsTitle} count={lines.length} foot={foot}>
      {asking ? <Notice tone="stop">{noWords(asking)}</Notice> : null}
      <DoctorRows
        lines={lines}
        chosen={chosen?.id}
        isLoading={isLoading || asking !== undefined}
        onChoose={setChoice}
      />
    </Panel>
  );
}

type AnswersProps = {
  readonly chosen: Line;
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly no: No | undefined;
};
function Answers({ chosen, onYes, onNo, no }: AnswersProps) {
  const text = useTexts(orderScreenTexts);
  const go = useGo();
  const words = useNoWords<string>(useTexts(orderTexts).refusals);
  const isPrepared = chosen.kind === 'prepared';
  return (
    <>
      <Act weight="first" keys="Enter" onPress={onYes}>
        {isPrepared ? text.approve : text.again}
      </Act>
      <Act keys="X" onPress={onNo}>
        {isPrepared ? text.decline : text.cancel}
      </Act>
      <Act weight="quiet" keys="P" onPress={() => go(`/patient/${chosen.patient}`)}>
        {text.toPatient}
      </Act>
      {no ? <Notice tone="stop">{words(no)}</Notice> : null}
    </>
  );
}

type RowsProps = {
  readonly lines: readonly Line[];
  readonly chosen: string | undefined;
  readonly isLoading: boolean;
  readonly onChoose: (id: string) => void;
};
function DoctorRows({ lines, chosen, isLoading, onChoose }: RowsProps) {
  const text = useTexts(orderScreenTexts);
  const { language } = useLanguage();
  const { nameOf } = useColleagues();
  const columns: readonly Column<Line>[] = [
    { title: text.patient, show: ({ name }) => <span className="private">{name}</span> },
    {
      title: text.what,
      show: ({ codes, at }) => (
        <strong>{codes.map((code) => orderableName(code, dayOf(at), language)).join(', ')}</strong>
      ),
    },
    {
      title: text.why,
      show: ({ kind, by, ground }) => (
        <>
          <State
            tone={kind === 'handed back' ? 'urgent' : 'waiting'}
            words={kind === 'handed back' ? text.handedBackBy(nameOf(by)) : text.preparedFor(nameOf(by))}
          />{' '}
          <span className="soft">{ground}</span>
        </>
      ),
    },
    { title: text.since, align: 'right', show: ({ at }) => dayWords(dayOf(at)).slice(0, 5) },
  ];
  return (
    <Rows
      label={text.doctorsTitle}
      rows={lines}
      columns={columns}
      idOf={({ id }) => id}
      chosen={chosen}
      onChoose={({ id }) => onChoose(id)}
      empty={isLoading ? '…' : <Empty>{text.doctorsEmpty}</Empty>}
    />
  );
}
