/** An answer is here, of the house or from outside: it is kept, put before the doctor, and a critical one gets its own clock. */

import { fact } from '#events';
import type { PersonId } from '#kernel/ids';
import { addDays, dayOf, type Moment, momentAt } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { closeLoopsOf, openLoop } from '#loops/server';
import type { Db, Fact } from '#platform/server';
import { flagMarks } from '../analyses/analysis.texts.ts';
import { saveReview } from './result.store.ts';
import type { ResultRow } from './result-row.ts';
import { isCritical, type Received, type ReviewId } from './review.ts';
import { reviewClocks } from './review-clock.table.ts';
import { tellBy } from './review-deadline.ts';
import { urgencyOf } from './review-list.ts';

type InTransaction = { readonly db: Db; readonly now: Moment; readonly tell: (fact: Fact) => void };

export const reviewSubject = (id: ReviewId) => ({ thing: 'review', id });
/** The telephone call to a doctor has a clock of its own. */
export const criticalSubject = (id: ReviewId) => ({ thing: 'critical value', id });

type Shown = Pick<ResultRow, 'name' | 'valueNumber' | 'valueText' | 'comparator' | 'flag' | 'isCritical'>;

/** `Kalium 6,4 ↑↑`: two arrows for a value that is phoned. */
export function shortWords(row: Shown): string {
  const value = row.valueNumber === null ? (row.valueText ?? '') : String(row.valueNumber).replace('.', ',');
  const mark = row.flag === 'low' || row.flag === 'high' ? flagMarks[row.flag] : '';
  return `${row.name} ${row.comparator ?? ''}${value} ${row.isCritical ? mark + mark : mark}`.trim();
}

/** Opens what waits: the doctor's review, and where a value is critical that a doctor is told by a named hour. */
export async function answerArrived(
  doing: InTransaction,
  answer: Received,
  rows: readonly Shown[],
  by: PersonId,
): Promise<void> {
  await saveReview(doing.db, answer);
  const urgency = urgencyOf(answer);
  const clock = validOn(reviewClocks, dayOf(doing.now))?.value[urgency];
  const due = clock ? momentAt(addDays(dayOf(doing.now), clock.days), clock.at) : doing.now;
  await openLoop(doing, {
    kind: 'result to review',
    patient: answer.patient,
    subject: reviewSubject(answer.id),
    what: rows
      .slice(0, 6)
      .map(({ name }) => name)
      .join(', '),
    haste: urgency === 'tell a doctor' || urgency === 'deviating' ? 1 : 2,
    owner: { kind: 'person', person: answer.doctor },
    deputy: { kind: 'station', station: 'doctors' },
    openedBy: by,
    expectedBy: due > doing.now ? due : doing.now,
  });
  if (isCritical(answer)) await openCriticalLoop(doing, answer, rows, by);
  const { id, patient, doctor } = answer;
  doing.tell(fact('AnswerArrived', { review: id, patient, doctor }));
}

async function openCriticalLoop(
  doing: InTransaction,
  answer: Received,
  rows: readonly Shown[],
  by: PersonId,
): Promise<void> {
  const critical = rows.filter((row) => row.isCritical).map(shortWords);
  await openLoop(doing, {
    kind: 'result to review',
    patient: answer.patient,
    subject: criticalSubject(answer.id),
    what: `${critical.join(', ')} – meld lege, gjenta tilbake`,
    haste: 1,
    owner: { kind: 'station', station: 'laboratory' },
    deputy: { kind: 'person', person: answer.doctor },
    openedBy: by,
    // A letter that was read late is late at once.
    expectedBy: tellBy(answer) > doing.now ? tellBy(answer) : doing.now,
  });
}

/** A doctor knows: the clock of the telephone stops. */
export const criticalTold = (doing: InTransaction, id: ReviewId, by: PersonId): Promise<number> =>
  closeLoopsOf(doing, criticalSubject(id), 'result reviewed', by);
