/** The one field that finds patient, phone, number, duty and screen, opened with `/` from anywhere. */

import { useDeferredValue, useRef, useState } from 'react';
import { Key, useAsk, useGo, useKeys, useLanguage, useTexts } from '#platform/web';
import { findDuties } from '../../commons/duties/duty-names.ts';
import type { findPatients } from '../../commons/patients/patient.api.ts';
import { PatientHit } from '../../commons/patients/patient-hit.tsx';
import { frameTexts } from './frame.texts.ts';
import { screens } from './rooms.web.ts';

type Hit = { readonly id: string; readonly path: string; readonly shown: React.ReactNode };

export function GlobalField() {
  const text = useTexts(frameTexts);
  const { language } = useLanguage();
  const go = useGo();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const asked = useDeferredValue(typed.trim());
  useKeys(text.globalLabel, [
    { keys: '/', words: text.globalLabel, does: () => field.current?.focus() },
    { keys: 'F2', words: text.globalLabel, does: () => field.current?.focus(), inFields: true },
  ]);
  const patients = useAsk<typeof findPatients>(
    'findPatients',
    { text: asked },
    { when: asked.length >= 2, keeps: true },
  );

  const patientHits: Hit[] =
    asked.length < 2
      ? []
      : (patients.data ?? []).map((one) => ({
          id: one.id,
          path: `/patient/${one.id}`,
          shown: <PatientHit patient={one} />,
        }));
  const wanted = asked.toLowerCase();
  const placeHits: Hit[] =
    asked.length < 2
      ? []
      : screens
          .filter(
            (one) =>
              !one.isInner &&
              (one.title.nb.toLowerCase().includes(wanted) || one.title.en.toLowerCase().includes(wanted)),
          )
          .slice(0, 6)
          .map((one) => ({ id: one.path, path: one.path, shown: one.title[language] }));
  const dutyHits: Hit[] =
    asked.length < 2
      ? []
      : findDuties(asked)
          .slice(0, 6)
          .map(({ id, name }) => ({
            id: `duty-${id.replace('.', '-')}`,
            path: `/duty/${id}`,
            shown: (
              <span>
                {name[language]} <span className="soft">{text.dutyOf}</span>
              </span>
            ),
          }));
  const hits = [...patientHits, ...placeHits, ...dutyHits];
  const chosen = hits[Math.min(place, hits.length - 1)];
  const open = (hit: Hit | undefined): void => {
    if (!hit) return;
    setTyped('');
    setPlace(0);
    field.current?.blur();
    go(hit.path);
  };
  const walk = (event: React.KeyboardEvent): void => {
    const steps: Record<string, () => void> = {
      ArrowDown: () => setPlace((at) => Math.min(at + 1, hits.length - 1)),
      ArrowUp: () => setPlace((at) => Math.max(at - 1, 0)),
      Enter: () => open(chosen),
      Escape: () => {
        setTyped('');
        field.current?.blur();
      },
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };
  return (
    <div className="field-global">
      <input
        ref={field}
        value={typed}
        placeholder={text.globalField}
        aria-label={text.globalLabel}
        role="combobox"
        aria-expanded={asked.length >= 2}
        aria-controls="global-hits"
        {...(chosen ? { 'aria-activedescendant': `hit-${chosen.id}` } : {})}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          setPlace(0);
        }}
        onKeyDown={walk}
      />
      <Key>/</Key>
      {asked.length >= 2 && typed !== '' ? (
        <ul id="global-hits" role="listbox" aria-label={text.globalLabel}>
          {hits.map((hit) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's own (combobox)
            <li
              key={hit.id}
              id={`hit-${hit.id}`}
              role="option"
              aria-selected={hit.id === chosen?.id}
              onClick={() => open(hit)}
            >
              {hit.shown}
            </li>
          ))}
          {hits.length === 0 && !patients.isFetching ? (
            <li role="option" aria-selected="false" aria-disabled="true">
              {text.noHits}
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}
