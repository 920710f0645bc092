/** A doctor offers a delegation: to whom, what, for whom, when to stop, until when. */

import { useState } from 'react';
import { dayOf } from '#kernel/time';
import {
  Act,
  Choice,
  DateInput,
  Form,
  LongText,
  Notice,
  NumberInput,
  Panel,
  TextInput,
  useAsk,
  useClock,
  useDo,
  useLanguage,
  useMe,
  useNoWords,
  useTexts,
} from '#platform/web';
import { staffTexts } from '#staff';
import type { offerDelegation, roster } from '#staff/web';
import { deskTexts } from './delegations-desk.texts.ts';
import { delegableDuties, offerForm, offerOf } from './offer-form.ts';

export function OfferPanel({ onClose }: { onClose: () => void }) {
  const text = useTexts(deskTexts);
  const people = useAsk<typeof roster>('roster', {});
  return (
    <Panel title={text.offerTitle}>
      {people.data ? <OfferForm people={people.data} onClose={onClose} /> : <p>…</p>}
    </Panel>
  );
}

type People = readonly {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly worksAs: readonly string[];
}[];

function OfferForm({ people, onClose }: { people: People; onClose: () => void }) {
  const text = useTexts(deskTexts);
  const offer = useDo<typeof offerDelegation>('offerDelegation');
  const no = useNoWords<string>(useTexts(staffTexts).refusals)(offer.no);
  const today = dayOf(useClock());
  const [start] = useState({ from: today, until: null, atMost: null });
  return (
    <Form
      title={text.offerTitle}
      schema={offerForm}
      start={start}
      sendWords={text.send}
      onSend={(form) => offer.run(offerOf(form))}
      onDone={onClose}
      onCancel={onClose}
      foot={({ isBusy }) => (
        <>
          <Act weight="first" sends keys="Ctrl Enter" isBusy={isBusy}>
            {text.send}
          </Act>
          <Act weight="quiet" keys="Esc" onPress={onClose}>
            {text.close}
          </Act>
        </>
      )}
    >
      <OfferFields people={people} />
      {no ? <Notice tone="stop">{no}</Notice> : null}
    </Form>
  );
}

function OfferFields({ people }: { people: People }) {
  const text = useTexts(deskTexts);
  const { language } = useLanguage();
  const me = useMe();
  const whom = people.filter(({ id, worksAs }) => id !== me.person && worksAs.length > 0);
  return (
    <>
      <Choice
        name="delegate"
        label={text.offerTo}
        isFirst
        options={[
          { value: '', words: text.chooseOne },
          ...whom.map(({ id, givenName, familyName }) => ({ value: id, words: `${givenName} ${familyName}` })),
        ]}
      />
      <Choice
        name="duty"
        label={text.duty}
        options={[
          { value: '', words: text.chooseOne },
          ...delegableDuties.map(({ id, name }) => ({ value: id, words: name[language] })),
        ]}
      />
      <TextInput name="task" label={text.offerTask} />
      <TextInput name="patients" label={text.offerPatients} />
      <LongText name="stopRules" label={text.offerStop} rows={2} />
      <DateInput name="from" label={text.offerFrom} />
      <DateInput name="until" label={text.offerUntil} hint={text.offerUntilHint} width="half" />
      <NumberInput name="atMost" label={text.offerAtMost} />
    </>
  );
}
