/** The kinds of appointment here: how long, what is told to the patient; the head changes them from a day on. */

import { useState } from 'react';
import { dayOf } from '#kernel/time';
import {
  Act,
  type Column,
  DateInput,
  Form,
  LongText,
  Notice,
  NumberInput,
  Panel,
  Rows,
  TextInput,
  Tick,
  useAsk,
  useClock,
  useDo,
  useKeys,
  useLanguage,
  useMe,
  useNoWords,
  useTexts,
} from '#platform/web';
import type { adaptAppointmentType, appointmentTypes } from './appointment-type.api.ts';
import type { AppointmentType } from './appointment-type.ts';
import { bookTexts } from './book.texts.ts';
import { bookSetupTexts } from './book-setup.texts.ts';
import { typeForm } from './book-setup-input.ts';

export default function AppointmentTypesScreen() {
  const text = useTexts(bookSetupTexts);
  const isHead = useMe().roles.some((role) => role === 'head' || role === 'doctor');
  const types = useAsk<typeof appointmentTypes>('appointmentTypes', {}, { hears: ['BooksChanged'] }).data ?? [];
  const [choice, setChoice] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const chosen = types.find(({ code }) => code === choice) ?? types[0];
  useKeys(text.types, [{ keys: 'Enter', words: text.adapt, does: () => isHead && setOpen(true) }]);
  return (
    <div className="columns">
      <Panel
        title={text.types}
        count={types.length}
        foot={
          isHead ? (
            <Act weight="first" keys="Enter" onPress={() => setOpen(true)}>
              {text.adapt}
            </Act>
          ) : (
            <span className="soft">{text.onlyHead}</span>
          )
        }
      >
        <Rows
          label={text.types}
          rows={types}
          columns={useTypeColumns()}
          idOf={({ code }) => code}
          chosen={chosen?.code}
          onChoose={({ code }) => setChoice(code)}
          empty="–"
        />
      </Panel>
      {isOpen && chosen ? <Adapt key={chosen.code} type={chosen} onClose={() => setOpen(false)} /> : <div />}
    </div>
  );
}

function useTypeColumns(): readonly Column<AppointmentType>[] {
  const text = useTexts(bookSetupTexts);
  const books = useTexts(bookTexts);
  const { language } = useLanguage();
  return [
    { title: text.type, show: ({ name }) => <strong>{name[language]}</strong> },
    { title: text.minutes, show: ({ minutes }) => minutes, align: 'right', width: '80px' },
    { title: text.needs, show: ({ needs }) => needs.map((kind) => books.kinds[kind]).join(' + '), isExtra: true },
    { title: text.preparationNb, show: ({ preparation }) => <span className="soft">{preparation?.[language]}</span> },
  ];
}

function Adapt({ type, onClose }: { type: AppointmentType; onClose: () => void }) {
  const text = useTexts(bookSetupTexts);
  const { language } = useLanguage();
  const today = dayOf(useClock(60_000));
  const adapt = useDo<typeof adaptAppointmentType>('adaptAppointmentType');
  const words = useNoWords<string>(text.refusals);
  const { code, minutes, preparation } = type;
  const [start] = useState({
    code,
    minutes,
    nb: preparation?.nb ?? '',
    en: preparation?.en ?? '',
    isOff: false,
    from: today as string,
  });
  return (
    <Panel title={type.name[language]}>
      <Form
        title={text.adapt}
        schema={typeForm}
        start={start}
        sendWords={text.save}
        onSend={adapt.run}
        onDone={onClose}
        onCancel={onClose}
        foot={({ isBusy }) => (
          <Act weight="first" sends keys="Ctrl Enter" isBusy={isBusy}>
            {text.save}
          </Act>
        )}
      >
        <NumberInput name="minutes" label={text.minutes} isFirst />
        <DateInput name="from" label={text.validFrom} />
        <LongText name="nb" label={text.preparationNb} />
        <LongText name="en" label={text.preparationEn} />
        <Tick name="isOff" label={text.isOff} />
        <TextInput name="reason" label={text.reason} />
        {adapt.no ? <Notice tone="stop">{words(adapt.no)}</Notice> : null}
      </Form>
    </Panel>
  );
}
