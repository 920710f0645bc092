/** A reason in a few words, sent with Enter: nothing of money is changed without one. */

import { useState } from 'react';
import { Act, Notice, useKeys, useTexts } from '#platform/web';
import { billScreenTexts } from './bill-screen.texts.ts';

type Props = {
  readonly label: string;
  readonly act: string;
  readonly no: string | undefined;
  /** Another field stands before it. */
  readonly isSecond?: boolean;
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
};

export function ReasonField({ label, act, no, isSecond, onSend, onClose }: Props) {
  const text = useTexts(billScreenTexts);
  const [reason, setReason] = useState('');
  const send = (): void => {
    if (reason.trim()) onSend(reason.trim());
  };
  useKeys(act, [
    { keys: 'Enter', words: text.save, does: send, inFields: true },
    { keys: 'Escape', words: '×', does: onClose, inFields: true },
  ]);
  return (
    <div className="bill-form">
      <label className="wide">
        {label}
        <input autoFocus={!isSecond} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <Act weight="first" keys="Enter" isOff={!reason.trim()} onPress={send}>
        {act}
      </Act>
      <Act weight="quiet" keys="Esc" onPress={onClose}>
        ×
      </Act>
      {no ? <Notice tone="stop">{no}</Notice> : null}
    </div>
  );
}
