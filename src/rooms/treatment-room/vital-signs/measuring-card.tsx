/** The card around a measurement: the steps to the left, the measuring in the middle, what will be filed to the right. */

import type { ReactNode } from 'react';
import { dayOf } from '#kernel/time';
import { type OrderId, orderTexts } from '#orders';
import { HandBack } from '#orders/web';
import { dayWords } from '#patients/web';
import { Act, Key, Notice, Panel, State, useGo, useLanguage, useNoWords, useTexts } from '#platform/web';
import { cardTexts } from './card.texts.ts';
import { filingTexts } from './filing.texts.ts';
import { noteOf, shortWords } from './filing-note.ts';
import { doctorAnswersWithinMinutes } from './measurable.table.ts';
import type { Finding, Taken } from './measuring.ts';
import { lettersAre } from './number-field.tsx';
import type { CardState, OpenOrder, SeenSigns } from './use-filing.tsx';

export type Step = {
  readonly title: string;
  readonly how: ReactNode;
  readonly isDone: boolean;
  /** One has gone past it; it can still be done. */
  readonly isPassed?: boolean;
};

/** The first step that is neither done nor passed is where one stands. */
export function Steps({ title, steps, foot }: { title: string; steps: readonly Step[]; foot?: ReactNode }) {
  const at = steps.findIndex(({ isDone, isPassed }) => !isDone && !isPassed);
  return (
    <Panel title={title} foot={foot}>
      <ol className="card-steps padless">
        {steps.map((step, place) => (
          <li key={step.title} data-done={step.isDone} {...(place === at ? { 'aria-current': 'step' as const } : {})}>
            <b aria-hidden="true">{place + 1}</b>
            <div>
              <strong>{step.title}</strong>
              <small>{step.how}</small>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

type CardParts = {
  readonly card: CardState;
  readonly steps: ReactNode;
  readonly children: ReactNode;
  readonly taken: Taken | undefined;
  readonly finding: Finding | undefined;
  readonly isOff?: boolean;
  readonly doctorName: string;
  readonly colour: string;
};

/** The three columns; where the order is given back, that comes in their place. */
export function MeasuringCard({ card, steps, children, taken, finding, isOff, doctorName, colour }: CardParts) {
  const text = useTexts(cardTexts);
  if (card.isBack && card.order) return <GiveBack order={card.order} onCancel={card.keep} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: letters typed in a number are the card's keys, which also stand in buttons
    <div className="card" onKeyDown={lettersAre(card.letters)}>
      {steps}
      {children}
      <Panel
        title={text.willBeFiled}
        patientColour={colour}
        foot={<FileFoot card={card} isOff={isOff ?? finding === undefined} />}
      >
        <div className="grows padless" aria-live="polite">
          <section>
            <h3>{text.note}</h3>
            {taken && finding ? <p lang="nb">{noteOf(taken, finding)}</p> : <p className="soft">{text.noteWaits}</p>}
          </section>
          <Ordered card={card} doctorName={doctorName} />
          <section>
            <h3>{text.bill}</h3>
            <p className="soft">{text.billHow}</p>
          </section>
          <section>
            <h3>{text.followUp}</h3>
            {finding?.isForDoctorAtOnce ? (
              <State tone="urgent" words={text.doctorWithin(doctorAnswersWithinMinutes.value)} />
            ) : (
              <p className="soft">{text.nothingToFollow}</p>
            )}
          </section>
        </div>
      </Panel>
    </div>
  );
}

/** On whose order it is done, and whether what the doctor set as a condition is met. */
function Ordered({ card: { order, filing }, doctorName }: { card: CardState; doctorName: string }) {
  const text = useTexts(cardTexts);
  if (!order)
    return (
      <section>
        <h3>{text.order}</h3>
        <p className="soft">{text.noOrder}</p>
      </section>
    );
  const { instruction, conditions } = order.item;
  return (
    <section>
      <h3>{text.order}</h3>
      <p>{text.orderedBy(doctorName, dayWords(dayOf(order.orderedAt)).slice(0, 5))}</p>
      {instruction ? <p>{instruction}</p> : null}
      {conditions.length > 0 ? (
        <>
          <p>{text.conditions(conditions.join(', '))}</p>
          <Toggle isOn={filing.isConfirmed} onPress={filing.confirm} keys="J">
            {text.conditionsMet}
          </Toggle>
        </>
      ) : null}
    </section>
  );
}

/** What was measured before of the same kind, the last first. */
export function Before({ seen, kind }: { seen: SeenSigns; kind: Taken['kind'] }) {
  const text = useTexts(cardTexts);
  const { language } = useLanguage();
  const before = seen.filings.filter(({ taken }) => taken.kind === kind).slice(0, 3);
  if (before.length === 0) return <p className="rule-line">{text.noPrevious}</p>;
  return (
    <p className="rule-line">
      {before
        .map(({ taken, finding, measuredAt }) =>
          text.previous(shortWords(taken, finding, language), dayWords(dayOf(measuredAt))),
        )
        .join(' · ')}
    </p>
  );
}

function FileFoot({ card: { order, filing, file, giveBack }, isOff }: { card: CardState; isOff: boolean }) {
  const text = useTexts(cardTexts);
  const orders = useTexts(orderTexts);
  const words = useNoWords<string>({ ...orders.refusals, ...useTexts(filingTexts).refusals });
  return (
    <>
      <Act weight="first" keys="Ctrl Enter" onPress={file} isBusy={filing.isBusy} isOff={isOff} size="medium">
        {text.file}
      </Act>
      {order ? (
        <Act keys="U" onPress={giveBack} size="medium">
          {text.back}
        </Act>
      ) : null}
      {filing.no ? <Notice tone="stop">{words(filing.no)}</Notice> : null}
    </>
  );
}

/** After filing: on to the next, or stay with the patient until a doctor has answered. */
export function Filed({ isStop, patient, isPupil }: { isStop: boolean; patient: string; isPupil: boolean }) {
  const text = useTexts(cardTexts);
  const go = useGo();
  return (
    <Panel title={text.filed}>
      <Notice tone={isStop ? 'stop' : 'done'} title={isStop ? text.stopTitle : text.filed}>
        {isStop ? text.filedStop(doctorAnswersWithinMinutes.value) : ''} {isPupil ? text.pupil : ''}
      </Notice>
      <p>
        <Act weight="first" keys="Enter" onPress={() => go('/treatment')}>
          {text.toList}
        </Act>{' '}
        <Act keys="P" onPress={() => go(`/patient/${patient}`)}>
          {text.toPatient}
        </Act>
      </p>
    </Panel>
  );
}

/** The order goes back with a ground, and the card closes. */
function GiveBack({ order, onCancel }: { order: OpenOrder; onCancel: () => void }) {
  const go = useGo();
  const orders = useTexts(orderTexts);
  return (
    <Panel title={orders.handBack}>
      <HandBack
        order={order.order as OrderId}
        number={order.item.number}
        onDone={() => go('/treatment')}
        onCancel={onCancel}
      />
    </Panel>
  );
}

/** A choice that is pressed or not, with its key. */
export function Toggle(props: { isOn: boolean; keys?: string; onPress: () => void; children: string }) {
  return (
    <button type="button" className="toggle" aria-pressed={props.isOn} onClick={props.onPress}>
      {props.children} {props.keys ? <Key>{props.keys}</Key> : null}
    </button>
  );
}
