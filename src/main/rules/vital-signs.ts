/** Vectors of blood pressure, temperature, NEWS2 and the orthostatic tests. */

import { judgeOrthostatic, type PostureReading } from '../../rooms/treatment-room/orthostatic/orthostatic-test.ts';
import { judgeSitToStand } from '../../rooms/treatment-room/orthostatic/sit-to-stand.ts';
import {
  meanArterialOf,
  officeMeanOf,
  type Pressure,
  pressureClassOf,
  readPressure,
} from '../../rooms/treatment-room/vital-signs/blood-pressure.ts';
import { homePressureOf } from '../../rooms/treatment-room/vital-signs/home-blood-pressure.ts';
import {
  type Consciousness,
  type News2Observations,
  news2Of,
  news2PartsOf,
} from '../../rooms/treatment-room/vital-signs/news2.ts';
import {
  judgeTemperature,
  type TemperatureSite,
  temperatureSites,
} from '../../rooms/treatment-room/vital-signs/temperature.ts';
import {
  flagAt,
  type Inputs,
  listAt,
  numberAt,
  numberOrNaN,
  numbersAt,
  numbersIn,
  type Outputs,
  type RuleSet,
  textAt,
} from './rule-set.ts';

function pressureIn(numbers: readonly number[]): Pressure {
  const [systolicMmHg = Number.NaN, diastolicMmHg = Number.NaN] = numbers;
  return { systolicMmHg, diastolicMmHg };
}

const readIn = (inputs: Inputs) => readPressure(numberOrNaN(inputs, 'sbp'), numberOrNaN(inputs, 'dbp'));

function pressureClass(inputs: Inputs): Outputs {
  const read = readIn(inputs);
  return read.ok ? { ...pressureClassOf(read.value) } : { esh2023: null, esc2024: null, error: read.why };
}

function officeMean(inputs: Inputs): Outputs {
  const readings = listAt(inputs, 'readings').map((reading) => pressureIn(numbersIn(reading, 'readings')));
  const answer = officeMeanOf(readings);
  if (!answer.ok) return { sbp: null, dbp: null, error: answer.why };
  const { mean, takeMore } = answer.value;
  return { sbp: mean.systolicMmHg, dbp: mean.diastolicMmHg, takeMore };
}

function homePressure(inputs: Inputs): Outputs {
  const days = listAt(inputs, 'days').map((day) =>
    Array.isArray(day) ? day.map((reading) => pressureIn(numbersIn(reading, 'days'))) : [],
  );
  const answer = homePressureOf(days, { discardFirstDay: flagAt(inputs, 'discardFirstDay') ?? true });
  if (!answer.ok) return { sbp: null, dbp: null, n: 0, hypertension: null, enoughDays: false };
  const { mean, readings, isHypertensive, hasEnoughDays } = answer.value;
  return {
    sbp: mean.systolicMmHg,
    dbp: mean.diastolicMmHg,
    n: readings,
    hypertension: isHypertensive,
    enoughDays: hasEnoughDays,
  };
}

function meanArterial(inputs: Inputs): Outputs {
  const read = readIn(inputs);
  if (!read.ok) return { map: null, pulsePressure: null, error: read.why };
  const { meanArterialMmHg, pulsePressureMmHg } = meanArterialOf(read.value);
  return { map: meanArterialMmHg, pulsePressure: pulsePressureMmHg };
}

function fever(inputs: Inputs): Outputs {
  const named = textAt(inputs, 'site');
  const site: TemperatureSite = temperatureSites.find((each) => each === named) ?? 'rectal';
  const answer = judgeTemperature(
    { celsius: numberOrNaN(inputs, 'temperatureC'), site },
    numberAt(inputs, 'ageMonths'),
  );
  if (!answer.ok) return { fever: null, hypothermia: null, infantUrgent: null };
  const { isFever, isHypothermia, isInfantUrgent } = answer.value;
  return { fever: isFever, hypothermia: isHypothermia, infantUrgent: isInfantUrgent };
}

function observationsIn(inputs: Inputs): News2Observations {
  const acvpu = textAt(inputs, 'acvpu');
  const known: readonly Consciousness[] = ['A', 'C', 'V', 'P', 'U'];
  return {
    respirationPerMinute: numberAt(inputs, 'rr'),
    saturationPercent: numberAt(inputs, 'spo2'),
    saturationScale: numberAt(inputs, 'scale') === 2 ? 2 : 1,
    isOnOxygen: flagAt(inputs, 'onOxygen'),
    systolicMmHg: numberAt(inputs, 'sbp'),
    pulsePerMinute: numberAt(inputs, 'pulse'),
    consciousness: known.find((level) => level === acvpu),
    celsius: numberAt(inputs, 'temp'),
  };
}

function news2(inputs: Inputs): Outputs {
  const observed = observationsIn(inputs);
  const { respiration, saturation, systolic, temperature, ...same } = news2PartsOf(observed);
  const parts = { ...same, rr: respiration, spo2: saturation, sbp: systolic, temp: temperature };
  const score = news2Of(observed, { ageYears: numberAt(inputs, 'ageYears'), isPregnant: flagAt(inputs, 'pregnant') });
  return score.ok ? { parts, total: score.value.total, risk: score.value.risk } : { parts, total: null, risk: null };
}

function postureIn(numbers: readonly number[]): PostureReading {
  return { ...pressureIn(numbers), pulsePerMinute: numbers[2] };
}

function orthostatic(inputs: Inputs): Outputs {
  const standing = Object.entries(inputs.standing ?? {}).map(([minute, reading]) => ({
    minute: Number(minute),
    ...postureIn(numbersIn(reading, 'standing')),
  }));
  const answer = judgeOrthostatic({
    ageYears: numberOrNaN(inputs, 'ageYears'),
    supine: postureIn(numbersAt(inputs, 'supine')),
    standing,
    hasSupineHypertension: flagAt(inputs, 'supineHypertension'),
  });
  if (!answer.ok) return { orthostaticHypotension: null, criteria: null, error: answer.why };
  return {
    orthostaticHypotension: answer.value.isHypotension,
    criteria: answer.value.criteria,
    delayed: answer.value.isDelayed,
    maxHeartRateRise: answer.value.maxPulseRise,
    potsHeartRateCriterion: answer.value.meetsPotsPulse,
    hrSbpRatioAt3min: answer.value.pulsePerMmHgAt3Min,
  };
}

function sitToStand(inputs: Inputs): Outputs {
  const sitting = pressureIn(numbersAt(inputs, 'sitting'));
  return { positive: judgeSitToStand(sitting, pressureIn(numbersAt(inputs, 'standing'))).isPositive };
}

export const vitalSignsRules: RuleSet = {
  'vitals.bpClass': pressureClass,
  'vitals.bpOfficeMean': officeMean,
  'vitals.homeBp': homePressure,
  'vitals.map': meanArterial,
  'vitals.fever': fever,
  'vitals.news2': news2,
  'vitals.orthostatic': orthostatic,
  'vitals.sitToStand': sitToStand,
};
