/** From and until, for a question about a time; typed as dates are typed at a desk. */

import { TextField } from '@navikt/ds-react';
import { useState } from 'react';
import { dayOf, type IsoDate, isDate } from '#kernel/time';
import { readTypedDate, useClock, useTexts } from '#platform/web';
import { shortDay } from '../short-day.ts';
import { usualPeriod } from './access-question.ts';
import { confidentialityTexts } from './confidentiality.texts.ts';

export type Period = { readonly from: IsoDate; readonly until: IsoDate };

export const useUsualPeriod = (): Period => usualPeriod(dayOf(useClock(60_000)));

type Props = { readonly period: Period; readonly onChange: (period: Period) => void };

export function PeriodFields({ period, onChange }: Props) {
  const text = useTexts(confidentialityTexts);
  return (
    <>
      <DayField label={text.from} day={period.from} onChange={(from) => onChange({ ...period, from })} />
      <DayField label={text.until} day={period.until} onChange={(until) => onChange({ ...period, until })} />
    </>
  );
}

/** A day counts when it is a day; until then what is typed just stands. */
function DayField({ label, day, onChange }: { label: string; day: IsoDate; onChange: (day: IsoDate) => void }) {
  const [typed, setTyped] = useState<string>();
  const type = (value: string): void => {
    setTyped(value);
    const read = readTypedDate(value, day);
    if (isDate(read)) onChange(read);
  };
  return (
    <TextField
      size="small"
      label={label}
      htmlSize={10}
      inputMode="numeric"
      autoComplete="off"
      value={typed ?? shortDay(day)}
      onChange={({ target }) => type(target.value)}
      onBlur={() => setTyped(undefined)}
    />
  );
}
