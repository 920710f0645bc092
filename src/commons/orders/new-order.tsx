/** A new order: letters for the common ones, a search for the rest, one key to place it. */

import { TextField } from '@navikt/ds-react';
import { useRef, useState } from 'react';
import { dayOf } from '#kernel/time';
import type { Haste } from '#loops';
import type { PatientId } from '#patients';
import { Act, Key, Notice, useClock, useDo, useKeys, useLanguage, useMe, useNoWords, useTexts } from '#platform/web';
import { useColleagues } from '#staff/web';
import type { placeOrder, prepareOrder } from './order.api.ts';
import { orderTexts } from './order.texts.ts';
import { orderScreenTexts } from './order-screen.texts.ts';
import { orderableName, quickOrders, searchOrderables } from './order-search.ts';
import type { OrderableCode } from './orderable.table.ts';
import './order.css';

function useDraft(patient: PatientId) {
  const isDoctor = useMe().roles.includes('doctor');
  const { doctors } = useColleagues();
  const [codes, setCodes] = useState<readonly OrderableCode[]>([]);
  const [haste, setHaste] = useState<Haste>(1);
  const [conditions, setConditions] = useState('');
  const [question, setQuestion] = useState('');
  const [wanted, setDoctor] = useState('');
  const doctor = doctors.find(({ person }) => person === wanted) ?? doctors[0];
  const place = useDo<typeof placeOrder>('placeOrder');
  const prepare = useDo<typeof prepareOrder>('prepareOrder');
  const toggle = (code: OrderableCode): void =>
    setCodes(codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code]);
  const send = async (): Promise<void> => {
    if (codes.length === 0) return;
    const list = conditions.split(',').flatMap((one) => one.trim() || []);
    const items = codes.map((code) => ({ code, haste, conditions: list }));
    const order = { patient, items, ...(question.trim() ? { question: question.trim() } : {}) };
    const answered = isDoctor
      ? await place.run(order)
      : await prepare.run({ ...order, forDoctor: (doctor?.person ?? '') as string });
    if (!answered.ok) return;
    setCodes([]);
    setConditions('');
    setQuestion('');
  };
  return {
    ...{ isDoctor, doctors, doctor, setDoctor, codes, toggle, haste, setHaste },
    ...{ conditions, setConditions, question, setQuestion, send },
    isBusy: place.isBusy || prepare.isBusy,
    no: place.no ?? prepare.no,
  };
}
type Draft = ReturnType<typeof useDraft>;

export function NewOrder({ patient }: { patient: PatientId }) {
  const text = useTexts(orderScreenTexts);
  const orders = useTexts(orderTexts);
  const { language } = useLanguage();
  const today = dayOf(useClock(60_000));
  const draft = useDraft(patient);
  const words = useNoWords<string>(orders.refusals);
  const letters = Object.entries(quickOrders);
  useKeys(text.newOrder, [
    ...letters.map(([keys, code]) => ({
      keys,
      words: orderableName(code, today, language),
      does: () => draft.toggle(code),
    })),
    ...(draft.codes.length > 0
      ? [
          { keys: 'Ctrl+Enter', words: draft.isDoctor ? text.place : text.prepare, does: () => void draft.send() },
          ...([1, 2, 3] as const).map((haste) => ({
            keys: String(haste),
            words: orders.haste[haste],
            does: () => draft.setHaste(haste),
          })),
        ]
      : []),
  ]);
  return (
    <div className="new-order padless">
      <div className="new-order-line">
        {letters.map(([keys, code]) => (
          <button
            key={code}
            type="button"
            className="pick"
            aria-pressed={draft.codes.includes(code)}
            onClick={() => draft.toggle(code)}
          >
            {orderableName(code, today, language)} <Key>{keys.toUpperCase()}</Key>
          </button>
        ))}
        <OrderableSearch onAdd={draft.toggle} />
      </div>
      {draft.codes.length > 0 ? <Chosen draft={draft} /> : null}
      {draft.no ? <Notice tone="stop">{words(draft.no)}</Notice> : null}
    </div>
  );
}

/** What is about to be ordered, when, on what condition; and the one key. */
function Chosen({ draft }: { draft: Draft }) {
  const text = useTexts(orderScreenTexts);
  const orders = useTexts(orderTexts);
  const { language } = useLanguage();
  const today = dayOf(useClock(60_000));
  return (
    <>
      <p className="new-order-line" aria-live="polite">
        <span className="soft">{text.chosen}:</span>
        {draft.codes.map((code) => {
          const name = orderableName(code, today, language);
          return (
            <button
              key={code}
              type="button"
              className="pick"
              aria-label={text.remove(name)}
              onClick={() => draft.toggle(code)}
            >
              <strong>{name}</strong> ×
            </button>
          );
        })}
      </p>
      <fieldset className="new-order-line">
        <legend className="visually-hidden">{text.haste}</legend>
        {([1, 2, 3] as const).map((haste) => (
          <button
            key={haste}
            type="button"
            className="pick"
            aria-pressed={draft.haste === haste}
            onClick={() => draft.setHaste(haste)}
          >
            {orders.haste[haste]} <Key>{String(haste)}</Key>
          </button>
        ))}
      </fieldset>
      <WordsOfOrder draft={draft} />
      <p>
        <Act weight="first" keys="Ctrl Enter" onPress={() => void draft.send()} isBusy={draft.isBusy}>
          {draft.isDoctor ? text.place : text.prepare}
        </Act>
      </p>
    </>
  );
}

function WordsOfOrder({ draft }: { draft: Draft }) {
  const text = useTexts(orderScreenTexts);
  return (
    <div className="new-order-fields">
      <TextField
        size="small"
        label={text.conditions}
        description={text.conditionsHint}
        value={draft.conditions}
        onChange={(event) => draft.setConditions(event.target.value)}
      />
      <TextField
        size="small"
        label={text.question}
        value={draft.question}
        onChange={(event) => draft.setQuestion(event.target.value)}
      />
      {draft.isDoctor ? null : (
        <label>
          {text.forDoctor}{' '}
          <select value={draft.doctor?.person ?? ''} onChange={(event) => draft.setDoctor(event.target.value)}>
            {draft.doctors.map(({ person, name }) => (
              <option key={person} value={person}>
                {name}
              </option>
            ))}
          </select>
          <small className="soft"> {text.notOrdered}</small>
        </label>
      )}
    </div>
  );
}

function OrderableSearch({ onAdd }: { onAdd: (code: OrderableCode) => void }) {
  const text = useTexts(orderScreenTexts);
  const { language } = useLanguage();
  const today = dayOf(useClock(60_000));
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useKeys(text.search, [{ keys: 's', words: text.search, does: () => field.current?.focus() }]);
  const hits = searchOrderables(typed, today, language);
  const add = (code: OrderableCode | undefined): void => {
    if (!code) return;
    onAdd(code);
    setTyped('');
  };
  return (
    <span className="orderable-search">
      <input
        ref={field}
        value={typed}
        placeholder={text.searchHint}
        aria-label={text.search}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey) {
            event.preventDefault();
            add(hits[0]);
          }
          if (event.key === 'Escape') field.current?.blur();
        }}
      />
      <Key>S</Key>
      {hits.map((code, place) => (
        <button key={code} type="button" className="pick" aria-pressed={place === 0} onClick={() => add(code)}>
          {orderableName(code, today, language)}
        </button>
      ))}
    </span>
  );
}
