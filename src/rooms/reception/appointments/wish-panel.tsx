/** What the caller asks for, beside the free times: each part has a key, and the list answers at once. */

import { Select } from '@navikt/ds-react';
import { type ReactNode, useRef } from 'react';
import { dayOf } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { Key, Panel, useClock, useKeys, useLanguage, useTexts } from '#platform/web';
import type { AppointmentType } from './appointment-type.ts';
import type { Book, BookId } from './book.ts';
import { bookingTexts } from './booking.texts.ts';
import { hasteRules } from './haste.table.ts';
import { booksFor, type CallersWish, frequentTypes, withNextBook, withNextHaste, withType } from './wish.ts';
import './booking.css';

type Props = {
  readonly wish: CallersWish;
  readonly onWish: (wish: CallersWish) => void;
  readonly books: readonly Book[];
  readonly types: readonly AppointmentType[];
  readonly usual: BookId | undefined;
  readonly about?: ReactNode;
};

export function WishPanel({ wish, onWish, books, types, usual, about }: Props) {
  const text = useTexts(bookingTexts);
  const { language } = useLanguage();
  const all = useRef<HTMLSelectElement>(null);
  const frequent = frequentTypes.flatMap((code) => types.find((type) => type.code === code) ?? []);
  const type = types.find(({ code }) => code === wish.type);
  const choose = (chosen: AppointmentType | undefined): void => {
    if (chosen) onWish(withType(wish, chosen, books, usual));
  };
  useKeys(text.kind, [
    ...frequent.map((one, place) => ({
      keys: String(place + 1),
      words: one.name[language],
      does: () => choose(one),
    })),
    { keys: 't', words: text.kindKey, does: () => all.current?.focus() },
    { keys: 'h', words: text.hasteKey, does: () => onWish(withNextHaste(wish)) },
    { keys: 'r', words: text.nextBook, does: () => onWish(withNextBook(wish, type, books)) },
    {
      keys: '+',
      words: text.moreTime,
      does: () => onWish({ ...wish, extraMinutes: (wish.extraMinutes + 10) % 70 }),
    },
  ]);
  return (
    <Panel title={text.kind}>
      <ul className="book-kinds">
        {frequent.map((one, place) => (
          <li key={one.code}>
            <button
              type="button"
              className="book-kind"
              aria-pressed={one.code === wish.type}
              onClick={() => choose(one)}
            >
              <Key>{String(place + 1)}</Key> {one.name[language]}{' '}
              <span className="soft">{text.minutes(one.minutes)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="book-wish">
        <Select
          ref={all}
          size="small"
          label={`${text.allKinds} (T)`}
          value={wish.type}
          onChange={(event) => choose(types.find(({ code }) => code === event.target.value))}
        >
          {types.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name[language]}
            </option>
          ))}
        </Select>
        <Facts wish={wish} onWish={onWish} books={books} type={type} />
        {about}
        <Preparation type={type} />
      </div>
    </Panel>
  );
}

type FactsProps = Pick<Props, 'wish' | 'onWish' | 'books'> & { readonly type: AppointmentType | undefined };

function Facts({ wish, onWish, books, type }: FactsProps) {
  const text = useTexts(bookingTexts);
  const { language } = useLanguage();
  const rules = validOn(hasteRules, dayOf(useClock(60_000)))?.value ?? [];
  const haste = rules.find(({ grade }) => grade === wish.haste)?.words[language];
  const able = booksFor(type, books);
  const wanted = able.find(({ id }) => id === wish.wanted)?.name ?? text.anyone;
  return (
    <dl className="facts book-facts">
      <dt>{text.with}</dt>
      <dd>
        <button type="button" className="plain-button" onClick={() => onWish(withNextBook(wish, type, books))}>
          {wanted} <Key>R</Key>
        </button>
      </dd>
      <dt>{text.haste}</dt>
      <dd>
        <button type="button" className="plain-button" onClick={() => onWish(withNextHaste(wish))}>
          {wish.haste} · {haste} <Key>H</Key>
        </button>
      </dd>
      <dt>{text.time}</dt>
      <dd>
        <button
          type="button"
          className="plain-button"
          onClick={() => onWish({ ...wish, extraMinutes: (wish.extraMinutes + 10) % 70 })}
        >
          {text.minutes((type?.minutes ?? 0) + wish.extraMinutes)} <Key>+</Key>
        </button>
      </dd>
    </dl>
  );
}

function Preparation({ type }: { type: AppointmentType | undefined }) {
  const text = useTexts(bookingTexts);
  const { language } = useLanguage();
  if (!type?.preparation) return null;
  return (
    <p>
      <strong>{text.tell}:</strong> {type.preparation[language]}
    </p>
  );
}
