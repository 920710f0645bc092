/** One letter: why it waits, what it says, whose it may be, and the letter itself as it came. */

import { Radio, RadioGroup, TextField } from '@navikt/ds-react';
import { useState } from 'react';
import { sayRemark, type seeLetter, type setLetterAside } from '#exchange/web';
import type { PatientId } from '#patients';
import { type findPatients, PatientHit } from '#patients/web';
import { Act, Notice, Panel, useAsk, useDo, useKeys, useLanguage, useNoWords, useTexts } from '#platform/web';
import type { attachLetter, letterCandidates } from './incoming.api.ts';
import { incomingTexts } from './incoming.texts.ts';
import { type LetterLine, Receipt } from './letter-line.tsx';

export function LetterPanel({ letter }: { letter: LetterLine }) {
  const text = useTexts(incomingTexts);
  const { language } = useLanguage();
  const { shown, faults, remarks, standing, waitsFor, closedWords } = letter;
  const needsPerson = standing === 'waits' || standing === 'broken';
  return (
    <Panel title={shown?.laboratory ?? letter.senderName ?? text.title}>
      {waitsFor && standing === 'waits' ? <Notice tone="warning">{text.waitsFor[waitsFor] ?? waitsFor}</Notice> : null}
      {faults.length > 0 ? (
        <Notice tone="stop" title={`${text.faults}:`}>
          {faults.map(({ code, remark }) => ` ${code} ${sayRemark(language, remark)}.`)}
        </Notice>
      ) : null}
      {closedWords ? <Notice tone="info">{closedWords}</Notice> : null}
      <dl className="facts">
        <dt>{text.about}</dt>
        <dd className="private">{`${shown?.patientName ?? text.unknownPatient} ${shown?.patientNumber ?? ''}`}</dd>
        <dt>{text.receipt}</dt>
        <dd>
          <Receipt receipt={letter.receipt} />
        </dd>
      </dl>
      {shown && shown.lines.length > 0 ? (
        <ul className="lab-list" aria-label={text.content}>
          {shown.lines.slice(0, 30).map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one letter never move
            <li key={place}>{line}</li>
          ))}
        </ul>
      ) : null}
      {needsPerson ? <Place letter={letter} /> : null}
      {remarks.length > 0 ? (
        <details>
          <summary>{`${text.remarks} (${remarks.length})`}</summary>
          <ul className="lab-list">
            {[...new Set(remarks.map((one) => sayRemark(language, one)))].slice(0, 40).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <Raw letter={letter} />
    </Panel>
  );
}

function Place({ letter }: { letter: LetterLine }) {
  const text = useTexts(incomingTexts);
  const words = useNoWords<string>(text.refusals);
  const attach = useDo<typeof attachLetter>('attachLetter');
  const aside = useDo<typeof setLetterAside>('setLetterAside');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<PatientId>();
  const [reason, setReason] = useState('');
  const candidates =
    useAsk<typeof letterCandidates>('letterCandidates', { patients: [...letter.candidates] }).data ?? [];
  const found =
    useAsk<typeof findPatients>('findPatients', { text: typed }, { when: typed.trim().length > 2 }).data ?? [];
  const people = typed.trim().length > 2 ? found.slice(0, 8) : candidates;
  const canFile = (letter.shown?.lines.length ?? 0) > 0;
  const file = (): void => {
    if (chosen) void attach.run({ letter: letter.id, patient: chosen, reason });
  };
  useKeys(text.whose, [{ keys: 'Ctrl+Enter', words: text.attach, does: file, inFields: true }]);
  return (
    <div className="lab-form">
      {canFile ? (
        <>
          <TextField
            size="small"
            label={text.search}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
          <RadioGroup
            size="small"
            legend={text.whose}
            description={text.check}
            value={chosen ?? ''}
            onChange={(value: PatientId) => setChosen(value)}
          >
            {people.map((one) => (
              <Radio key={one.id} value={one.id}>
                <PatientHit patient={one} />
              </Radio>
            ))}
          </RadioGroup>
        </>
      ) : null}
      <TextField
        size="small"
        label={chosen ? text.reason : text.asideReason}
        value={reason}
        autoComplete="off"
        onChange={(event) => setReason(event.target.value)}
      />
      {attach.no ? <Notice tone="stop">{words(attach.no)}</Notice> : null}
      {aside.no ? <Notice tone="stop">{words(aside.no)}</Notice> : null}
      <div className="lab-form-row">
        {canFile ? (
          <Act
            weight="first"
            keys="Ctrl+Enter"
            onPress={file}
            isBusy={attach.isBusy}
            isOff={!chosen || reason.trim().length < 3}
          >
            {text.attach}
          </Act>
        ) : null}
        <Act
          onPress={() => void aside.run({ letter: letter.id, reason })}
          isBusy={aside.isBusy}
          isOff={reason.trim().length < 3}
        >
          {text.aside}
        </Act>
      </div>
    </div>
  );
}

function Raw({ letter }: { letter: LetterLine }) {
  const text = useTexts(incomingTexts);
  const [isShown, setShown] = useState(false);
  const seen = useAsk<typeof seeLetter>('seeLetter', { letter: letter.id }, { when: isShown });
  return (
    <>
      <p>
        <Act weight="quiet" onPress={() => setShown(!isShown)}>
          {isShown ? text.hideRaw : text.raw}
        </Act>
      </p>
      {isShown && seen.data ? <pre className="lab-raw private">{seen.data.text}</pre> : null}
    </>
  );
}
