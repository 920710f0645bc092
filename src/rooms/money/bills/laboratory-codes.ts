/** Codes for samples and analyses: what the consultation includes, what was analysed here, and what was sent where. */

import { ageOn, dayOf } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { type Tariff, takstOf } from '../tariffs/takst.ts';
import { smallChild } from '../tariffs/tariff-rule.table.ts';
import { block, type Draft, emptyDraft, note, suggest, together } from './draft.ts';
import { authorityMissing, isMeeting, type VisitFacts, type Work } from './visit-facts.ts';
import { type AnalysisRow, analyses, ecgMaterial } from './work.table.ts';

type Sampling = Extract<Work, { kind: 'sampling' }>;
type Analysis = Extract<Work, { kind: 'analysis' }>;

export function analysisOf(analyte: string, { at }: VisitFacts): AnalysisRow | undefined {
  return validOn(analyses, dayOf(at))?.value.find((row) => row.analyte === analyte);
}

function analysisDraft(analysis: Analysis, facts: VisitFacts): Draft {
  const row = analysisOf(analysis.analyte, facts);
  if (!row) return note('no code for the analysis', { what: analysis.analyte });
  const about = { what: row.analyte };
  if (row.code === null)
    return isMeeting(facts) ? block(row.analyte, 'included in the consultation', about) : emptyDraft;
  const missing = authorityMissing(analysis.by);
  return missing ? block(row.code, missing, about) : suggest(row.code, 'analysed here', about);
}

/** Samples that by themselves carry 701a: what was sent out, and what was analysed here for a code. */
function carriesSampleTaking(work: Work, facts: VisitFacts): boolean {
  if (work.kind === 'sampling') return work.consignments.length > 0 && !authorityMissing(work.by);
  if (work.kind !== 'analysis' || work.sample !== 'taken here' || authorityMissing(work.by)) return false;
  return analysisOf(work.analyte, facts)?.sampleTaking === 'always';
}

/** Hb, ESR, white cells or urine sticks alone, outside a consultation: 1e until 30 June 2026, inside 701a since. */
function simpleTestsAlone(facts: VisitFacts, tariff: Tariff): Draft {
  if (isMeeting(facts)) return emptyDraft;
  const test = facts.work.find(
    (work): work is Analysis =>
      work.kind === 'analysis' &&
      !authorityMissing(work.by) &&
      analysisOf(work.analyte, facts)?.sampleTaking === 'alone',
  );
  if (!test) return emptyDraft;
  const own = validOn(takstOf(tariff, '1e')?.prices ?? [], dayOf(facts.at));
  return suggest(own ? '1e' : '701a', 'sample taken', { what: test.analyte });
}

/** 701c for each further consignment; several samples of one material to one laboratory are one (note F1). */
function consignmentDraft(samplings: readonly Sampling[]): Draft {
  const sent = samplings.flatMap(({ consignments }) => consignments);
  const distinct = new Set(sent.map(({ laboratory, material }) => `${laboratory}\n${material}`)).size;
  const same = sent.length > distinct ? block('701c', 'same material to the same laboratory') : emptyDraft;
  if (distinct < 2) return same;
  return together([suggest('701c', 'further consignment', { consignments: distinct }, distinct - 1), same]);
}

/** Venous puncture or a small capillary tube on a small child is a minor procedure; other blood samples are not. */
function smallChildDraft(samplings: readonly Sampling[], { at, patient }: VisitFacts): Draft {
  const rule = validOn(smallChild, dayOf(at));
  const small = rule !== undefined && ageOn(patient.birth, dayOf(at)) < rule.value.underAge;
  const hard = samplings.some(({ method }) => method === 'venous' || method === 'capillary tube');
  return small && hard ? suggest('100', 'small child sampled') : emptyDraft;
}

function samplingDraft(facts: VisitFacts, tariff: Tariff): Draft {
  const all = facts.work.filter((work): work is Sampling => work.kind === 'sampling');
  const stopped = all.flatMap(({ by }) => authorityMissing(by) ?? []);
  const allowed = all.filter(({ by }) => !authorityMissing(by));
  const carrier = facts.work.find((work) => carriesSampleTaking(work, facts));
  const brought = facts.work.some((work) => work.kind === 'analysis' && work.sample === 'brought');
  const taken = carrier
    ? suggest('701a', 'sample taken', carrier.kind === 'analysis' ? { what: carrier.analyte } : undefined)
    : simpleTestsAlone(facts, tariff);
  return together([
    ...stopped.map((why) => block('701a', why)),
    taken,
    consignmentDraft(allowed),
    smallChildDraft(allowed, facts),
    brought && taken.suggestions.length === 0 ? note('sample brought') : emptyDraft,
  ]);
}

/** 707 is taking and reading; the consumables were used when it was taken. */
function ecgDraft(facts: VisitFacts): Draft {
  const ecg = facts.work.find((work) => work.kind === 'ecg');
  if (!ecg) return emptyDraft;
  const missing = authorityMissing(ecg.by);
  if (missing) return block('707', missing);
  return together([
    ecg.isReadByDoctor ? suggest('707', 'ecg taken and read') : block('707', 'not read by the doctor'),
    suggest(ecgMaterial.value, 'material used', { what: 'ecg' }),
  ]);
}

/** Chapter F stands on its own feet: it needs no consultation, and the doctor's staff may do the work. */
export function laboratoryDraft(facts: VisitFacts, tariff: Tariff): Draft {
  const done = facts.work.filter((work): work is Analysis => work.kind === 'analysis');
  return together([
    samplingDraft(facts, tariff),
    ...done.map((analysis) => analysisDraft(analysis, facts)),
    ecgDraft(facts),
  ]);
}
