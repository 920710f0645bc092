/** The receipt (applikasjonskvittering, AppRec): what one system tells another about a letter it got. */

import type { Id } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import { type AppRecStatus, type AppRecVersion, appRecErrors, appRecStatuses } from './apprec.table.ts';
import { blankCode, type Coded, code } from './coded.ts';
import { sayRemark } from './exchange.texts.ts';
import type { Reading } from './opened-letter.ts';
import type { Addressee, OriginalLetter } from './original-letter.ts';
import type { Party } from './party.ts';
import type { Fault } from './remark.ts';

export type AppRecId = Id<'AppRec'>;
export type AppRec = {
  readonly version: AppRecVersion;
  readonly id: string;
  /** As it stands in the receipt. */
  readonly generated: string;
  readonly software: { readonly name: string; readonly version: string | null } | null;
  readonly sender: AppRecParty;
  readonly receiver: AppRecParty;
  readonly status: Coded;
  readonly errors: readonly Coded[];
  readonly original: { readonly type: Coded | null; readonly issued: string; readonly id: string };
};
export type AppRecParty = { readonly role: Coded | null; readonly party: Party };

export type Verdict = { readonly status: AppRecStatus; readonly faults: readonly Fault[] };

export function verdictOf(reading: Reading<unknown>): Verdict {
  return reading.outcome === 'accepted' ? { status: '1', faults: [] } : { status: '2', faults: reading.faults };
}

export type Answering = {
  readonly original: OriginalLetter;
  readonly verdict: Verdict;
  /** The addressee that answers: the one that is us. */
  readonly as: Addressee;
  readonly id: AppRecId;
  readonly now: Moment;
  readonly software: { readonly name: string; readonly version: string };
};

/** Writes the receipt of a letter: sender and receiver change places, everything else stands as received. HITS 1168:2016. */
export function answer(answering: Answering): Result<AppRec, 'never answered'> {
  const { original, verdict, as, id, now, software } = answering;
  const version = original.version.answeredBy;
  if (version === 'none') return refuse('never answered');
  return ok({
    version,
    id,
    generated: now,
    software,
    sender: { role: roleOf(version, as), party: as.party },
    receiver: { role: version === '1.0' ? original.senderRole : null, party: original.sender },
    status: code(8258, verdict.status, appRecStatuses[verdict.status]),
    errors: verdict.faults.map(errorOf),
    original: { type: original.type, issued: issuedAt(original, now), id: original.id },
  });
}

/** Version 1.0 gives the role back as received; version 1.1 says main or copy. Source: HIS 80415:2004 and :2012. */
function roleOf(version: AppRecVersion, as: Addressee): Coded | null {
  return version === '1.0' ? as.role : rolesOf11[as.as];
}
const rolesOf11: Readonly<Record<Addressee['as'], Coded>> = {
  main: { ...blankCode, code: 'PRIM', text: 'Hovedmottaker' },
  copy: { ...blankCode, code: 'COP', text: 'Kopimottaker' },
};

/** The receipt goes to Norwegian partners, so the words of exactly what was wrong are Norwegian. */
function errorOf({ code: error, remark }: Fault): Coded {
  return code(8221, error, appRecErrors[error], sayRemark('nb', remark));
}

/** A receipt demands a time of day; a letter that tells only its day is dated at the start of it. */
function issuedAt({ issued }: OriginalLetter, now: Moment): string {
  if (issued?.moment) return issued.text;
  return issued?.day ? `${issued.day}T00:00:00` : now;
}

export type ReceiptOutcome = 'received' | 'rejected' | 'partly rejected' | 'status not known';
const outcomes: Readonly<Record<string, ReceiptOutcome>> = { '1': 'received', '2': 'rejected', '3': 'partly rejected' };

/** What an incoming receipt tells of our letter; a status outside kodeverk 8258 must be looked at by a person. */
export function receiptOutcome(receipt: AppRec): ReceiptOutcome {
  return outcomes[receipt.status.code ?? ''] ?? 'status not known';
}
