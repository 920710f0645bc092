/** Saying that an ordered procedure is done, with a note, where it has no card of its own: no order gets stuck. */

import { z } from 'zod';
import type { DutyId } from '#duties';
import { fact } from '#events';
import { addNote, recordCareAct } from '#journal/server';
import { type Id, newId } from '#kernel/ids';
import { idInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { dayOf } from '#kernel/time';
import { type OrderId, orderableOn, type PlacedOrder } from '#orders';
import { orderById, performOrderItem } from '#orders/server';
import { command, type Doing } from '#platform/server';
import { billedAs, isProcedureCode, procedureCommands } from './procedure.ts';

const takes = z.object({
  order: idInput<OrderId>(),
  number: z.int().min(1).max(30),
  text: z.string().trim().min(1).max(20_000),
  conditionsConfirmed: z.boolean().default(false),
});
type Performing = Doing<z.output<typeof takes>>;

/** One command a duty, so that the gate asks about the right competence and delegation. */
const performing = <const Name extends string>(name: Name, duty: DutyId) =>
  command({
    name,
    who: { duty },
    takes,
    given: ({ order }) => ({ order }),
    does: async (doing) => perform(doing, name),
  });

async function perform(doing: Performing, name: string) {
  const { order: id, number, text, conditionsConfirmed } = doing.input;
  const order = await orderById(doing.db, id);
  if (order?.state !== 'placed') return refuse('not found');
  await doing.about(order.patient);
  const item = order.items.find((one) => one.number === number);
  if (!item || !isProcedureCode(item.code) || procedureCommands[item.code] !== name) return refuse('no such item');
  const became = { thing: 'procedure', id: newId<Id<'Procedure'>>() };
  const hands = { performer: doing.me.person, decider: order.orderedBy };
  const title = orderableOn(item.code, dayOf(order.orderedAt))?.name.nb ?? item.code;
  const note = await addNote(doing, {
    ...{ patient: order.patient, kind: 'procedure', ...hands, documents: [became] },
    text: `${title}: ${text}`,
    basis: { kind: 'order', order: id },
  });
  if (!note.ok) return note;
  const act = { subject: became, patient: order.patient, doneAt: doing.now, ...hands, basis: 'order' as const };
  await recordCareAct(doing, act, note.value);
  const done = { order: id, number, by: doing.me.person, became, conditionsConfirmed };
  const performed = await performOrderItem(doing, done);
  if (!performed.ok) return performed;
  tellBill(doing, order, item.code, became.id);
  return ok({ entry: note.value });
}

function tellBill({ tell, me, ground, supervisor }: Performing, order: PlacedOrder, code: string, id: Id<'Procedure'>) {
  const names = isProcedureCode(code) ? (billedAs[code] ?? []) : [];
  for (const [place, procedure] of names.entries())
    tell(
      fact('ProcedureDone', {
        ...{ patient: order.patient, performer: me.person, doctor: order.orderedBy, procedure },
        done: place === 0 ? id : newId<Id<'Procedure'>>(),
        authority: ground === 'delegation' ? 'delegation' : 'order',
        supervisor: supervisor ?? null,
      }),
    );
}

export const performInjection = performing('performInjection', 'treatment.injections');
export const performWoundCare = performing('performWoundCare', 'treatment.wound-care');
export const performSutureRemoval = performing('performSutureRemoval', 'treatment.suture-removal');
export const performCryotherapy = performing('performCryotherapy', 'treatment.cryotherapy');
export const performEyeAndEar = performing('performEyeAndEar', 'treatment.eye-and-ear');
export const performMinorSurgery = performing('performMinorSurgery', 'treatment.minor-surgery');
export const performEcg = performing('performEcg', 'treatment.ecg');
export const performSpirometry = performing('performSpirometry', 'treatment.spirometry');
export const performAudiometry = performing('performAudiometry', 'treatment.audiometry');
export const performAnkleArmIndex = performing('performAnkleArmIndex', 'treatment.ankle-arm-index');
export const performOrthostatic = performing('performOrthostatic', 'treatment.orthostatic');
export const performLongPressure = performing('performLongPressure', 'treatment.vital-signs');
