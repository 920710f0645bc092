/** The words of measuring at the chair: the note in the record, the card, and its refusals. */

import { texts } from '#kernel/texts';
import type { FilingRefusal } from './filing.ts';
import type { Sign } from './measurable.table.ts';
import type { AlarmingSymptom, Arm, Cuff, MeasuringRefusal, Preparation, Taken } from './measuring.ts';

const signNames: Readonly<Record<'nb' | 'en', Readonly<Record<Sign, string>>>> = {
  nb: {
    systolic: 'systolisk trykk',
    diastolic: 'diastolisk trykk',
    pulse: 'puls',
    celsius: 'temperatur',
    respiration: 'respirasjon',
    saturation: 'oksygenmetning',
  },
  en: {
    systolic: 'systolic pressure',
    diastolic: 'diastolic pressure',
    pulse: 'pulse',
    celsius: 'temperature',
    respiration: 'respiration',
    saturation: 'oxygen saturation',
  },
};

export const filingTexts = texts({
  nb: {
    kinds: {
      'blood pressure': 'Blodtrykk',
      'vital signs': 'Puls, temperatur, pust',
      saturation: 'Oksygenmetning',
    } satisfies Record<Taken['kind'], string>,
    signs: signNames.nb,
    arms: { right: 'høyre arm', left: 'venstre arm' } satisfies Record<Arm, string>,
    cuffs: {
      small: 'liten mansjett',
      standard: 'normal mansjett',
      large: 'stor mansjett',
      'extra large': 'ekstra stor mansjett',
    } satisfies Record<Cuff, string>,
    preparations: {
      rested: 'hvilt i fem minutter',
      seated: 'sittende med støtte i ryggen',
      'arm supported': 'armen støttet i hjertehøyde',
      silent: 'uten å snakke',
    } satisfies Record<Preparation, string>,
    symptoms: {
      'chest pain': 'brystsmerter',
      breathless: 'tungpust',
      headache: 'sterk hodepine',
      vision: 'synsforstyrrelse',
      weakness: 'lammelse eller talevansker',
      confusion: 'forvirring',
    } satisfies Record<AlarmingSymptom, string>,
    mean: (mean: string, of: number) =>
      of === 2
        ? `Blodtrykk ${mean} mmHg, gjennomsnitt av to målinger`
        : `Blodtrykk ${mean} mmHg, gjennomsnitt av de to siste av ${of} målinger`,
    single: (mean: string) => `Blodtrykk ${mean} mmHg, én måling`,
    readings: (list: string) => `Målinger: ${list}.`,
    pulses: (list: string) => `Puls ${list}.`,
    pulse: (value: string) => `Puls ${value}.`,
    irregular: 'Uregelmessig puls.',
    classed: (name: string) => `${name} (ESH 2023).`,
    prepared: (list: string) => `Målt ${list}.`,
    notPrepared: 'Hvile og stilling er ikke bekreftet.',
    symptomsTold: (list: string) => `Symptomer: ${list}.`,
    overLimit: 'Over grensen 180/110: gitt videre til legene som hastesak.',
    emergency: 'Svært høyt trykk med symptomer: gitt videre til legene som hastesak.',
    temperature: (value: string, site: string) => `Temperatur ${value} °C (${site}).`,
    fever: 'Feber.',
    hypothermia: 'Hypotermi.',
    respiration: (value: string) => `Respirasjon ${value} per minutt.`,
    saturation: (value: string, air: string) => `Oksygenmetning ${value} %, ${air}.`,
    onAir: 'romluft',
    onOxygen: 'med oksygen',
    scale2: 'Vurdert mot målområde 88–92 % etter legens ordinasjon.',
    alarm: (what: string) => `${what} gir alene 3 poeng i NEWS2: gitt videre til legene som hastesak.`,
    infant: 'Feber hos barn under tre måneder: gitt videre til legene som hastesak.',
    doctorNow: (what: string) => `${what}: lege nå`,
    refusals: {
      'no readings': 'Skriv inn minst én verdi.',
      'not a number': 'Verdien er ikke et tall.',
      'diastolic not below systolic': 'Det diastoliske trykket må være lavere enn det systoliske.',
      'cannot be measured': ({ sign, value }: { sign?: Sign; value?: number }) =>
        `${value ?? 'Verdien'} kan ikke være ${sign ? signNames.nb[sign] : 'riktig'}. Mål eller skriv på nytt.`,
      'order not found': 'Ordinasjonen finnes ikke.',
      'order of another patient': 'Ordinasjonen gjelder en annen pasient. Ingenting er ført.',
      'not what was ordered': 'Ordinasjonen gjelder noe annet enn det som er målt.',
    } satisfies Record<MeasuringRefusal | FilingRefusal, unknown>,
  },
  en: {
    kinds: {
      'blood pressure': 'Blood pressure',
      'vital signs': 'Pulse, temperature, breathing',
      saturation: 'Oxygen saturation',
    },
    signs: signNames.en,
    arms: { right: 'right arm', left: 'left arm' },
    cuffs: {
      small: 'small cuff',
      standard: 'standard cuff',
      large: 'large cuff',
      'extra large': 'extra large cuff',
    },
    preparations: {
      rested: 'rested for five minutes',
      seated: 'seated with the back supported',
      'arm supported': 'arm supported at heart level',
      silent: 'without talking',
    },
    symptoms: {
      'chest pain': 'chest pain',
      breathless: 'breathless',
      headache: 'severe headache',
      vision: 'disturbed vision',
      weakness: 'paralysis or trouble speaking',
      confusion: 'confusion',
    },
    mean: (mean, of) =>
      of === 2
        ? `Blood pressure ${mean} mmHg, mean of two readings`
        : `Blood pressure ${mean} mmHg, mean of the last two of ${of} readings`,
    single: (mean) => `Blood pressure ${mean} mmHg, one reading`,
    readings: (list) => `Readings: ${list}.`,
    pulses: (list) => `Pulse ${list}.`,
    pulse: (value) => `Pulse ${value}.`,
    irregular: 'Irregular pulse.',
    classed: (name) => `${name} (ESH 2023).`,
    prepared: (list) => `Measured ${list}.`,
    notPrepared: 'Rest and posture are not confirmed.',
    symptomsTold: (list) => `Symptoms: ${list}.`,
    overLimit: 'Above the limit 180/110: passed on to the doctors as urgent.',
    emergency: 'Very high pressure with symptoms: passed on to the doctors as urgent.',
    temperature: (value, site) => `Temperature ${value} °C (${site}).`,
    fever: 'Fever.',
    hypothermia: 'Hypothermia.',
    respiration: (value) => `Respiration ${value} a minute.`,
    saturation: (value, air) => `Oxygen saturation ${value} %, ${air}.`,
    onAir: 'on air',
    onOxygen: 'with oxygen',
    scale2: 'Judged against the target 88–92 % as the doctor has ordered.',
    alarm: (what) => `${what} alone has 3 points of NEWS2: passed on to the doctors as urgent.`,
    infant: 'Fever in a child under three months: passed on to the doctors as urgent.',
    doctorNow: (what) => `${what}: doctor now`,
    refusals: {
      'no readings': 'Enter at least one value.',
      'not a number': 'The value is not a number.',
      'diastolic not below systolic': 'The diastolic pressure must be below the systolic.',
      'cannot be measured': ({ sign, value }) =>
        `${value ?? 'The value'} cannot be a right ${sign ? signNames.en[sign] : 'value'}. Measure or type again.`,
      'order not found': 'There is no such order.',
      'order of another patient': 'The order is another patient’s. Nothing was filed.',
      'not what was ordered': 'The order is for something else than what was measured.',
    },
  },
});
