/** What does not meet at the end of the day: bills without payment, and payments without a bill. */

import { inKroner, type Ore } from '#kernel/amounts';
import { timeOf } from '#kernel/time';
import { fullName } from '#patients';
import { Empty, GoTo, Notice, Panel, useTexts } from '#platform/web';
import { dayCloseTexts } from './day-close.texts.ts';
import { dayCloseScreenTexts } from './day-close-screen.texts.ts';
import type { SeenDay, Settlement } from './use-day-close.tsx';

type Props = { readonly settlement: Settlement; readonly patients: SeenDay['patients'] };

export function UnpaidPanel({ settlement, patients }: Props) {
  const text = useTexts(dayCloseScreenTexts);
  const terms = useTexts(dayCloseTexts);
  const { unpaid, stray, proposed } = settlement;
  const nameOf = (id: string): string => {
    const found = patients.find((one) => one.id === id);
    return found ? fullName(found) : '';
  };
  return (
    <Panel title={text.unpaid} count={unpaid.length}>
      {proposed > 0 ? (
        <Notice tone="warning">
          {text.proposed(proposed)}. <GoTo path="/money">{text.goToBills}</GoTo>
        </Notice>
      ) : null}
      {unpaid.length === 0 ? <Empty>{text.noUnpaid}</Empty> : null}
      <ul className="day-close-moves">
        {unpaid.map(({ bill, patient, owed, treatedAt }) => (
          <li key={bill}>
            <GoTo path={`/bill/${patient}`}>
              <span className="private">{nameOf(patient)}</span>
            </GoTo>{' '}
            {timeOf(treatedAt)} <strong>{inKroner(owed as Ore)}</strong>
          </li>
        ))}
      </ul>
      {stray.length > 0 ? (
        <Notice tone="stop" title={text.stray}>
          {stray.map(({ why }) => terms.stray[why]).join('; ')}
        </Notice>
      ) : null}
    </Panel>
  );
}
