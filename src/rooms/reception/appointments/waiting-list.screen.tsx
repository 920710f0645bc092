/** The waiting list: who waits for a sooner time, in turn, what each has been offered, and how fair it is. */

import { useState } from 'react';
import { dayMs, dayOf, type Moment, timeOf } from '#kernel/time';
import {
  Act,
  type Column,
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
  useNoWords,
  useTexts,
} from '#platform/web';
import { appointmentTexts } from './appointment.texts.ts';
import { bookingTexts } from './booking.texts.ts';
import { whenWords, whoWords } from './free-list.tsx';
import { MeterPanel } from './meter-panel.tsx';
import { useBooks } from './use-free-times.tsx';
import { waitingDeskTexts } from './waiting-desk.texts.ts';
import type { leaveWaitingList, letOfferGo, takeOffer, WaitingLine, waitingList } from './waiting-list.api.ts';
import { waitingListTexts } from './waiting-list.texts.ts';
import { WhoWaits } from './who-waits.tsx';
import './booking.css';

export const waitingFacts = ['WaitingListChanged', 'AppointmentBooked', 'AppointmentCancelled'] as const;

export default function WaitingListScreen() {
  const list = useAsk<typeof waitingList>('waitingList', {}, { hears: waitingFacts });
  const lines = list.data?.lines ?? [];
  const [choice, setChoice] = useState<string>();
  const chosen = lines.find(({ entry }) => entry.id === choice) ?? lines[0];
  return (
    <div className="columns">
      <Waiting lines={lines} chosen={chosen} onChoose={setChoice} />
      <div className="book-side">
        <Fairness groups={list.data?.fairness ?? []} />
        <MeterPanel />
      </div>
    </div>
  );
}

type Props = {
  readonly lines: readonly WaitingLine[];
  readonly chosen: WaitingLine | undefined;
  readonly onChoose: (id: string) => void;
};

function useAnswers(chosen: WaitingLine | undefined) {
  const { language } = useLanguage();
  const { types } = useBooks();
  const yes = useDo<typeof takeOffer>('takeOffer');
  const no = useDo<typeof letOfferGo>('letOfferGo');
  const leave = useDo<typeof leaveWaitingList>('leaveWaitingList');
  const texts = useTexts(waitingDeskTexts);
  const words = useNoWords<string>({
    ...useTexts(appointmentTexts).refusals,
    ...useTexts(bookingTexts).refusals,
    ...useTexts(waitingListTexts).refusals,
    ...texts.refusals,
  });
  const entry = chosen?.entry;
  const about = types.find(({ code }) => code === entry?.type)?.name[language] ?? entry?.type ?? '';
  return {
    words: words(yes.no ?? no.no ?? leave.no),
    yes: () => entry && void yes.run({ entry: entry.id, about }),
    no: (how: 'declined' | 'no answer') => entry && void no.run({ entry: entry.id, how }),
    leave: () => entry && void leave.run({ entry: entry.id, reason: texts.leftReason }),
  };
}

function Waiting({ lines, chosen, onChoose }: Props) {
  const text = useTexts(waitingListTexts);
  const desk = useTexts(waitingDeskTexts);
  const go = useGo();
  const answers = useAnswers(chosen);
  const isOffered = chosen?.entry.state === 'offered';
  const first = (): void => {
    if (isOffered) answers.yes();
    else if (chosen) go(`/next-free/${chosen.entry.patient}`);
  };
  useKeys(text.title, [
    {
      keys: 'Enter',
      words: isOffered ? desk.saidYes : desk.findTime,
      does: first,
    },
    { keys: 'x', words: desk.saidNo, does: () => answers.no('declined') },
    { keys: 'i', words: desk.noAnswer, does: () => answers.no('no answer') },
    { keys: 'o', words: desk.openPatient, does: () => chosen && go(`/patient/${chosen.entry.patient}`) },
    { keys: 'v', words: desk.takeOff, does: answers.leave },
  ]);
  return (
    <Panel
      title={text.title}
      count={text.count(lines.length)}
      aside={text.order}
      foot={chosen ? <WaitingFoot isOffered={isOffered} answers={answers} onFirst={first} /> : null}
    >
      <Rows
        label={text.title}
        rows={lines}
        columns={useWaitingColumns()}
        idOf={({ entry }) => entry.id}
        chosen={chosen?.entry.id}
        onChoose={({ entry }) => onChoose(entry.id)}
        empty={text.empty}
      />
    </Panel>
  );
}

type FootProps = {
  readonly isOffered: boolean;
  readonly answers: ReturnType<typeof useAnswers>;
  readonly onFirst: () => void;
};

function WaitingFoot({ isOffered, answers, onFirst }: FootProps) {
  const desk = useTexts(waitingDeskTexts);
  return (
    <>
      <Act weight="first" keys="Enter" onPress={onFirst}>
        {isOffered ? desk.saidYes : desk.findTime}
      </Act>
      <Act keys="X" isOff={!isOffered} onPress={() => answers.no('declined')}>
        {desk.saidNo}
      </Act>
      <Act keys="I" isOff={!isOffered} onPress={() => answers.no('no answer')}>
        {desk.noAnswer}
      </Act>
      <Act weight="quiet" keys="V" onPress={answers.leave}>
        {desk.takeOff}
      </Act>
      {answers.words ? <Notice tone="stop">{answers.words}</Notice> : null}
    </>
  );
}

export function useWaitingColumns(): readonly Column<WaitingLine>[] {
  const text = useTexts(waitingListTexts);
  const desk = useTexts(waitingDeskTexts);
  const booking = useTexts(bookingTexts);
  const { language } = useLanguage();
  const { books, types } = useBooks();
  const now = useClock();
  return [
    { title: booking.haste, show: ({ entry }) => entry.haste, width: '84px' },
    { title: desk.patient, show: ({ patient }) => <WhoWaits patient={patient} /> },
    {
      title: booking.kind,
      show: ({ entry }) =>
        [
          types.find(({ code }) => code === entry.type)?.name[language] ?? entry.type,
          entry.book ? whoWords({ books: [entry.book] }, books) : '',
        ]
          .filter(Boolean)
          .join(' · '),
    },
    { title: desk.waited, show: ({ entry }) => text.waitingDays(daysSince(entry.since, now)), width: '90px' },
    {
      title: desk.offer,
      show: ({ entry }) =>
        entry.state === 'offered' ? (
          <>
            <State
              tone={entry.offer.answerBy < now ? 'urgent' : 'waiting'}
              words={`${text.states.offered} ${whenWords(entry.offer.time, language)}`}
            />{' '}
            <span className="soft">{desk.answerBy(timeOf(entry.offer.answerBy))}</span>
          </>
        ) : (
          <State tone="expected" words={text.states[entry.state]} />
        ),
    },
  ];
}

const daysSince = (since: Moment, now: Moment): number =>
  Math.max(0, Math.round((Date.parse(dayOf(now)) - Date.parse(dayOf(since))) / dayMs));

type Group = {
  readonly group: string;
  readonly waiting: number;
  readonly medianDays: number;
  readonly longestDays: number;
};

/** Waiting by age: a skew is seen, and never steers the order. */
function Fairness({ groups }: { groups: readonly Group[] }) {
  const desk = useTexts(waitingDeskTexts);
  const text = useTexts(waitingListTexts);
  const columns: readonly Column<Group>[] = [
    { title: desk.age, show: ({ group }) => group },
    { title: desk.waiting, show: ({ waiting }) => waiting, align: 'right' },
    { title: desk.median, show: ({ medianDays }) => text.waitingDays(medianDays), align: 'right' },
    { title: desk.longest, show: ({ longestDays }) => text.waitingDays(longestDays), align: 'right' },
  ];
  return (
    <Panel title={desk.fairness}>
      <Rows label={desk.fairness} rows={groups} columns={columns} idOf={({ group }) => group} empty={desk.noFairness} />
    </Panel>
  );
}
