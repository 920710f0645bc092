/** A patient who would come sooner is put on the waiting list, with the days and hours that suit. */

import { useState } from 'react';
import type { TimeOfDay } from '#kernel/time';
import type { PatientId } from '#patients';
import { PatientBanner, patientColour } from '#patients/web';
import {
  Act,
  Choice,
  Form,
  Notice,
  NumberInput,
  Panel,
  type ScreenProps,
  TextInput,
  useDo,
  useGo,
  useLanguage,
  useNoWords,
  useTexts,
} from '#platform/web';
import { bookingTexts } from './booking.texts.ts';
import { joinForm } from './booking-input.ts';
import { useBooks } from './use-free-times.tsx';
import { waitingDeskTexts } from './waiting-desk.texts.ts';
import type { joinWaitingList } from './waiting-list.api.ts';

export default function JoinWaitingListScreen({ params }: ScreenProps) {
  const patient = params.patient as PatientId;
  const desk = useTexts(waitingDeskTexts);
  const booking = useTexts(bookingTexts);
  const go = useGo();
  const join = useDo<typeof joinWaitingList>('joinWaitingList');
  const words = useNoWords<string>({ ...booking.refusals, ...desk.refusals });
  const [start] = useState({
    type: 'consultation' as const,
    book: '',
    haste: '3' as const,
    from: '08:00' as TimeOfDay,
    until: '16:00' as TimeOfDay,
    noticeMinutes: 60,
  });
  const back = (): void => go(`/patient/${patient}`);
  return (
    <>
      <PatientBanner patient={patient} />
      <Panel title={desk.join} patientColour={patientColour(patient)}>
        <Form
          title={desk.join}
          schema={joinForm}
          start={start}
          sendWords={desk.join}
          onSend={({ type, book, haste, from, until, noticeMinutes }) =>
            join.run({ patient, type, book, haste, canCome: { from, until, noticeMinutes } })
          }
          onDone={back}
          onCancel={back}
          foot={({ isBusy }) => (
            <Act weight="first" sends keys="Ctrl Enter" isBusy={isBusy}>
              {desk.join}
            </Act>
          )}
        >
          <Fields />
          {join.no ? <Notice tone="stop">{words(join.no)}</Notice> : null}
        </Form>
      </Panel>
    </>
  );
}

function Fields() {
  const desk = useTexts(waitingDeskTexts);
  const booking = useTexts(bookingTexts);
  const { language } = useLanguage();
  const { books, types } = useBooks();
  return (
    <>
      <Choice
        name="type"
        label={booking.kind}
        isFirst
        options={types.map(({ code, name }) => ({ value: code, words: name[language] }))}
      />
      <Choice
        name="book"
        label={booking.with}
        options={[
          { value: '', words: booking.anyone },
          ...books.filter(({ serves }) => serves === 'doctor').map(({ id, name }) => ({ value: id, words: name })),
        ]}
      />
      <Choice
        name="haste"
        label={booking.haste}
        width="short"
        options={['1', '2', '3'].map((value) => ({ value, words: value }))}
      />
      <TextInput name="from" label={desk.from} width="short" />
      <TextInput name="until" label={desk.until} width="short" />
      <NumberInput name="noticeMinutes" label={desk.notice} />
    </>
  );
}
