/** What was counted against what was expected; every difference is explained before the day is locked. */

import { useState } from 'react';
import { inKroner, type Ore } from '#kernel/amounts';
import { type IsoDate, timeOf } from '#kernel/time';
import { Act, type Column, Notice, Rows, State, useDo, useKeys, useNoWords, useTexts } from '#platform/web';
import { type Difference, isSamePlace, type Place } from './count.ts';
import type { explainDifference, lockDay } from './day-close.api.ts';
import { dayCloseTexts } from './day-close.texts.ts';
import { dayCloseScreenTexts } from './day-close-screen.texts.ts';
import { MoneyField } from './money-field.tsx';
import type { Settlement } from './use-day-close.tsx';

type Props = {
  readonly settlement: Settlement;
  readonly names: Readonly<Record<string, string>>;
  readonly day: IsoDate;
};
type Line = {
  readonly key: string;
  readonly what: string;
  readonly place: Place;
  readonly expected: number;
  readonly found: number;
};
const isNumber = ({ place }: Pick<Line, 'place'>): boolean => place.kind === 'report number';
const sum = (line: Pick<Line, 'place'>, amount: number): string =>
  isNumber(line) ? String(amount) : inKroner(amount as Ore);

/** Drawer, Vipps and each terminal, also where they meet. */
function linesOf({ close, terminals }: Settlement, places: Readonly<Record<Place['kind'], string>>): readonly Line[] {
  if (!close || close.state === 'open') return [];
  const { count } = close;
  const { vippsSales, vippsRefunds } = count.expected;
  const name = (id: string): string => terminals.find((one) => one.id === id)?.name ?? places.terminal;
  return [
    { key: 'cash', what: places.cash, place: { kind: 'cash' }, expected: count.expectedDrawer, found: count.cash },
    {
      key: 'vipps',
      what: places.vipps,
      place: { kind: 'vipps' },
      expected: vippsSales - vippsRefunds,
      found: count.vipps,
    },
    ...count.reports.map((report): Line => {
      const ours = count.expected.terminals.find(({ terminal }) => terminal === report.terminal);
      const place = { kind: 'terminal', terminal: report.terminal } as const;
      const expected = (ours?.sales ?? 0) - (ours?.refunds ?? 0);
      return {
        key: report.terminal,
        what: name(report.terminal),
        place,
        expected,
        found: report.sales - report.refunds,
      };
    }),
    ...count.differences
      .filter(isNumber)
      .map((one) => ({ ...one, key: `number ${JSON.stringify(one.place)}`, what: places['report number'] })),
  ];
}

export function CountResult({ settlement, names, day }: Props) {
  const text = useTexts(dayCloseScreenTexts);
  const terms = useTexts(dayCloseTexts);
  const { close, unexplained } = settlement;
  if (!close || close.state === 'open') return null;
  const lines = linesOf(settlement, terms.places);
  const columns: readonly Column<Line>[] = [
    { title: text.what, show: ({ what }) => what },
    { title: text.expected, show: (line) => sum(line, line.expected), align: 'right' },
    { title: text.found, show: (line) => sum(line, line.found), align: 'right' },
    { title: text.difference, show: (line) => <Differs line={line} />, align: 'right', width: '190px' },
  ];
  return (
    <>
      <Rows label={terms.counted} rows={lines} columns={columns} idOf={({ key }) => key} empty={terms.allRight} />
      <p className="soft">{text.countedBy(names[close.count.by] ?? '', timeOf(close.count.at))}</p>
      {close.explanations.map(({ place, words, by, at }) => (
        <p key={at + place.kind}>
          <strong>{terms.places[place.kind]}</strong>: {words}{' '}
          <span className="soft">
            {names[by]} {timeOf(at)}
          </span>
        </p>
      ))}
      {close.state === 'counted' ? (
        unexplained[0] ? (
          <Explain
            key={JSON.stringify(unexplained[0].place)}
            settlement={settlement}
            day={day}
            difference={unexplained[0]}
          />
        ) : (
          <Lock settlement={settlement} day={day} />
        )
      ) : null}
      {close.state === 'locked' ? (
        <Notice tone="done">{text.locked(names[close.lockedBy] ?? '', timeOf(close.lockedAt))}</Notice>
      ) : null}
    </>
  );
}

function Differs({ line }: { line: Line }) {
  const terms = useTexts(dayCloseTexts);
  const difference = line.found - line.expected;
  if (difference === 0) return <State tone="done" words="0,00" />;
  if (isNumber(line)) return <State tone="urgent" words={String(difference)} />;
  const size = inKroner(Math.abs(difference) as Ore);
  return <State tone="urgent" words={difference < 0 ? terms.missing(size) : terms.tooMuch(size)} />;
}

type Step = { readonly settlement: Settlement; readonly day: IsoDate };

function Explain({ settlement, day, difference }: Step & { difference: Difference }) {
  const text = useTexts(dayCloseScreenTexts);
  const terms = useTexts(dayCloseTexts);
  const words = useNoWords<string>(text.refusals);
  const explain = useDo<typeof explainDifference>('explainDifference');
  const [typed, setTyped] = useState('');
  const send = (): void => {
    if (!typed.trim()) return;
    void explain.run({ entity: settlement.entity.id, day, place: difference.place, words: typed });
  };
  useKeys(text.saveExplanation, [{ keys: 'Enter', words: text.saveExplanation, does: send, inFields: true }]);
  const { place } = difference;
  const where = settlement.terminals.find(
    ({ id }) => 'terminal' in place && isSamePlace(place, { ...place, terminal: id }),
  );
  const amount = sum({ place }, Math.abs(difference.difference));
  const size = difference.difference < 0 ? terms.missing(amount) : terms.tooMuch(amount);
  return (
    <div className="day-close-form">
      <h3>{text.steps.explain}</h3>
      <Notice tone="warning" title={`${terms.places[place.kind]} ${where?.name ?? ''}`}>
        {isNumber({ place }) ? `${difference.expected} → ${difference.found}` : size}
      </Notice>
      <MoneyField label={text.explain} value={typed} isWide isFirst onChange={setTyped} />
      <Act weight="first" keys="Enter" isOff={!typed.trim()} isBusy={explain.isBusy} onPress={send}>
        {text.saveExplanation}
      </Act>
      {explain.no ? <Notice tone="stop">{words(explain.no)}</Notice> : null}
    </div>
  );
}

function Lock({ settlement, day }: Step) {
  const text = useTexts(dayCloseScreenTexts);
  const words = useNoWords<string>(text.refusals);
  const lock = useDo<typeof lockDay>('lockDay');
  const run = (): void => void lock.run({ entity: settlement.entity.id, day });
  useKeys(text.lock, [{ keys: 'Ctrl+Enter', words: text.lock, does: run, inFields: true }]);
  return (
    <div className="day-close-form">
      <h3>{text.steps.lock}</h3>
      <p className="soft">{text.sign}</p>
      <Act weight="first" size="medium" keys="Ctrl Enter" isBusy={lock.isBusy} onPress={run}>
        {text.lock}
      </Act>
      {lock.no ? <Notice tone="stop">{words(lock.no)}</Notice> : null}
    </div>
  );
}
