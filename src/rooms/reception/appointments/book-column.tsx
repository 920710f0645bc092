/** One book of the day: what is open, who has which time, and the mark where it stands. */

import type { CSSProperties } from 'react';
import { type Moment, timeOf } from '#kernel/time';
import { useTexts } from '#platform/web';
import type { DayEntry } from '../today/day-row.ts';
import { bookTexts } from './book.texts.ts';
import { bookGridTexts } from './book-grid.texts.ts';
import { type GridColumn, type GridSpan, type Placed, rowOf } from './book-grid.ts';

type Props = {
  readonly column: GridColumn;
  readonly placed: readonly Placed<DayEntry>[];
  readonly span: GridSpan;
  readonly now: Moment;
  readonly markRow: number | undefined;
  readonly carried: string | undefined;
  readonly onMark: (row: number) => void;
  readonly onAct: () => void;
};

const stretch = (span: GridSpan, piece: { readonly from: Moment; readonly until: Moment }): CSSProperties => ({
  top: `calc(var(--row) * ${rowOf(span, piece.from)})`,
  height: `calc(var(--row) * ${rowOf(span, piece.until) - rowOf(span, piece.from)})`,
});

export function BookColumn({ column, placed, span, now, markRow, carried, onMark, onAct }: Props) {
  const { kinds } = useTexts(bookTexts);
  const rowAt = (event: React.MouseEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(span.rows - 1, Math.max(0, Math.floor(((event.clientY - box.top) / box.height) * span.rows)));
  };
  const isNow = rowOf(span, now) > 0 && rowOf(span, now) < span.rows;
  return (
    <section className="grid-column" aria-label={column.book.name}>
      <header>
        <strong>{column.book.name}</strong> <small>{kinds[column.book.serves]}</small>
      </header>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the arrow keys and Enter of the screen do the same */}
      <div
        className="grid-rows"
        style={{ '--rows': span.rows } as CSSProperties}
        onClick={(event) => onMark(rowAt(event))}
        onDoubleClick={onAct}
      >
        {column.sessions.map((session) => (
          <div
            key={session.from}
            className={`grid-session ${session.isReleased ? '' : 'grid-kept'} grid-${session.session.replaceAll(' ', '-')}`}
            style={stretch(span, session)}
          />
        ))}
        {isNow ? <div className="grid-now" style={{ top: `calc(var(--row) * ${rowOf(span, now)})` }} /> : null}
        {placed.map((one) => (
          <Entry key={one.it.id} one={one} span={span} isCarried={one.it.id === carried} />
        ))}
        {markRow === undefined ? null : <div className="grid-mark" style={{ top: `calc(var(--row) * ${markRow})` }} />}
      </div>
    </section>
  );
}

function Entry({ one, span, isCarried }: { one: Placed<DayEntry>; span: GridSpan; isCarried: boolean }) {
  const text = useTexts(bookGridTexts);
  const { it, lane, lanes } = one;
  const across = { left: `${(100 / lanes) * lane}%`, width: `calc(${100 / lanes}% - 3px)` };
  const tone = isCarried ? 'grid-carried' : it.haste === 1 ? 'grid-urgent' : `grid-${it.state.replaceAll(' ', '-')}`;
  return (
    <div className={`grid-entry ${tone}`} style={{ ...stretch(span, it), ...across }}>
      <span className="private">
        <strong>{it.name ?? text.blocked}</strong> {it.about}
      </span>
      <span className="visually-hidden">
        {timeOf(it.from)}–{timeOf(it.until)}
      </span>
    </div>
  );
}
