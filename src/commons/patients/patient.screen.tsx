/** One patient: the banner, contact, and what the rooms know of them. */

import { GoTo, Panel, type ScreenProps, SlotPlace, useAsk, useTexts } from '#platform/web';
import { patientPanelSlot } from '#slots';
import { ContactPanel } from './contact-panel.tsx';
import type { seePatient } from './patient.api.ts';
import { patientTexts } from './patient.texts.ts';
import type { PatientId } from './patient.ts';
import { PatientBanner } from './patient-banner.tsx';
import { patientColour } from './patient-words.ts';

export default function PatientScreen({ params }: ScreenProps) {
  const text = useTexts(patientTexts);
  const patient = params.patient as PatientId;
  const seen = useAsk<typeof seePatient>('seePatient', { patient }, { hears: ['PatientChanged'] });
  const colour = patientColour(patient);
  if (seen.error) {
    return (
      <Panel title={text.patient}>
        <p>
          {text.notFound} <GoTo path="/new-patient">{text.newPatient}</GoTo>
        </p>
      </Panel>
    );
  }
  return (
    <>
      <PatientBanner patient={patient} />
      <div className="columns columns-even">
        <SlotPlace of={patientPanelSlot} with={{ patient, colour }} />
        {seen.data ? <ContactPanel patient={seen.data.patient} colour={colour} /> : null}
      </div>
    </>
  );
}
