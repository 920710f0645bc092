/** How the patient is reached, and whether it was confirmed lately. */

import { useState } from 'react';
import { groupedTelephone, type TelephoneNumber } from '#kernel/telephone';
import { dayOf } from '#kernel/time';
import { Act, Form, Notice, Panel, TextInput, useDo, useNoWords, useTexts } from '#platform/web';
import type { confirmContact } from './patient.api.ts';
import { patientTexts } from './patient.texts.ts';
import type { Patient } from './patient.ts';
import { dayWords } from './patient-words.ts';
import { contactFields } from './registration.ts';

export function ContactPanel({ patient, colour }: { patient: Patient; colour: string }) {
  const text = useTexts(patientTexts);
  const [isOpen, setOpen] = useState(false);
  const confirm = useDo<typeof confirmContact>('confirmContact');
  const words = useNoWords(text.refusals);
  const confirmed = patient.contactConfirmedAt ? dayWords(dayOf(patient.contactConfirmedAt)) : '–';
  const place = [patient.address, [patient.postcode, patient.place].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  return (
    <Panel title={text.contact} patientColour={colour} aside={`${text.confirmContact}: ${confirmed}`}>
      {isOpen ? (
        <Form
          title={text.contact}
          schema={contactFields}
          start={patient}
          sendWords={text.confirmContact}
          onSend={(input) => confirm.run({ ...input, patient: patient.id })}
          onDone={() => setOpen(false)}
          onCancel={() => setOpen(false)}
          foot={({ isBusy }) => (
            <Act weight="first" sends keys="Ctrl Enter" isBusy={isBusy}>
              {text.confirmContact}
            </Act>
          )}
        >
          <TextInput name="phone" label={text.phone} width="half" isFirst />
          <TextInput name="email" label={text.email} width="half" />
          <TextInput name="address" label={text.address} />
          <TextInput name="postcode" label={text.postcode} width="short" />
          <TextInput name="place" label={text.place} width="half" />
          {confirm.no ? <Notice tone="stop">{words(confirm.no)}</Notice> : null}
        </Form>
      ) : (
        <>
          <dl className="facts">
            <dt>{text.phone}</dt>
            <dd className="private">{patient.phone ? groupedTelephone(patient.phone as TelephoneNumber) : '–'}</dd>
            <dt>{text.email}</dt>
            <dd className="private">{patient.email ?? '–'}</dd>
            <dt>{text.address}</dt>
            <dd className="private">{patient.addressBlock ? text.protectedAddress : place || '–'}</dd>
          </dl>
          <p>
            <Act onPress={() => setOpen(true)}>{text.edit}</Act>
          </p>
        </>
      )}
    </Panel>
  );
}
