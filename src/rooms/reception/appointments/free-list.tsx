/** The free times as a list one walks with the arrows: day, clock, with whom, and how far ahead. */

import type { Language } from '#kernel/texts';
import { dayMs, dayOf, type IsoDate, timeOf } from '#kernel/time';
import { Chip, type Column, Rows, useClock, useLanguage, useTexts } from '#platform/web';
import type { FreeTime } from './availability.ts';
import type { Book } from './book.ts';
import { bookingTexts } from './booking.texts.ts';
import { dayInWords, reminderTexts } from './reminder.ts';

export const timeKey = (time: FreeTime): string => `${time.from} ${time.books.join()}`;

/** `tirsdag 24. november kl. 10:20`. */
export function whenWords(time: Pick<FreeTime, 'from'>, language: Language): string {
  return reminderTexts[language].when(dayInWords(language, dayOf(time.from)), timeOf(time.from));
}

export function whoWords(time: Pick<FreeTime, 'books'>, books: readonly Book[]): string {
  return time.books.map((id) => books.find((book) => book.id === id)?.name ?? '').join(' + ');
}

export const daysAhead = (day: IsoDate, today: IsoDate): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / dayMs);

type Props = {
  readonly label: string;
  readonly times: readonly FreeTime[];
  readonly books: readonly Book[];
  readonly chosen: FreeTime | undefined;
  readonly offerBy: IsoDate | null;
  readonly onChoose: (time: FreeTime) => void;
  readonly onOpen: (time: FreeTime) => void;
  readonly empty: string;
};

export function FreeList({ label, times, books, chosen, offerBy, onChoose, onOpen, empty }: Props) {
  const text = useTexts(bookingTexts);
  const { language } = useLanguage();
  const today = dayOf(useClock(60_000));
  const ahead = (time: FreeTime): string => {
    const days = daysAhead(dayOf(time.from), today);
    return days === 0 ? text.today : days === 1 ? text.tomorrow : text.inDays(days);
  };
  const columns: readonly Column<FreeTime>[] = [
    { title: text.time, show: (time) => <strong>{timeOf(time.from)}</strong>, width: '60px' },
    { title: text.day, show: (time) => dayInWords(language, dayOf(time.from)) },
    { title: text.with, show: (time) => whoWords(time, books) },
    {
      title: text.in,
      show: (time) => (
        <>
          {ahead(time)}
          {offerBy !== null && dayOf(time.from) > offerBy ? <Chip tone="warning">{text.late}</Chip> : null}
        </>
      ),
    },
  ];
  return (
    <Rows
      label={label}
      rows={times}
      columns={columns}
      idOf={timeKey}
      chosen={chosen && timeKey(chosen)}
      onChoose={onChoose}
      onOpen={onOpen}
      empty={empty}
    />
  );
}
