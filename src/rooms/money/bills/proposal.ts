/** The proposed bill of a visit: lawful codes only, each with its reason, the stopped ones with theirs, and who pays what. */

import { ok, type Result } from '#kernel/result';
import { dayOf, type IsoDate } from '#kernel/time';
import { isSpecialistOn } from '../entities/doctor-entity.ts';
import { mayStandTogether } from '../tariffs/combination.ts';
import { type NoStanding, type Standing, standingOn } from '../tariffs/exemption.ts';
import { notAttendedFee } from '../tariffs/not-attended.ts';
import {
  amountsOf,
  mostOnOneBill,
  type NoPrice,
  type PricedTakst,
  priceOn,
  type Tariff,
  takstOf,
} from '../tariffs/takst.ts';
import { type BillLine, type BillSums, itemLine, lineOf, notAttendedLine, sumsOf } from './bill-line.ts';
import { contactDraft, isStaff, usesNurseTable } from './contact-codes.ts';
import {
  type Blocked,
  block,
  type Draft,
  emptyDraft,
  type Note,
  note,
  type Reason,
  type Suggestion,
  together,
} from './draft.ts';
import { laboratoryDraft } from './laboratory-codes.ts';
import { disposablesDraft, itemsAtCost, procedureDrafts } from './procedure-codes.ts';
import { contactPerformer, type VisitFacts } from './visit-facts.ts';

export type ProposedLine = BillLine & { readonly reasons: readonly Reason[] };

export type Proposal = {
  readonly day: IsoDate;
  readonly lines: readonly ProposedLine[];
  readonly blocked: readonly Blocked[];
  readonly notes: readonly Note[];
  readonly standing: Standing;
  readonly sums: BillSums;
};

export type NoProposal = NoPrice | NoStanding;

/** A code that several facts ask for, with the reasons together. */
type Wanted = { readonly priced: PricedTakst; readonly count: number; readonly reasons: readonly Reason[] };
type Sifted = { readonly wanted: readonly Wanted[]; readonly blocked: readonly Blocked[] };

/** The nurse's table has the same codes with S before them; what has no such code keeps its name. */
function nurseCodes({ suggestions, blocked, notes }: Draft, tariff: Tariff): Draft {
  const nurses = (code: string): string => (takstOf(tariff, `S${code}`) ? `S${code}` : code);
  return {
    suggestions: suggestions.map((one) => ({ ...one, code: `S${one.code}` })),
    blocked: blocked.map((one) => ({ ...one, code: nurses(one.code) })),
    notes,
  };
}

function wholeDraft(facts: VisitFacts, tariff: Tariff): Draft {
  if (facts.contact.kind === 'not attended') return emptyDraft;
  const draft = together([
    contactDraft(facts, tariff),
    laboratoryDraft(facts, tariff),
    procedureDrafts(facts),
    disposablesDraft(facts),
  ]);
  return usesNurseTable(facts, tariff) ? nurseCodes(draft, tariff) : draft;
}

/** Each code once, with its count and price; a code without a price that day is stopped by name. */
function priced(suggestions: readonly Suggestion[], day: IsoDate, tariff: Tariff): Sifted {
  const codes = [...new Set(suggestions.map(({ code }) => code))];
  const found = codes.map((code) => ({ code, price: priceOn(tariff, code, day) }));
  return {
    wanted: found.flatMap(({ code, price }) => {
      const same = suggestions.filter((one) => one.code === code);
      const count = same.reduce((sum, one) => sum + one.count, 0);
      return price.ok ? [{ priced: price.value, count, reasons: same.map(({ reason }) => reason) }] : [];
    }),
    blocked: found.flatMap(({ code, price }) => (price.ok ? [] : [{ code, why: price.why }])),
  };
}

/** What the contact's performer may not trigger; the code proposer does not suggest it, this is the second look. */
function allowedBy(facts: VisitFacts, { wanted, blocked }: Sifted): Sifted {
  const performer = contactPerformer(facts);
  if (!performer || !isStaff(performer)) return { wanted, blocked };
  const forbidden = wanted.filter(({ priced: { takst } }) => !takst.by.includes('staff'));
  return {
    wanted: wanted.filter((one) => !forbidden.includes(one)),
    blocked: [
      ...blocked,
      ...forbidden.map(({ priced: { takst } }) => ({ code: takst.code, why: 'only the doctor' as const })),
    ],
  };
}

const contactChapters = ['simple contact', 'consultation', 'home visit'];

/** The contact first, then the best paid: of two codes that exclude each other the first one stays. */
function inOrder(wanted: readonly Wanted[]): readonly Wanted[] {
  const rank = ({ priced: { takst } }: Wanted): number => (contactChapters.includes(takst.chapter) ? 0 : 1);
  const supplement = ({ priced: { takst } }: Wanted): number => (takst.needs === 'nothing' ? 0 : 1);
  const fee = ({ priced: { price } }: Wanted): number => price.honorar;
  return [...wanted].sort(
    (one, other) =>
      rank(one) - rank(other) || (rank(one) === 0 ? supplement(one) - supplement(other) : fee(other) - fee(one)),
  );
}

function withoutClashes({ wanted, blocked }: Sifted): Sifted {
  const kept: Wanted[] = [];
  const stopped: Blocked[] = [];
  for (const one of inOrder(wanted)) {
    const other = kept.find(({ priced: { takst } }) => !mayStandTogether(takst, one.priced.takst));
    if (!other) kept.push(one);
    else
      stopped.push({
        code: one.priced.takst.code,
        why: 'may not stand beside',
        facts: { other: other.priced.takst.code },
      });
  }
  return { wanted: wanted.filter((one) => kept.includes(one)), blocked: [...blocked, ...stopped] };
}

/** Chapter E supplements a consultation or home visit (note E2), and 701c supplements 701a (note F1). */
function withCompanions({ wanted, blocked }: Sifted): Sifted {
  const isMeeting = ({ priced: { takst } }: Wanted): boolean =>
    (takst.chapter === 'consultation' || takst.chapter === 'home visit') && takst.needs === 'nothing';
  const hasMeeting = wanted.some(isMeeting);
  const hasSampling = wanted.some(({ priced: { takst } }) => /^S?701a$/.test(takst.code));
  const lonely = wanted.filter(({ priced: { takst } }) => {
    if (takst.needs === 'consultation or home visit') return !hasMeeting;
    return takst.needs === 'sample taking' && !hasSampling;
  });
  const stopped = lonely.map(({ priced: { takst } }) => ({
    code: takst.code,
    why:
      takst.needs === 'sample taking'
        ? ('needs sample taking' as const)
        : ('needs a consultation or home visit' as const),
  }));
  return { wanted: wanted.filter((one) => !lonely.includes(one)), blocked: [...blocked, ...stopped] };
}

function linesOf(
  { wanted, blocked }: Sifted,
  standing: Standing,
): { lines: ProposedLine[]; blocked: readonly Blocked[] } {
  const lines: ProposedLine[] = [];
  const stopped: Blocked[] = [];
  for (const { priced: one, count, reasons } of wanted) {
    const { code, repetition } = one.takst;
    const most = mostOnOneBill(repetition);
    if (count > most) stopped.push({ code, why: 'repeated too often', facts: { count, most } });
    const times = Math.min(count, most);
    const amounts = amountsOf(one, times);
    if (amounts.ok) lines.push({ ...lineOf(one, times, amounts.value, standing), reasons });
  }
  return { lines, blocked: [...blocked, ...stopped] };
}

function itemLines(facts: VisitFacts, standing: Standing): readonly ProposedLine[] {
  return itemsAtCost(facts).map(({ name, cost, what }) => ({
    ...itemLine(name, cost, standing),
    reasons: [{ why: 'item at cost', facts: { what } }],
  }));
}

function notesOf(standing: Standing, lines: readonly ProposedLine[]): Draft {
  const has = (code: string): boolean => lines.some((line) => line.code === code);
  const frikort = standing.kind === 'pays' && lines.some(({ egenandel }) => egenandel > 0) ? standing.frikort : null;
  return together([
    frikort === 'no data' ? note('frikort has no data') : emptyDraft,
    frikort === 'not asked' ? note('frikort not asked') : emptyDraft,
    standing.kind === 'exempt' && standing.groundMissing ? note('ground missing') : emptyDraft,
    lines.some(({ kind, helfo }) => kind === 'item' && helfo > 0) ? note('specified bill to Helfo') : emptyDraft,
    (has('1ad') && has('701a')) || (has('S1ad') && has('S701a')) ? note('simple contact beside sampling') : emptyDraft,
    lines.some(({ certainty }) => certainty === 'corrected by the clinic')
      ? note('corrected by the clinic')
      : emptyDraft,
  ]);
}

type Told = Extract<VisitFacts['contact'], { kind: 'not attended' }>['toldBeforehand'];

/** A specialist's patient must have been told of the fee beforehand (note B2). */
function notAttended(facts: VisitFacts, told: Told, standing: Standing, tariff: Tariff): Result<Proposal, NoProposal> {
  const day = dayOf(facts.at);
  const isSpecialist = isSpecialistOn(facts.doctor, day);
  const fee = notAttendedFee(tariff, isSpecialist, day);
  if (!fee.ok) return fee;
  const nothing = { day, lines: [], standing, notes: [], sums: sumsOf([]) };
  if (isSpecialist && told === 'no') return ok({ ...nothing, ...block('2ad', 'not told beforehand') });
  const { amount, source, certainty } = fee.value;
  const lines: ProposedLine[] = [{ ...notAttendedLine(amount, source, certainty), reasons: [{ why: 'not attended' }] }];
  const notes = isSpecialist && told === 'unknown' ? note('tell the patient beforehand').notes : [];
  return ok({ day, lines, blocked: [], notes, standing, sums: sumsOf(lines) });
}

/**
 * The bill that the facts of a visit give by the tariff of the day of treatment; a person reads it and closes it.
 * Refuses a day without a tariff table, and an exemption that does not fit the patient.
 */
export function proposeBill(facts: VisitFacts, tariff: Tariff): Result<Proposal, NoProposal> {
  const day = dayOf(facts.at);
  const anyPrice = priceOn(tariff, '2ad', day);
  if (!anyPrice.ok && anyPrice.why === 'no tariff for this date') return anyPrice;
  const standing = standingOn(facts.patient, day);
  if (!standing.ok) return standing;
  if (facts.contact.kind === 'not attended')
    return notAttended(facts, facts.contact.toldBeforehand, standing.value, tariff);
  const draft = wholeDraft(facts, tariff);
  const sifted = withCompanions(withoutClashes(allowedBy(facts, priced(draft.suggestions, day, tariff))));
  const { lines, blocked } = linesOf(sifted, standing.value);
  const all = [...lines, ...itemLines(facts, standing.value)];
  return ok({
    day,
    lines: all,
    blocked: [...draft.blocked, ...blocked],
    notes: [...draft.notes, ...notesOf(standing.value, all).notes],
    standing: standing.value,
    sums: sumsOf(all),
  });
}
