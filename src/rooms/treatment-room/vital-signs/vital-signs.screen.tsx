/** Measuring at the chair: blood pressure, pulse and temperature, saturation, on one card. */

import { useState } from 'react';
import { ageInMonthsOn, ageOn, dayOf } from '#kernel/time';
import type { PatientId } from '#patients';
import { PatientBanner, patientColour, type seePatient } from '#patients/web';
import {
  Notice,
  Panel,
  type ScreenProps,
  useAsk,
  useClock,
  useGo,
  useKeys,
  useMe,
  useNoWords,
  useTexts,
} from '#platform/web';
import { cardTexts } from './card.texts.ts';
import { filingTexts } from './filing.texts.ts';
import { answers } from './filing.ts';
import type { AgeAtMeasuring, Taken } from './measuring.ts';
import { Filed, Toggle } from './measuring-card.tsx';
import { lettersAre } from './number-field.tsx';
import { PressureCard } from './pressure-card.tsx';
import { SignsCard } from './signs-card.tsx';
import { type FiledAnswer, type OpenOrder, type SeenSigns, useSigns } from './use-filing.tsx';
import '../card.css';

const kinds = ['blood pressure', 'vital signs', 'saturation'] as const satisfies readonly Taken['kind'][];
const kindKeys = { 'blood pressure': 'b', 'vital signs': 't', saturation: 'o' } as const;

export default function VitalSignsScreen({ params }: ScreenProps) {
  const patient = params.patient as PatientId;
  const text = useTexts(cardTexts);
  const seen = useSigns(patient);
  const noWords = useNoWords<string>({});
  return (
    <>
      <PatientBanner patient={patient} />
      {seen.data ? (
        <Measuring key={patient} patient={patient} seen={seen.data} />
      ) : (
        <Panel title={text.title}>{seen.error ? <Notice tone="stop">{noWords(seen.error.no)}</Notice> : ' '}</Panel>
      )}
    </>
  );
}

/** What is ordered is what one starts with. */
function firstKind(seen: SeenSigns): Taken['kind'] {
  const asked = seen.open.at(-1)?.item.code;
  return kinds.find((kind) => answers[kind] === asked) ?? 'blood pressure';
}

function useAge(patient: PatientId): AgeAtMeasuring {
  const today = dayOf(useClock(60_000));
  const known = useAsk<typeof seePatient>('seePatient', { patient }, { hears: ['PatientChanged'] });
  const born = known.data?.patient.birthDate;
  return born ? { years: ageOn(born, today), months: ageInMonthsOn(born, today) } : {};
}

function Measuring({ patient, seen }: { patient: PatientId; seen: SeenSigns }) {
  const text = useTexts(cardTexts);
  const words = useTexts(filingTexts);
  const go = useGo();
  const me = useMe();
  const age = useAge(patient);
  const [kind, setKind] = useState(() => firstKind(seen));
  const [filed, setFiled] = useState<FiledAnswer>();
  const letters = kinds.map((one) => ({ keys: kindKeys[one], words: words.kinds[one], does: () => setKind(one) }));
  useKeys(text.choose, [
    ...letters,
    ...(filed
      ? [
          { keys: 'Enter', words: text.toList, does: () => go('/treatment') },
          { keys: 'p', words: text.toPatient, does: () => go(`/patient/${patient}`) },
        ]
      : []),
  ]);
  if (filed) return <Filed isStop={filed.isForDoctorAtOnce} patient={patient} isPupil={me.roles.includes('pupil')} />;
  const card = {
    ...{ patient, seen, colour: patientColour(patient), onFiled: setFiled },
    doctorName: (order: OpenOrder | undefined) => (order ? (seen.names[order.doctor] ?? '') : ''),
  };
  return (
    <>
      <nav className="room-menu" aria-label={text.choose}>
        {kinds.map((one) => (
          <Toggle key={one} isOn={kind === one} keys={kindKeys[one].toUpperCase()} onPress={() => setKind(one)}>
            {words.kinds[one]}
          </Toggle>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: letters typed in a number choose what is measured, as the buttons above do */}
      <div className="card-around" onKeyDown={lettersAre(letters)}>
        {kind === 'blood pressure' ? (
          <PressureCard {...card} />
        ) : (
          <SignsCard key={kind} {...card} kind={kind} age={age} />
        )}
      </div>
    </>
  );
}
