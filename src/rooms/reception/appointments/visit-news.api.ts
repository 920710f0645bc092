/** What other rooms tell of a visit, so that the board shows it and asks none of them: orders, findings, vaccine, bill. */

import { type Facts, fact } from '#events';
import { addMinutes, dayOf } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { orderableOn } from '#orders';
import { ordersOf } from '#orders/server';
import type { PatientId } from '#patients';
import type { Reacting, Reaction } from '#platform/server';
import { arrivalRules } from '../arrivals/arrival.table.ts';
import type { AppointmentId } from './appointment.ts';
import * as store from './visit.store.ts';

type Doing = Omit<Reacting<unknown>, 'facts'>;

function hears<N extends keyof Facts>(
  on: N,
  name: string,
  does: (doing: Doing, told: Facts[N]) => Promise<void>,
): Reaction {
  return { name, on, does: ({ facts, ...doing }: Reacting<Facts[N]>) => does(doing, facts) };
}

function say({ tell }: Doing, patient: PatientId, changed: readonly { readonly id: AppointmentId }[]): void {
  for (const { id } of changed) tell(fact('VisitChanged', { appointment: id, patient }));
}

const isOpen = (state: string): boolean => state === 'ordered' || state === 'accepted';
/** How an order names its room, and how the board does. */
const boardRooms: Readonly<Record<string, 'laboratory' | 'treatment room'>> = {
  laboratory: 'laboratory',
  'treatment-room': 'treatment room',
};

/** Orders are asked anew rather than counted, so that one that is told of twice is not waited for twice. */
async function lookAtOrders(doing: Doing, { patient }: { readonly patient: PatientId }): Promise<void> {
  const day = dayOf(doing.now);
  const open = (await ordersOf(doing.db, patient)).flatMap((order) =>
    order.state === 'placed' && dayOf(order.orderedAt) === day ? order.items.filter(({ state }) => isOpen(state)) : [],
  );
  const rooms = open.flatMap(({ code }) => boardRooms[orderableOn(code, day)?.room ?? ''] ?? []);
  say(doing, patient, await store.tellRooms(doing.db, { patient, day }, [...new Set(rooms)].sort()));
}

export const boardHearsOrder = hears('OrderPlaced', 'board: order placed', lookAtOrders);
export const boardHearsPerformed = hears('OrderPerformed', 'board: order performed', lookAtOrders);
export const boardHearsOrderChanged = hears('OrderChanged', 'board: order changed', lookAtOrders);

const bill =
  (said: 'to pay' | 'paid' | 'invoiced' | 'nothing to pay') => async (doing: Doing, told: Facts['BillPaid']) => {
    const { patient } = told;
    say(doing, patient, await store.tellBill(doing.db, { patient, day: dayOf(doing.now) }, said));
  };
export const boardHearsBill = hears('BillProposed', 'board: bill proposed', bill('to pay'));
export const boardHearsPaid = hears('BillPaid', 'board: bill paid', bill('paid'));
export const boardHearsInvoiced = hears('BillInvoiced', 'board: bill invoiced', bill('invoiced'));
export const boardHearsDropped = hears('BillDropped', 'board: bill dropped', bill('nothing to pay'));

const unseen =
  (isUnseen: boolean) =>
  async (doing: Doing, { patient }: { readonly patient: PatientId }) =>
    say(doing, patient, await store.tellUnseen(doing.db, { patient, day: dayOf(doing.now) }, isUnseen));
/** Nobody goes home before a doctor has seen the recording. */
export const boardHearsEcg = hears('EcgTaken', 'board: ecg taken', unseen(true));
export const boardHearsEcgRead = hears('EcgRead', 'board: ecg read', unseen(false));

export const boardHearsVaccine = hears('ItemGiven', 'board: vaccine given', async (doing, told) => {
  const day = dayOf(doing.now);
  const minutes = validOn(arrivalRules, day)?.value.watchAfterVaccineMinutes;
  if (told.what !== 'vaccine' || minutes === undefined) return;
  const until = addMinutes(told.at ?? doing.now, minutes);
  say(doing, told.patient, await store.tellObserved(doing.db, { patient: told.patient, day }, until));
});
