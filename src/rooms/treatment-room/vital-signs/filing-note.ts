/** The note that a measurement becomes in the record, word for word as the card shows it while it grows. */

import { rounded } from '#kernel/rounding';
import { type Language, numberIn } from '#kernel/texts';
import type { Pressure } from './blood-pressure.ts';
import { filingTexts } from './filing.texts.ts';
import type {
  Finding,
  PressureFinding,
  PressureTaken,
  SaturationTaken,
  SignsFinding,
  SignsTaken,
  Taken,
} from './measuring.ts';
import { vitalSignsTexts } from './vital-signs.texts.ts';

/** `152/94`, in whole mmHg. */
export function pressureWords({ systolicMmHg, diastolicMmHg }: Pressure): string {
  return `${rounded(systolicMmHg)}/${rounded(diastolicMmHg)}`;
}

const sentences = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(' ');

function pressureNote(taken: PressureTaken, finding: PressureFinding, language: Language): string {
  const text = filingTexts[language];
  const mean = pressureWords(finding.mean);
  const first = finding.basedOn === 1 ? text.single(mean) : text.mean(mean, taken.readings.length);
  const pulses = taken.readings.flatMap(({ pulsePerMinute }) => pulsePerMinute ?? []);
  const stop = finding.isForDoctorAtOnce && (taken.symptoms.length > 0 ? text.emergency : text.overLimit);
  return sentences(
    `${first}, ${text.arms[taken.arm]}, ${text.cuffs[taken.cuff]}.`,
    taken.readings.length > 1 && text.readings(taken.readings.map(pressureWords).join(', ')),
    pulses.length > 0 && text.pulses(pulses.join(', ')),
    taken.isPulseIrregular && text.irregular,
    text.classed(vitalSignsTexts[language].esh[finding.class.esh2023.category]),
    taken.preparation.length > 0
      ? text.prepared(taken.preparation.map((one) => text.preparations[one]).join(', '))
      : text.notPrepared,
    taken.symptoms.length > 0 && text.symptomsTold(taken.symptoms.map((one) => text.symptoms[one]).join(', ')),
    stop,
  );
}

function alarmWords(finding: SignsFinding, language: Language): string | undefined {
  const names = vitalSignsTexts[language].news2Measurements;
  return finding.alarms.length > 0
    ? filingTexts[language].alarm(finding.alarms.map((one) => names[one]).join(', '))
    : undefined;
}

function signsNote(taken: SignsTaken, finding: SignsFinding, language: Language): string {
  const text = filingTexts[language];
  const { temperature, pulsePerMinute, respirationPerMinute } = taken;
  const site = temperature && vitalSignsTexts[language].sites[temperature.site].toLowerCase();
  return sentences(
    pulsePerMinute !== undefined && text.pulse(String(pulsePerMinute)),
    taken.isPulseIrregular && text.irregular,
    temperature && text.temperature(numberIn(language, temperature.celsius, 1), site ?? ''),
    finding.temperature?.isFever && text.fever,
    finding.temperature?.isHypothermia && text.hypothermia,
    respirationPerMinute !== undefined && text.respiration(String(respirationPerMinute)),
    finding.temperature?.isInfantUrgent && text.infant,
    alarmWords(finding, language),
  );
}

function saturationNote(taken: SaturationTaken, finding: SignsFinding, language: Language): string {
  const text = filingTexts[language];
  return sentences(
    text.saturation(String(taken.percent), taken.isOnOxygen ? text.onOxygen : text.onAir),
    taken.pulsePerMinute !== undefined && text.pulse(String(taken.pulsePerMinute)),
    taken.scale === 2 && text.scale2,
    alarmWords(finding, language),
  );
}

/** The record is kept in bokmål. */
export function noteOf(taken: Taken, finding: Finding, language: Language = 'nb'): string {
  if (taken.kind === 'blood pressure')
    return finding.kind === 'blood pressure' ? pressureNote(taken, finding, language) : '';
  if (finding.kind === 'blood pressure') return '';
  return taken.kind === 'vital signs' ? signsNote(taken, finding, language) : saturationNote(taken, finding, language);
}

/** A few words for a line: `150/93`, `puls 72 · 37,2 °C`, `97 %`. */
export function shortWords(taken: Taken, finding: Finding, language: Language): string {
  if (taken.kind === 'blood pressure') return finding.kind === 'blood pressure' ? pressureWords(finding.mean) : '';
  if (taken.kind === 'saturation') return `${taken.percent} %`;
  const { temperature, pulsePerMinute, respirationPerMinute } = taken;
  const text = filingTexts[language];
  return [
    pulsePerMinute !== undefined && `${text.signs.pulse} ${pulsePerMinute}`,
    temperature && `${numberIn(language, temperature.celsius, 1)} °C`,
    respirationPerMinute !== undefined && `${text.signs.respiration} ${respirationPerMinute}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
