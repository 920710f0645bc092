/** The life of an appointment in eight words, from booked to done. */

export const appointmentStates = [
  'booked',
  'arrived',
  'called in',
  'with',
  'done',
  'left',
  'no-show',
  'cancelled',
] as const;
export type AppointmentState = (typeof appointmentStates)[number];

/** What may follow what. Back-steps are the undo of a wrong key, a patient who came late after all, or one who came back. */
export const appointmentNext = {
  booked: ['booked', 'arrived', 'with', 'no-show', 'cancelled'],
  arrived: ['booked', 'called in', 'with', 'left'],
  'called in': ['arrived', 'with', 'left'],
  with: ['with', 'done'],
  done: ['with'],
  left: ['arrived'],
  'no-show': ['booked', 'arrived'],
  cancelled: [],
} as const satisfies Record<AppointmentState, readonly AppointmentState[]>;

/** True while nobody else may have the time. */
export function holdsTime(state: AppointmentState): boolean {
  return state === 'booked' || state === 'arrived' || state === 'called in' || state === 'with';
}
