/** Rows: a dense list that one walks with the arrow keys; the chosen row is what the screen's keys act on. */

import { type ReactNode, useEffect, useRef } from 'react';
import { isWritingIn } from '../writing.ts';
import './rows.css';

export type Column<Row> = {
  readonly title: string;
  readonly show: (row: Row) => ReactNode;
  readonly align?: 'right';
  readonly width?: string;
  /** Hidden on a narrow screen. */
  readonly isExtra?: boolean;
};

type Props<Row> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly idOf: (row: Row) => string;
  readonly chosen?: string | undefined;
  readonly onChoose?: (row: Row) => void;
  readonly onOpen?: (row: Row) => void;
  readonly toneOf?: (row: Row) => 'faded' | 'marked' | undefined;
  /** Draws the line of now above the first row for which this holds. */
  readonly nowAbove?: (row: Row) => boolean;
  readonly empty: ReactNode;
};

export function Rows<Row>({
  label,
  rows,
  columns,
  idOf,
  chosen,
  onChoose,
  onOpen,
  toneOf,
  nowAbove,
  empty,
}: Props<Row>) {
  useWalk(rows, idOf, chosen, onChoose, onOpen);
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (chosen) body.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  if (rows.length === 0) return <div className="empty">{empty}</div>;
  const now = nowAbove ? rows.findIndex(nowAbove) : -1;
  return (
    <table className="rows" aria-label={label} {...(onChoose ? { role: 'grid' } : {})}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.title}
              scope="col"
              className={cellClass(column)}
              style={column.width ? { width: column.width } : undefined}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row, place) => (
          <tr
            key={idOf(row)}
            className={[toneOf?.(row) ?? '', place === now ? 'rows-now' : ''].join(' ').trim() || undefined}
            {...(onChoose ? { 'aria-selected': idOf(row) === chosen } : {})}
            onClick={() => onChoose?.(row)}
            onDoubleClick={() => onOpen?.(row)}
          >
            {columns.map((column) => (
              <td key={column.title} className={cellClass(column)} {...(onChoose ? { role: 'gridcell' } : {})}>
                {column.show(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellClass<Row>({ align, isExtra }: Column<Row>): string | undefined {
  return [align === 'right' ? 'rows-right' : '', isExtra ? 'rows-extra' : ''].join(' ').trim() || undefined;
}

/** Arrow up and down (or k and j), Home and End, Enter to open; never while one writes. */
function useWalk<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  chosen: string | undefined,
  onChoose?: (row: Row) => void,
  onOpen?: (row: Row) => void,
): void {
  const latest = useRef({ rows, idOf, chosen, onChoose, onOpen });
  latest.current = { rows, idOf, chosen, onChoose, onOpen };
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const list = latest.current;
      if (!list.onChoose || event.defaultPrevented || event.ctrlKey || event.metaKey || isWritingIn(event.target))
        return;
      const place = list.rows.findIndex((row) => list.idOf(row) === list.chosen);
      const target = {
        ArrowDown: place + 1,
        j: place + 1,
        ArrowUp: Math.max(0, place - 1),
        k: Math.max(0, place - 1),
        Home: 0,
        End: list.rows.length - 1,
      }[event.key];
      const row = target === undefined ? undefined : list.rows[target];
      if (row === undefined) return;
      event.preventDefault();
      list.onChoose(row);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
