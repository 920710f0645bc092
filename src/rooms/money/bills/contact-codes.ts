/** Which code the contact itself has: consultation, home visit, simple contact, or none; and what stops the others. */

import { dayOf, minutesBetween } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { isSpecialistOn } from '../entities/doctor-entity.ts';
import { mayUseEveningCode } from '../tariffs/evening.ts';
import { type Tariff, takstOf } from '../tariffs/takst.ts';
import {
  consultationTime,
  eveningConsultationTime,
  homeVisitTime,
  simpleContactGap,
  type TimeSupplement,
} from '../tariffs/tariff-rule.table.ts';
import { type BlockReason, block, type Draft, emptyDraft, type LineReason, suggest, together } from './draft.ts';
import {
  authorityMissing,
  type ConsultationWay,
  type Contact,
  type Performer,
  type VisitFacts,
} from './visit-facts.ts';

type Meeting = Extract<Contact, { kind: 'consultation' | 'home visit' }>;
type Simple = Extract<Contact, { kind: 'simple' }>;

const consultationCodes: Record<ConsultationWay, { readonly day: string; readonly evening: string }> = {
  'in person': { day: '2ad', evening: '2ak' },
  text: { day: '2as', evening: '2afs' },
  telephone: { day: '2at', evening: '2aft' },
  video: { day: '2av', evening: '2afv' },
};

/** Bioengineers, helsesekretærer and pupils are assisting personnel; so is a nurse where the tariff has no nurse's code. */
export function isStaff({ role }: Performer): boolean {
  return role !== 'doctor' && role !== 'nurse';
}

/** A nurse's contact is billed by the nurse's table, with S before the number, where that table has a price. */
export function usesNurseTable(facts: VisitFacts, tariff: Tariff): boolean {
  const { contact } = facts;
  if (contact.kind === 'not attended' || contact.by.role !== 'nurse') return false;
  const takst = takstOf(tariff, 'S1ad');
  return takst !== undefined && validOn(takst.prices, dayOf(facts.at)) !== undefined;
}

function isPriced(tariff: Tariff, code: string, { at }: VisitFacts): boolean {
  return validOn(takstOf(tariff, code)?.prices ?? [], dayOf(at)) !== undefined;
}

/** The evening code where note D1 allows it and the table has it; otherwise the day's. */
function meetingCode(contact: Meeting, evening: boolean, tariff: Tariff, facts: VisitFacts): string {
  const pair = contact.kind === 'home visit' ? { day: '11ad', evening: '11ak' } : consultationCodes[contact.way];
  return evening && isPriced(tariff, pair.evening, facts) ? pair.evening : pair.day;
}

/** Started intervals beyond the first minutes; 20 minutes is none, 21 minutes is one. */
export function startedIntervals(minutes: number, { beyondMinutes, perStartedMinutes }: TimeSupplement): number {
  return Math.max(0, Math.ceil((minutes - beyondMinutes) / perStartedMinutes));
}

function timeDraft(contact: Meeting, evening: boolean, facts: VisitFacts): Draft {
  if (contact.minutes === null) return emptyDraft;
  const table = contact.kind === 'home visit' ? homeVisitTime : evening ? eveningConsultationTime : consultationTime;
  const rule = validOn(table, dayOf(facts.at));
  const count = rule ? startedIntervals(contact.minutes, rule.value) : 0;
  if (count === 0) return emptyDraft;
  const because = { minutes: contact.minutes };
  if (contact.kind === 'home visit') return suggest(evening ? '11ck' : '11cd', 'time', because, count);
  if (evening) return suggest('2ck', 'time', because, count);
  const specialist = isSpecialistOn(facts.doctor, dayOf(facts.at)) && contact.by.role === 'doctor';
  return together([
    suggest('2cd', 'time', because, count),
    specialist ? suggest('2cdd', 'time', because, count) : emptyDraft,
  ]);
}

function specialistDraft(contact: Meeting, evening: boolean, tariff: Tariff, facts: VisitFacts): Draft {
  if (contact.by.role !== 'doctor' || !isSpecialistOn(facts.doctor, dayOf(facts.at))) return emptyDraft;
  if (contact.kind === 'home visit') return suggest(evening ? '11dk' : '11dd', 'specialist');
  if (evening) return suggest('2dk', 'specialist');
  const text = contact.way === 'text' && isPriced(tariff, '2dds', facts);
  return suggest(text ? '2dds' : '2dd', 'specialist');
}

/** 2bd is never taken from someone who needs help at once. */
function listDraft(contact: Meeting, { patient }: VisitFacts): Draft {
  const visit = contact.kind === 'home visit';
  if (patient.list === 'another clinic') return suggest(visit ? '11hd' : '2hd', 'list of another clinic');
  if (patient.list === 'ours') return emptyDraft;
  const code = visit ? '11bd' : '2bd';
  return patient.isEmergency ? block(code, 'emergency') : suggest(code, 'outside the list system');
}

function interpreterDraft({ work }: VisitFacts): Draft {
  const interpreter = work.find((one) => one.kind === 'interpreter');
  if (!interpreter) return emptyDraft;
  return interpreter.isQualified ? suggest('7', 'interpreter') : block('7', 'interpreter not qualified');
}

function meetingDraft(contact: Meeting, tariff: Tariff, facts: VisitFacts): Draft {
  const evening = mayUseEveningCode(facts.at, facts.eveningGround);
  const code = meetingCode(contact, evening, tariff, facts);
  const usesEvening = evening && code !== meetingCode(contact, false, tariff, facts);
  const why: LineReason = contact.kind;
  return together([
    suggest(code, why),
    timeDraft(contact, usesEvening, facts),
    specialistDraft(contact, usesEvening, tariff, facts),
    listDraft(contact, facts),
    interpreterDraft(facts),
  ]);
}

const neverBilled = {
  appointment: true,
  'simple message': true,
  'result without advice': true,
  'talk with a colleague': true,
  'prescription phoned in': true,
} as const;
type NeverBilled = keyof typeof neverBilled;

function isNeverBilled(matter: Simple['matter']): matter is NeverBilled {
  return matter in neverBilled;
}

/** Attendance and messengers have 1ad; telephone and writing have 1bd. */
function simpleCode({ way }: Simple): string {
  return way === 'in person' || way === 'messenger' ? '1ad' : '1bd';
}

/** Hands-on work by staff alone is a simple procedure after delegation (note A1): chapter E wants a consultation. */
function staffProcedure(facts: VisitFacts): Draft {
  const done = facts.work.find(
    (one) => one.kind === 'procedure' && one.by.role !== 'doctor' && !authorityMissing(one.by),
  );
  if (done?.kind !== 'procedure') return emptyDraft;
  return suggest('1ad', 'simple procedure by staff', { what: done.procedure });
}

function matterDraft(contact: Simple, facts: VisitFacts): Draft {
  const { matter, by } = contact;
  const code = simpleCode(contact);
  if (matter === 'only the work') return staffProcedure(facts);
  if (isNeverBilled(matter)) return together([block(code, matter), staffProcedure(facts)]);
  const missing = authorityMissing(by);
  if (missing) return block(code, missing);
  if (matter === 'advice' || matter === 'sampling for another requester') return suggest(code, matter);
  const doctorsCode = matter === 'prescription' ? '1i' : matter === 'prescription with advice' ? '1bd' : code;
  return by.role === 'doctor' ? suggest(doctorsCode, matter) : block(doctorsCode, 'only the doctor');
}

/** Helfo rejects a simple contact that lies so near a consultation on another bill. */
function nearConsultation(draft: Draft, { at, otherConsultations }: VisitFacts): Draft {
  const rule = validOn(simpleContactGap, dayOf(at));
  const near = otherConsultations.some((other) => {
    const minutes = other < at ? minutesBetween(other, at) : minutesBetween(at, other);
    return rule !== undefined && minutes <= rule.value.minutes;
  });
  if (!near) return draft;
  const stopped = draft.suggestions.filter(({ code }) => code === '1ad' || code === '1bd');
  return {
    ...draft,
    suggestions: draft.suggestions.filter((one) => !stopped.includes(one)),
    blocked: [...draft.blocked, ...stopped.flatMap(({ code }) => block(code, 'near a consultation').blocked)],
  };
}

function simpleDraft(contact: Simple, facts: VisitFacts): Draft {
  return nearConsultation(matterDraft(contact, facts), facts);
}

/** Hard stop 4: a meeting with staff alone is never a consultation, and the nurse's codes cover no one but the nurse. */
function staffMeeting(contact: Meeting, tariff: Tariff, facts: VisitFacts): Draft {
  const code = meetingCode(contact, false, tariff, facts);
  const stop: BlockReason = 'consultation by staff alone';
  const way = contact.kind === 'home visit' || contact.way === 'in person' ? 'in person' : 'telephone';
  const instead: Simple = { kind: 'simple', way, by: contact.by, matter: 'only the work' };
  return together([
    block(code, stop, { role: contact.by.role }),
    block(`S${code}`, "nurse's code for other staff", { role: contact.by.role }),
    simpleDraft(instead, facts),
  ]);
}

/** The nurse consults on delegation from the fastlege; before the nurse's table there is no such code. */
function nurseMeeting(contact: Meeting, tariff: Tariff, facts: VisitFacts): Draft {
  const code = meetingCode(contact, false, tariff, facts);
  if (!usesNurseTable(facts, tariff)) return block(code, 'consultation by staff alone', { role: contact.by.role });
  if (contact.by.authority.kind !== 'delegation') return block(`S${code}`, 'no order or delegation');
  return meetingDraft(contact, tariff, facts);
}

/** The contact's own code with its supplements; doctor's codes, which the nurse's table renames afterwards. */
export function contactDraft(facts: VisitFacts, tariff: Tariff): Draft {
  const { contact } = facts;
  if (contact.kind === 'not attended') return emptyDraft;
  if (contact.kind === 'simple') return simpleDraft(contact, facts);
  if (contact.by.role === 'doctor') return meetingDraft(contact, tariff, facts);
  return contact.by.role === 'nurse' ? nurseMeeting(contact, tariff, facts) : staffMeeting(contact, tariff, facts);
}
