/** The next free times for a wish, asked anew whenever any desk books, moves or cancels. */

import { useState } from 'react';
import type { PatientId } from '#patients';
import { useAsk } from '#platform/web';
import type { appointmentTypes } from './appointment-type.api.ts';
import type { FreeTime } from './availability.ts';
import type { books as askBooks } from './book.api.ts';
import { timeKey } from './free-list.tsx';
import type { nextFree } from './free-time.api.ts';
import type { CallersWish } from './wish.ts';

const hears = ['AppointmentBooked', 'AppointmentMoved', 'AppointmentCancelled', 'BooksChanged', 'WaitingListChanged'];

export function useBooks() {
  const books = useAsk<typeof askBooks>('books', {}, { hears: ['BooksChanged'] }).data ?? [];
  const types = useAsk<typeof appointmentTypes>('appointmentTypes', {}, { hears: ['BooksChanged'] }).data ?? [];
  return { books, types };
}

export function useFreeTimes(patient: PatientId | undefined, wish: CallersWish, isOn = true) {
  const { type, wanted, notBefore, extraMinutes } = wish;
  const asked = useAsk<typeof nextFree>(
    'nextFree',
    {
      type,
      extraMinutes,
      most: 12,
      ...(patient ? { patient } : {}),
      ...(wanted ? { wanted } : {}),
      ...(notBefore ? { notBefore } : {}),
    },
    { hears, when: isOn, keeps: true },
  );
  const times = asked.data?.times ?? [];
  const [choice, setChoice] = useState<string>();
  const chosen = times.find((time) => timeKey(time) === choice) ?? times[0];
  return {
    times,
    chosen,
    choose: (time: FreeTime | undefined) => setChoice(time && timeKey(time)),
    offerBy: asked.data?.offerBy ?? null,
    isAsking: asked.isFetching,
  };
}
