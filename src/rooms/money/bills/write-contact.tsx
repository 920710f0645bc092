/** A contact that no room has told of, written by hand: after a paper day, or for what was done outside the house. */

import { useState } from 'react';
import type { PersonId } from '#kernel/ids';
import type { PatientId } from '#patients';
import { Act, Notice, useDo, useKeys, useNoWords, useTexts } from '#platform/web';
import { MoneyField } from '../day-close/money-field.tsx';
import type { writeContact } from './bill.api.ts';
import { billRefusals, billScreenTexts } from './bill-screen.texts.ts';
import type { PatientBills } from './use-bills.tsx';

const kinds = ['in person', 'telephone', 'video', 'text', 'home visit'] as const;
type Props = { readonly patient: PatientId; readonly doctors: PatientBills['doctors'] };

export function WriteContact(props: Props) {
  const text = useTexts(billScreenTexts);
  const [isOpen, setOpen] = useState(false);
  useKeys(text.writeContact, [{ keys: 'n', words: text.writeContact, does: () => setOpen(true) }]);
  if (isOpen) return <ContactForm {...props} onClose={() => setOpen(false)} />;
  return (
    <Act weight="quiet" keys="N" onPress={() => setOpen(true)}>
      {text.writeContact}
    </Act>
  );
}

function ContactForm({ patient, doctors, onClose }: Props & { onClose: () => void }) {
  const text = useTexts(billScreenTexts);
  const words = useNoWords<string>(useTexts(billRefusals).refusals);
  const write = useDo<typeof writeContact>('writeContact');
  const [doctor, setDoctor] = useState<string>(doctors[0]?.person ?? '');
  const [kind, setKind] = useState<(typeof kinds)[number]>('in person');
  const [typed, setTyped] = useState('');
  const minutes = /^\d{1,3}$/.test(typed.trim()) && Number(typed) > 0 ? Number(typed) : null;
  const send = async (): Promise<void> => {
    if (!doctor) return;
    const done = await write.run({ patient, doctor: doctor as PersonId, kind, minutes });
    if (done.ok) onClose();
  };
  useKeys(text.writeContact, [
    { keys: 'Enter', words: text.save, does: () => void send(), inFields: true },
    { keys: 'Escape', words: text.close, does: onClose, inFields: true },
  ]);
  return (
    <div className="bill-form">
      <label>
        {text.contactKind}
        <select autoFocus value={kind} onChange={(event) => setKind(event.target.value as typeof kind)}>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {text.kinds[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text.doctor}
        <select value={doctor} onChange={(event) => setDoctor(event.target.value)}>
          {doctors.map(({ person, name }) => (
            <option key={person} value={person}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <MoneyField label={text.minutes} value={typed} onChange={setTyped} />
      <Act weight="first" keys="Enter" isBusy={write.isBusy} isOff={!doctor} onPress={() => void send()}>
        {text.save}
      </Act>
      <Act weight="quiet" keys="Esc" onPress={onClose}>
        {text.close}
      </Act>
      {write.no ? <Notice tone="stop">{words(write.no)}</Notice> : null}
    </div>
  );
}
