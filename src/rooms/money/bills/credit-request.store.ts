/** Requests that a bill be taken back, as the table holds them. */

import type { Id, PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Db, statement } from '#platform/server';
import type { BillId } from './bill.ts';

export type CreditRequestId = Id<'CreditRequest'>;
export type CreditRequest = {
  readonly id: CreditRequestId;
  readonly bill: BillId;
  readonly reason: string;
  readonly billAnew: boolean;
  readonly askedBy: PersonId;
  readonly askedAt: Moment;
};
const columns = 'c.id, c.bill, c.reason, c.bill_anew as "billAnew", c.asked_by as "askedBy", c.asked_at as "askedAt"';

const add = statement<CreditRequest>(
  'credit request: add',
  `insert into credit_request (clinic, id, bill, reason, bill_anew, asked_by, asked_at)
   values (:clinic, :id, :bill, :reason, :billAnew, :askedBy, :askedAt)`,
);
const askedOf = statement<{ bill: BillId }, CreditRequest>(
  'credit request: of bill',
  `select ${columns} from credit_request c where c.clinic = :clinic and c.bill = :bill and c.state = 'asked' for update`,
);
const asked = statement<object, CreditRequest & { patient: PatientId }>(
  'credit request: waiting',
  `select ${columns}, b.patient from credit_request c join bill b on b.clinic = c.clinic and b.id = c.bill
   where c.clinic = :clinic and c.state = 'asked' order by c.asked_at, c.id`,
);
const decide = statement<{ id: CreditRequestId; state: string; by: PersonId; now: Moment; because: string | null }>(
  'credit request: decide',
  `update credit_request set state = :state, decided_by = :by, decided_at = :now, because = :because
   where clinic = :clinic and id = :id and state = 'asked'`,
);

export const addCreditRequest = (db: Db, request: CreditRequest): Promise<number> => db.run(add, request);
export const creditRequestOf = (db: Db, bill: BillId): Promise<CreditRequest | undefined> => db.row(askedOf, { bill });
export const creditRequestsWaiting = (db: Db) => db.rows(asked, {});
export const decideCredit = (
  db: Db,
  request: CreditRequest,
  state: 'credited' | 'turned down',
  { by, now, because = null }: { by: PersonId; now: Moment; because?: string | null },
): Promise<number> => db.run(decide, { id: request.id, state, by, now, because });
