/** The patient banner: who is open, and what must be known before anything is done. */

import { useState } from 'react';
import { dayOf } from '#kernel/time';
import { Chip, Key, SlotPlace, useAsk, useClock, useKeys, useLanguage, useTexts } from '#platform/web';
import { patientBannerSlot } from '#slots';
import type { seePatient } from './patient.api.ts';
import { patientTexts } from './patient.texts.ts';
import { fullName, type Patient, type PatientId } from './patient.ts';
import { ageWords, dayWords, numberWords, patientColour } from './patient-words.ts';

export function PatientBanner({ patient: id }: { patient: PatientId }) {
  const text = useTexts(patientTexts);
  const seen = useAsk<typeof seePatient>('seePatient', { patient: id }, { hears: ['PatientChanged'] });
  if (!seen.data)
    return (
      <div className="banner" aria-busy="true">
        {seen.error ? text.notFound : ' '}
      </div>
    );
  const { patient, sameBirthDate } = seen.data;
  const alike = sameBirthDate.filter(({ familyName }) => familyName === patient.familyName);
  return (
    <div className="banner" style={{ borderLeftColor: patientColour(id) }}>
      <Identity patient={patient} />
      <Warnings patient={patient} />
      {alike.length > 0 ? <Chip tone="warning">{text.lookAlike(alike.map(fullName).join('; '))}</Chip> : null}
      <SlotPlace of={patientBannerSlot} with={{ patient: id }} />
    </div>
  );
}

function Identity({ patient }: { patient: Patient }) {
  const text = useTexts(patientTexts);
  const { language } = useLanguage();
  const [isShown, setShown] = useState(false);
  const today = dayOf(useClock(60_000));
  useKeys(text.patient, [{ keys: 'v', words: text.showNumber, does: () => setShown(!isShown) }]);
  return (
    <>
      <h1 className="private">{fullName(patient)}</h1>
      <span>
        {ageWords(patient.birthDate, today, language)} · {text.sexes[patient.sex]}
      </span>
      {patient.birthDate && isShown ? <span>{dayWords(patient.birthDate)}</span> : null}
      {patient.number ? (
        <button
          type="button"
          className="plain-button"
          onClick={() => setShown(!isShown)}
          title={text.showNumber}
          aria-pressed={isShown}
        >
          {text.numberKinds[patient.numberKind]} {numberWords(patient.number, !isShown)} <Key>V</Key>
        </button>
      ) : (
        <span>{text.numberKinds.none}</span>
      )}
    </>
  );
}

function Warnings({ patient }: { patient: Patient }) {
  const text = useTexts(patientTexts);
  return (
    <>
      {patient.cave.length > 0 ? (
        <Chip tone="danger">{text.cave(patient.cave.map(({ substance }) => substance).join(', '))}</Chip>
      ) : null}
      {patient.infection ? <Chip tone="warning">{`${text.infection}: ${patient.infection}`}</Chip> : null}
      {patient.needsInterpreter ? <Chip tone="info">{text.interpreter(patient.language ?? '')}</Chip> : null}
      {patient.addressBlock ? <Chip tone="danger">{text.protectedAddress}</Chip> : null}
      {patient.frikortUntil ? <Chip>{text.frikortUntil(dayWords(patient.frikortUntil))}</Chip> : null}
    </>
  );
}
