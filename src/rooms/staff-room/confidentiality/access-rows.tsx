/** The access log as rows: who, when, what and by which right, told once a day. */

import { dutyName } from '#duties/web';
import { timeOf } from '#kernel/time';
import { type Column, Rows, State, useLanguage, useTexts } from '#platform/web';
import { shortDay } from '../short-day.ts';
import type { AccessDay } from './access-question.ts';
import { confidentialityTexts } from './confidentiality.texts.ts';

type Props = {
  readonly label: string;
  readonly days: readonly AccessDay[];
  /** The column that tells whom it is about: a colleague, or a patient. */
  readonly about: { readonly title: string; readonly show: (day: AccessDay) => React.ReactNode };
  readonly empty: string;
};

export function AccessRows({ label, days, about, empty }: Props) {
  const text = useTexts(confidentialityTexts);
  const { language } = useLanguage();
  const grounds: Readonly<Record<string, string>> = text.grounds;
  const columns: readonly Column<AccessDay>[] = [
    { title: text.day, show: ({ day }) => <span className="number">{shortDay(day)}</span>, width: '7em' },
    {
      title: text.time,
      width: '8em',
      show: ({ first, last }) => (timeOf(first) === timeOf(last) ? timeOf(first) : `${timeOf(first)}–${timeOf(last)}`),
    },
    about,
    {
      title: text.what,
      show: ({ calls, how }) =>
        how === 'shown'
          ? text.shown
          : calls
              .map(({ call, duty, times }) => `${duty ? dutyName(duty)[language] : call}${text.times(times)}`)
              .join(' · '),
    },
    {
      title: text.ground,
      width: '13em',
      show: (day) =>
        day.refusals.length > 0 ? (
          <State tone="urgent" words={text.refused} />
        ) : (
          day.grounds.map((ground) => grounds[ground] ?? ground).join(', ')
        ),
    },
  ];
  return <Rows label={label} rows={days} columns={columns} idOf={({ key }) => key} empty={empty} />;
}
