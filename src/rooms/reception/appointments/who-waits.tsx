/** A person on a list of the desk: name and age, or the year of birth where the address is protected. */

import { dayOf } from '#kernel/time';
import type { PatientLine } from '#patients';
import { ageWords } from '#patients/web';
import { Chip, useClock, useLanguage, useTexts } from '#platform/web';
import { waitingDeskTexts } from './waiting-desk.texts.ts';

type Person = Pick<PatientLine, 'familyName' | 'givenName' | 'addressBlock'> & Partial<Pick<PatientLine, 'birthDate'>>;

export function WhoWaits({ patient }: { patient: Person | undefined }) {
  const desk = useTexts(waitingDeskTexts);
  const { language } = useLanguage();
  const today = dayOf(useClock(60_000));
  if (!patient) return null;
  const { addressBlock, birthDate = null } = patient;
  if (addressBlock === 6 || addressBlock === 7) {
    return (
      <span className="private">
        <Chip tone="danger">{desk.blocked}</Chip> {birthDate?.slice(0, 4) ?? ''}
      </span>
    );
  }
  return (
    <span className="private">
      {patient.familyName}, {patient.givenName} <span className="soft">{ageWords(birthDate, today, language)}</span>
    </span>
  );
}
