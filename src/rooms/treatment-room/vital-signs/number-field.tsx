/** A number at the cuff: when it is whole the next field is ready; letters are the card's keys. */

import { type KeyboardEvent, useId } from 'react';
import type { KeyAct } from '#platform/web';
import type { Sign } from './measurable.table.ts';
import { isMeasurable } from './measuring.ts';
import { isWhole, numberTyped, tidyTyped } from './typed-reading.ts';

type Props = {
  readonly sign: Sign;
  readonly label: string;
  readonly unit: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly isFirst?: boolean;
  readonly isLabelShown?: boolean;
};

/** Numbers of a card in the order they are typed. */
const fieldsOf = (from: HTMLElement): HTMLInputElement[] => [
  ...(from.closest('.readings')?.querySelectorAll<HTMLInputElement>('.number-field input') ?? []),
];
function step(from: HTMLElement, by: 1 | -1): void {
  const fields = fieldsOf(from);
  const next = fields[fields.indexOf(from as HTMLInputElement) + by];
  next?.focus();
  next?.select();
}

export function NumberField({ sign, label, unit, typed, onType, isFirst, isLabelShown }: Props) {
  const id = useId();
  const value = numberTyped(typed);
  const isWrong = isWhole(sign, typed) && value !== undefined && !isMeasurable(sign, value);
  return (
    <>
      {isLabelShown ? <label htmlFor={id}>{label}</label> : null}
      <div className="number-field" data-wrong={isWrong}>
        <input
          id={id}
          value={typed}
          inputMode="decimal"
          autoComplete="off"
          autoFocus={isFirst ?? false}
          {...(isLabelShown ? {} : { 'aria-label': label })}
          aria-invalid={isWrong}
          onChange={(event) => {
            const tidy = tidyTyped(sign, event.target.value);
            onType(tidy);
            if (tidy.length > typed.length && isWhole(sign, tidy)) step(event.target, 1);
          }}
          onKeyDown={(event) => walk(event, typed)}
        />
        <span>{unit}</span>
      </div>
    </>
  );
}

/** Enter, space and slash go on; an empty field lets backspace go back. */
function walk(event: KeyboardEvent<HTMLInputElement>, typed: string): void {
  const isOn = event.key === 'Enter' || event.key === ' ' || event.key === '/';
  if (event.ctrlKey || event.metaKey) return;
  if (isOn) step(event.currentTarget, 1);
  else if (event.key === 'Backspace' && typed === '') step(event.currentTarget, -1);
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
    step(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
  else return;
  event.preventDefault();
}

/** In a number a letter is no digit: it does what the card's key of that letter does. */
export function lettersAre(acts: readonly KeyAct[]) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!(event.target instanceof HTMLElement) || !event.target.closest('.number-field')) return;
    const act = acts.find(({ keys }) => keys === event.key.toLowerCase());
    if (!act) return;
    event.preventDefault();
    act.does();
  };
}
