/** A patient as a line of a search: enough to tell two people apart. */

import { dayOf } from '#kernel/time';
import { Chip, useClock, useLanguage, useTexts } from '#platform/web';
import { patientTexts } from './patient.texts.ts';
import { fullName, type PatientLine } from './patient.ts';
import { ageWords, dayWords, numberWords } from './patient-words.ts';

export function PatientHit({ patient }: { patient: PatientLine }) {
  const text = useTexts(patientTexts);
  const { language } = useLanguage();
  const today = dayOf(useClock(60_000));
  return (
    <span className="private">
      <strong>{fullName(patient)}</strong> {ageWords(patient.birthDate, today, language)}{' '}
      <span className="soft">
        {text.birthDate.toLowerCase()} {patient.birthDate ? dayWords(patient.birthDate) : '–'}
        {patient.number ? ` · ${numberWords(patient.number, false)}` : ''} · {text.sexes[patient.sex]}
      </span>
      {patient.addressBlock ? <Chip tone="danger">{text.protectedAddress}</Chip> : null}
      {patient.state === 'dead' ? <Chip>{text.dead}</Chip> : null}
    </span>
  );
}
