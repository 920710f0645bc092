/** State as shape, word and colour: one can read it without seeing colours. */

import './state.css';

export type Tone = 'done' | 'waiting' | 'active' | 'urgent' | 'elsewhere' | 'expected' | 'gone';

const shapes: Readonly<Record<Tone, string>> = {
  done: 'M3 8.5 6.5 12 13 4',
  waiting: 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3',
  active: 'M8 2.5a5.5 5.5 0 1 0 0 11A5.5 5.5 0 1 0 8 2.5',
  urgent: 'M8 1.8 14.2 8 8 14.2 1.8 8Z',
  elsewhere: 'M3 3h10v10H3Z',
  expected: 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3',
  gone: 'M4 4l8 8M12 4l-8 8',
};

/** A mark with its word; `words` is always read out. */
export function State({ tone, words }: { tone: Tone; words: string }) {
  return (
    <span className={`state state-${tone}`}>
      <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">
        <path d={shapes[tone]} />
      </svg>
      {words}
    </span>
  );
}

export type ChipTone = 'plain' | 'warning' | 'danger' | 'info';
/** A short word beside a name: CAVE, tolk, lik navn. */
export function Chip({ tone = 'plain', children }: { tone?: ChipTone; children: string }) {
  return <span className={`chip chip-${tone}`}>{children}</span>;
}
