/** Picking a diagnosis by code or everyday word; the list stands on the server. */

import { useDeferredValue, useState } from 'react';
import { useAsk, useTexts } from '#platform/web';
import type { DiagnosisCode } from './diagnosis-code.ts';
import type { findDiagnosis } from './journal.api.ts';
import { journalScreenTexts } from './journal-screen.texts.ts';

type Props = { readonly codes: readonly DiagnosisCode[]; readonly onChange: (codes: readonly DiagnosisCode[]) => void };

export function DiagnosisPick({ codes, onChange }: Props) {
  const text = useTexts(journalScreenTexts);
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const isAsking = asked.length >= 2;
  const { data } = useAsk<typeof findDiagnosis>('findDiagnosis', { text: asked }, { when: isAsking, keeps: true });
  const hits = isAsking && typed !== '' ? (data ?? []).slice(0, 6) : [];
  const add = (code: string | undefined): void => {
    if (!code) return;
    if (!codes.some((one) => one.code === code)) onChange([...codes, { system: 'ICPC-2', code }]);
    setTyped('');
  };
  return (
    <div className="note-line">
      {codes.map(({ code }) => (
        <button
          key={code}
          type="button"
          className="note-pick"
          aria-label={text.remove(code)}
          onClick={() => onChange(codes.filter((one) => one.code !== code))}
        >
          <strong>{code}</strong> ×
        </button>
      ))}
      <input
        value={typed}
        aria-label={text.diagnosis}
        placeholder={`${text.diagnosis}: ${text.diagnosisHint}`}
        size={38}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return;
          event.preventDefault();
          add(hits[0]?.code);
        }}
      />
      {hits.length > 0 ? (
        <ul className="note-hits">
          {hits.map(({ code, name }, place) => (
            <li key={code}>
              <button type="button" className="note-pick" data-first={place === 0} onClick={() => add(code)}>
                <strong>{code}</strong> {name}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
