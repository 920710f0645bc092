/** Registering a patient: name and number first; the number fills in the birth date. */

import { useState } from 'react';
import {
  Act,
  Choice,
  DateInput,
  Form,
  Notice,
  Panel,
  TextInput,
  Tick,
  useDo,
  useGo,
  useNoWords,
  useTexts,
} from '#platform/web';
import type { registerPatient } from './patient.api.ts';
import { patientTexts } from './patient.texts.ts';
import { numberKinds } from './patient.ts';
import { registration } from './registration.ts';

export default function RegisterPatientScreen() {
  const text = useTexts(patientTexts);
  const go = useGo();
  const register = useDo<typeof registerPatient>('registerPatient');
  const words = useNoWords(text.refusals);
  const [start] = useState({ numberKind: 'fnr' as const, sex: 'unknown' as const, needsInterpreter: false });
  return (
    <Panel title={text.newPatient}>
      <Form
        title={text.newPatient}
        schema={registration}
        start={start}
        sendWords={text.register}
        onSend={register.run}
        onDone={({ id }) => go(`/patient/${id}`)}
        foot={({ isBusy }) => (
          <Act weight="first" sends keys="Ctrl Enter" isBusy={isBusy}>
            {text.register}
          </Act>
        )}
      >
        <TextInput name="number" label={text.number} width="half" isFirst digits />
        <Choice
          name="numberKind"
          label={text.numberKind}
          options={numberKinds.map((value) => ({ value, words: text.numberKinds[value] }))}
        />
        <TextInput name="numberIssuer" label={text.numberIssuer} width="half" />
        <TextInput name="familyName" label={text.familyName} width="half" />
        <TextInput name="givenName" label={text.givenName} width="half" />
        <DateInput name="birthDate" label={text.birthDate} />
        <Choice
          name="sex"
          label={text.sex}
          width="short"
          options={(['female', 'male', 'unknown'] as const).map((value) => ({ value, words: text.sexes[value] }))}
        />
        <TextInput name="phone" label={text.phone} width="half" />
        <TextInput name="address" label={text.address} />
        <TextInput name="postcode" label={text.postcode} width="short" />
        <TextInput name="place" label={text.place} width="half" />
        <Tick name="needsInterpreter" label={text.interpreter('')} />
        {register.no ? <Notice tone="stop">{words(register.no)}</Notice> : null}
      </Form>
    </Panel>
  );
}
