/** A new colleague: the name first; the rest where it is known and decided. */

import { useState } from 'react';
import { authorisedRoles, roles } from '#duties';
import { dutyTexts } from '#duties/web';
import { dayOf } from '#kernel/time';
import {
  Act,
  Choice,
  DateInput,
  Form,
  Notice,
  Panel,
  TextInput,
  Tick,
  useClock,
  useDo,
  useNoWords,
  useTexts,
} from '#platform/web';
import { staffTexts } from '#staff';
import type { addPerson, RosterLine } from '#staff/web';
import { newcomerForm, newcomerOf } from './newcomer-form.ts';
import { rosterTexts } from './roster.texts.ts';

export function NewcomerPanel({ people, onClose }: { people: readonly RosterLine[]; onClose: () => void }) {
  const text = useTexts(rosterTexts);
  const add = useDo<typeof addPerson>('addPerson');
  const no = useNoWords<string>(useTexts(staffTexts).refusals)(add.no);
  const today = dayOf(useClock());
  const [start] = useState({ isSpecialist: false, kind: 'employed' as const, from: today });
  return (
    <Panel title={text.newPerson}>
      <Form
        title={text.newPerson}
        schema={newcomerForm}
        start={start}
        sendWords={text.save}
        onSend={(form) => add.run(newcomerOf(form))}
        onDone={onClose}
        onCancel={onClose}
        foot={({ isBusy }) => (
          <>
            <Act weight="first" sends keys="Ctrl Enter" isBusy={isBusy}>
              {text.save}
            </Act>
            <Act weight="quiet" keys="Esc" onPress={onClose}>
              {text.close}
            </Act>
          </>
        )}
      >
        <TextInput name="givenName" label={text.givenName} width="half" isFirst />
        <TextInput name="familyName" label={text.familyName} width="half" />
        <AuthorisationFields />
        <EmploymentFields people={people} />
        {no ? <Notice tone="stop">{no}</Notice> : null}
      </Form>
    </Panel>
  );
}

function AuthorisationFields() {
  const text = useTexts(rosterTexts);
  const words = useTexts(dutyTexts);
  return (
    <fieldset className="form-part">
      <legend>{text.authorisation}</legend>
      <TextInput name="hprNumber" label={text.hprNumber} width="half" digits />
      <Choice
        name="authorisedAs"
        label={text.authorisedAs}
        options={[
          { value: '', words: text.none },
          ...authorisedRoles.map((role) => ({ value: role, words: words.roles[role] })),
        ]}
      />
      <DateInput name="authorisedFrom" label={text.authorisedFrom} />
      <DateInput name="authorisedUntil" label={text.authorisedUntil} />
      <Tick name="isSpecialist" label={text.isSpecialist} />
    </fieldset>
  );
}

function EmploymentFields({ people }: { people: readonly RosterLine[] }) {
  const text = useTexts(rosterTexts);
  const words = useTexts(dutyTexts);
  const kinds = ['employed', 'locum', 'owner', 'placement'] as const;
  return (
    <fieldset className="form-part">
      <legend>{text.employment}</legend>
      <Choice
        name="kind"
        label={text.kind}
        options={[
          { value: '', words: text.noEmployment },
          ...kinds.map((kind) => ({ value: kind, words: text.kinds[kind] })),
        ]}
      />
      <Choice
        name="role"
        label={text.roleHere}
        options={[
          { value: '', words: text.noRole },
          ...roles.map((role) => ({ value: role, words: words.roles[role] })),
        ]}
      />
      <DateInput name="from" label={text.from} />
      <DateInput name="until" label={text.untilField} />
      <TextInput name="school" label={text.school} width="half" />
      <Choice
        name="supervisor"
        label={text.supervisor}
        options={[
          { value: '', words: text.none },
          ...people
            .filter(({ worksAs }) => worksAs.length > 0)
            .map(({ id, givenName, familyName }) => ({ value: id, words: `${givenName} ${familyName}` })),
        ]}
      />
    </fieldset>
  );
}
