/** What is asked of the one who just came: shown under the board, answered with one key, never in the way of the next arrival. */

import { useState } from 'react';
import { groupedTelephone, type TelephoneNumber } from '#kernel/telephone';
import { dayOf, type IsoDate, type Moment, timeOf } from '#kernel/time';
import type { PatientId } from '#patients';
import type { confirmContact, recordFrikort, seePatient } from '#patients/web';
import { Act, Notice, useAsk, useClock, useDo, useGo, useKeys, useLanguage, useTexts } from '#platform/web';
import type { AppointmentId } from '../appointments/appointment.ts';
import type { ArrivalQuestion } from '../appointments/appointment-type.ts';
import type { confirmAtDesk } from '../appointments/visit.api.ts';
import { arrivalTexts } from './arrival.texts.ts';
import type { DeskQuestion, InfectionCare } from './arrival.ts';

export type JustCame = {
  readonly appointment: AppointmentId;
  readonly patient: PatientId;
  readonly name: string;
  readonly at: Moment;
  readonly asks: readonly DeskQuestion[];
  readonly questions: readonly ArrivalQuestion[];
  readonly care: InfectionCare;
};
type Answers = Readonly<Record<string, 'yes' | 'no'>>;

/** What one cannot answer with a yes: something must be written. */
const toBeWritten: readonly DeskQuestion[] = ['telephone', 'address', 'language'];

export function ArrivalStrip({ came, onClose }: { came: JustCame; onClose: () => void }) {
  const text = useTexts(arrivalTexts);
  const { language } = useLanguage();
  const [answers, setAnswers] = useState<Answers>({});
  const confirm = useConfirm(came, answers);
  const open = came.questions.find(({ code }) => answers[code] === undefined);
  const doubts = came.questions.filter(({ code, stopsOn }) => answers[code] === stopsOn);
  const asksCard = came.asks.includes('exemption card');
  const answer = (given: 'yes' | 'no'): void => {
    if (open) setAnswers({ ...answers, [open.code]: given });
  };
  const settle = (hasCard: boolean): void => void confirm(hasCard).then((isDone) => isDone && onClose());
  const allRight = asksCard ? text.allRightNoCard : text.allRight;
  useKeys(text.title, [
    { keys: 's', words: allRight, does: () => settle(false) },
    ...(asksCard ? [{ keys: 'h', words: text.hasCard, does: () => settle(true) }] : []),
    ...(open
      ? [
          { keys: '1', words: text.yes, does: () => answer('yes') },
          { keys: '2', words: text.no, does: () => answer('no') },
        ]
      : []),
    { keys: 'Escape', words: text.close, does: onClose },
  ]);
  return (
    <div className="day-strip" role="status" aria-label={text.title}>
      <span className="private">
        <strong>{text.came(came.name, timeOf(came.at))}</strong>
      </span>
      <Asks came={came} />
      {open ? <Question words={open.words[language]} onAnswer={answer} /> : null}
      {doubts.length > 0 ? <Notice tone="warning">{text.inVain}</Notice> : null}
      <StripActs came={came} allRight={allRight} asksCard={asksCard} onSettle={settle} onClose={onClose} />
    </div>
  );
}

function Question({ words, onAnswer }: { words: string; onAnswer: (given: 'yes' | 'no') => void }) {
  const text = useTexts(arrivalTexts);
  return (
    <span>
      {words}{' '}
      <Act keys="1" onPress={() => onAnswer('yes')}>
        {text.yes}
      </Act>{' '}
      <Act keys="2" onPress={() => onAnswer('no')}>
        {text.no}
      </Act>
    </span>
  );
}

type ActsProps = {
  readonly came: JustCame;
  readonly allRight: string;
  readonly asksCard: boolean;
  readonly onSettle: (hasCard: boolean) => void;
  readonly onClose: () => void;
};

function StripActs({ came, allRight, asksCard, onSettle, onClose }: ActsProps) {
  const text = useTexts(arrivalTexts);
  const go = useGo();
  return (
    <span className="day-strip-acts">
      <Act weight="first" keys="S" onPress={() => onSettle(false)}>
        {allRight}
      </Act>
      {asksCard ? (
        <Act keys="H" onPress={() => onSettle(true)}>
          {text.hasCard}
        </Act>
      ) : null}
      <Act weight="quiet" onPress={() => go(`/patient/${came.patient}`)}>
        {text.change}
      </Act>
      <Act weight="quiet" keys="Esc" onPress={onClose}>
        {text.close}
      </Act>
    </span>
  );
}

function Asks({ came }: { came: JustCame }) {
  const text = useTexts(arrivalTexts);
  const { data } = useAsk<typeof seePatient>('seePatient', { patient: came.patient }, { hears: ['PatientChanged'] });
  const { patient } = data ?? {};
  const reached = patient
    ? [patient.phone && groupedTelephone(patient.phone as TelephoneNumber), patient.address].filter(Boolean).join(', ')
    : '';
  const care = [
    came.care.waitsIn === 'separate room' ? text.separateRoom : '',
    came.care.mask ? text.offerMask : '',
    came.care.tellDoctor ? text.tellDoctor : '',
  ].filter(Boolean);
  const lines = came.asks.map((ask) =>
    ask === 'are telephone and address right' && reached ? `${text.asks[ask]} ${reached}` : text.asks[ask],
  );
  return (
    <>
      {care.map((words) => (
        <span key={words} className="soon">
          {words}
        </span>
      ))}
      {lines.length === 0 && came.questions.length === 0 ? <span className="soft">{text.nothingToAsk}</span> : null}
      {lines.map((words, place) => (
        <span key={words} className={`private ${toBeWritten.includes(came.asks[place] as DeskQuestion) ? 'soon' : ''}`}>
          {words}
        </span>
      ))}
    </>
  );
}

/** Sends what was said right: the desk's own, the register's contact, and the answer about the exemption card. */
function useConfirm(came: JustCame, answers: Answers): (hasCard: boolean) => Promise<boolean> {
  const desk = useDo<typeof confirmAtDesk>('confirmAtDesk');
  const contact = useDo<typeof confirmContact>('confirmContact');
  const card = useDo<typeof recordFrikort>('recordFrikort');
  const seen = useAsk<typeof seePatient>('seePatient', { patient: came.patient }, { hears: ['PatientChanged'] });
  const year = dayOf(useClock(60_000)).slice(0, 4);
  return async (hasCard) => {
    const { appointment, patient, asks } = came;
    const said: { readonly ok: boolean }[] = [
      await desk.run({
        appointment,
        identityShown: asks.includes('show identification'),
        nextOfKinIsRight: asks.includes('next of kin'),
        answers,
      }),
    ];
    const known = seen.data?.patient;
    if (known && asks.includes('are telephone and address right')) {
      const { phone, email, address, postcode, place } = known;
      said.push(await contact.run({ patient, phone, email, address, postcode, place }));
    }
    if (asks.includes('exemption card'))
      said.push(await card.run({ patient, until: hasCard ? (`${year}-12-31` as IsoDate) : null }));
    return said.every(({ ok }) => ok);
  };
}
