/** The forms of book set-up: a book, a weekly session, and what breaks the week. */

import { useState } from 'react';
import { dayOf } from '#kernel/time';
import type { useAsk } from '#platform/web';
import {
  Act,
  Choice,
  DateInput,
  Form,
  Notice,
  NumberInput,
  Panel,
  TextInput,
  useClock,
  useDo,
  useMe,
  useNoWords,
  useTexts,
} from '#platform/web';
import { useColleagues } from '#staff/web';
import type { addBook, addException, bookHours, setOpeningRule } from './book.api.ts';
import { bookTexts } from './book.texts.ts';
import { type Book, bookKinds, sessionKinds } from './book.ts';
import { bookSetupTexts } from './book-setup.texts.ts';
import { bookForm, exceptionForm, exceptionOf, ruleForm } from './book-setup-input.ts';

type Hours = NonNullable<ReturnType<typeof useAsk<typeof bookHours>>['data']>;
type Closing = { readonly onClose: () => void };

function useWords() {
  return useNoWords<string>({ ...useTexts(bookTexts).refusals, ...useTexts(bookSetupTexts).refusals });
}
function Save({ isBusy }: { isBusy: boolean }) {
  const text = useTexts(bookSetupTexts);
  return (
    <Act weight="first" sends keys="Ctrl Enter" isBusy={isBusy}>
      {text.save}
    </Act>
  );
}

export function BookForm({ onClose }: Closing) {
  const text = useTexts(bookSetupTexts);
  const { kinds } = useTexts(bookTexts);
  const me = useMe();
  const add = useDo<typeof addBook>('addBook');
  const words = useWords();
  const { doctors } = useColleagues();
  const near = [{ person: me.person, name: me.name }, ...me.neighbours];
  const owners = [...doctors, ...near.filter(({ person }) => !doctors.some((one) => one.person === person))];
  return (
    <Panel title={text.addBook}>
      <Form
        title={text.addBook}
        schema={bookForm}
        start={{ serves: 'doctor' }}
        sendWords={text.save}
        onSend={add.run}
        onDone={onClose}
        onCancel={onClose}
        foot={Save}
      >
        <TextInput name="name" label={text.name} width="half" isFirst />
        <Choice
          name="serves"
          label={text.serves}
          options={bookKinds.map((value) => ({ value, words: kinds[value] }))}
        />
        <Choice
          name="owner"
          label={text.owner}
          options={[
            { value: '', words: text.noOwner },
            ...owners.map(({ person, name }) => ({ value: person, words: name })),
          ]}
        />
        {add.no ? <Notice tone="stop">{words(add.no)}</Notice> : null}
      </Form>
    </Panel>
  );
}

export function RuleForm({ book, onClose }: Closing & { book: Book }) {
  const text = useTexts(bookSetupTexts);
  const today = dayOf(useClock(60_000));
  const open = useDo<typeof setOpeningRule>('setOpeningRule');
  const words = useWords();
  const [start] = useState({
    weekday: '1' as const,
    from: '08:00',
    until: '15:00',
    session: 'ordinary' as const,
    slotMinutes: 20,
    validFrom: today as string,
    everyWeeks: 1,
  });
  return (
    <Panel title={`${text.addRule}: ${book.name}`}>
      <Form
        title={text.addRule}
        schema={ruleForm}
        start={start}
        sendWords={text.save}
        onSend={(rule) => open.run({ ...rule, book: book.id })}
        onDone={onClose}
        onCancel={onClose}
        foot={Save}
      >
        <RuleFields />
        {open.no ? <Notice tone="stop">{words(open.no)}</Notice> : null}
      </Form>
    </Panel>
  );
}

function RuleFields() {
  const text = useTexts(bookSetupTexts);
  const { sessions } = useTexts(bookTexts);
  const weekdays = Object.entries(text.weekdays).map(([value, name]) => ({ value, words: name as string }));
  return (
    <>
      <Choice name="weekday" label={text.weekday} width="short" isFirst options={weekdays} />
      <TextInput name="from" label={text.from} width="short" />
      <TextInput name="until" label={text.until} width="short" />
      <Choice
        name="session"
        label={text.session}
        options={sessionKinds.map((value) => ({ value, words: sessions[value] }))}
      />
      <NumberInput name="slotMinutes" label={text.slot} />
      <NumberInput name="everyWeeks" label={text.every} />
      <DateInput name="validFrom" label={text.validFrom} />
      <DateInput name="validUntil" label={text.validUntil} />
      <NumberInput name="releaseDays" label={text.releaseDays} />
      <TextInput name="releaseAt" label={text.releaseAt} width="short" />
    </>
  );
}

type ExceptionProps = Closing & {
  readonly hours: Hours;
  readonly chosen: Book | undefined;
  readonly onStranded: (count: number) => void;
};

export function ExceptionForm({ hours, chosen, onClose, onStranded }: ExceptionProps) {
  const text = useTexts(bookSetupTexts);
  const today = dayOf(useClock(60_000));
  const add = useDo<typeof addException>('addException');
  const words = useWords();
  const [start] = useState({
    kind: 'absence' as const,
    book: chosen?.id ?? '',
    day: today as string,
    session: 'ordinary' as const,
  });
  const slotOf = (book: string | null): number =>
    hours.rules.find((rule) => rule.book === book)?.slotMinutes ?? hours.rules[0]?.slotMinutes ?? 20;
  return (
    <Panel title={text.addException}>
      <Form
        title={text.addException}
        schema={exceptionForm}
        start={start}
        sendWords={text.save}
        onSend={(form) => {
          const exception = exceptionOf(form, slotOf(form.book));
          return exception
            ? add.run(exception)
            : Promise.resolve({ ok: false as const, no: { kind: 'refused' as const, why: 'not found' as const } });
        }}
        onDone={({ stranded }) => {
          onStranded(stranded);
          onClose();
        }}
        onCancel={onClose}
        foot={Save}
      >
        <ExceptionFields hours={hours} />
        {add.no ? <Notice tone="stop">{words(add.no)}</Notice> : null}
      </Form>
    </Panel>
  );
}

function ExceptionFields({ hours }: { hours: Hours }) {
  const text = useTexts(bookSetupTexts);
  const { sessions, exceptions } = useTexts(bookTexts);
  const kinds = ['absence', 'closed day', 'extra session'] as const;
  return (
    <>
      <Choice
        name="kind"
        label={text.kind}
        isFirst
        options={kinds.map((value) => ({ value, words: exceptions[value] }))}
      />
      <Choice
        name="book"
        label={text.book}
        options={[
          { value: '', words: text.wholeClinic },
          ...hours.books.map(({ id, name }) => ({ value: id, words: name })),
        ]}
      />
      <DateInput name="day" label={text.day} />
      <DateInput name="untilDay" label={text.untilDay} />
      <TextInput name="from" label={text.from} width="short" />
      <TextInput name="until" label={text.until} width="short" />
      <Choice
        name="session"
        label={text.session}
        options={sessionKinds.map((value) => ({ value, words: sessions[value] }))}
      />
    </>
  );
}
