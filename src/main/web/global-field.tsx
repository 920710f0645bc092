/** The one field that finds patient, phone, number, duty and screen, opened with `/` from anywhere. */

import { useRef, useState } from 'react';
import { Key, useGo, useKeys, useTexts } from '#platform/web';
import { frameTexts } from './frame.texts.ts';
import { type Hit, useHits } from './global-hits.tsx';

/** The arrows walk the hits, Enter opens the chosen one, Escape leaves the field. */
function useWalk(hits: readonly Hit[], open: (hit: Hit | undefined) => void, leave: () => void) {
  const [place, setPlace] = useState(0);
  const chosen = hits[Math.min(place, hits.length - 1)];
  const walk = (event: React.KeyboardEvent): void => {
    const steps: Record<string, () => void> = {
      ArrowDown: () => setPlace((at) => Math.min(at + 1, hits.length - 1)),
      ArrowUp: () => setPlace((at) => Math.max(at - 1, 0)),
      Enter: () => open(chosen),
      Escape: leave,
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };
  return { chosen, walk, first: () => setPlace(0) };
}

export function GlobalField() {
  const text = useTexts(frameTexts);
  const go = useGo();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const { hits, isAsked, isFetching } = useHits(typed);
  const reach = (): void => field.current?.focus();
  useKeys(text.globalLabel, [
    { keys: '/', words: text.globalLabel, does: reach },
    { keys: 'F2', words: text.globalLabel, does: reach, inFields: true },
  ]);
  const leave = (): void => {
    setTyped('');
    field.current?.blur();
  };
  const open = (hit: Hit | undefined): void => {
    if (!hit) return;
    leave();
    first();
    go(hit.path);
  };
  const { chosen, walk, first } = useWalk(hits, open, leave);
  const type = (words: string): void => {
    setTyped(words);
    first();
  };
  return (
    <div className="field-global">
      <input
        ref={field}
        value={typed}
        placeholder={text.globalField}
        aria-label={text.globalLabel}
        role="combobox"
        aria-expanded={isAsked}
        aria-controls="global-hits"
        {...(chosen ? { 'aria-activedescendant': `hit-${chosen.id}` } : {})}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
        onKeyDown={walk}
      />
      <Key>/</Key>
      {isAsked && typed !== '' ? <HitList hits={hits} chosen={chosen} onOpen={open} isFetching={isFetching} /> : null}
    </div>
  );
}

function HitList({
  hits,
  chosen,
  onOpen,
  isFetching,
}: {
  hits: readonly Hit[];
  chosen: Hit | undefined;
  onOpen: (hit: Hit) => void;
  isFetching: boolean;
}) {
  const text = useTexts(frameTexts);
  return (
    <ul id="global-hits" role="listbox" aria-label={text.globalLabel}>
      {hits.map((hit) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's own (combobox)
        <li
          key={hit.id}
          id={`hit-${hit.id}`}
          role="option"
          aria-selected={hit.id === chosen?.id}
          onClick={() => onOpen(hit)}
        >
          {hit.shown}
        </li>
      ))}
      {hits.length === 0 && !isFetching ? (
        <li role="option" aria-selected="false" aria-disabled="true">
          {text.noHits}
        </li>
      ) : null}
    </ul>
  );
}
