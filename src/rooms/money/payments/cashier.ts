/** Who takes the payment: the one at the keyboard, and whoever stands beside a pupil. */

import type { PersonId } from '#kernel/ids';
import type { Cashier } from './payment.ts';

/** From the one who is signed in; a pupil's supervisor is known when the work is supervised. */
export function cashierOf(
  me: { readonly person: PersonId; readonly roles: readonly string[] },
  supervisor: PersonId | undefined,
): Cashier {
  const isPupil = me.roles.includes('pupil') && me.roles.length === 1;
  return { person: me.person, isPupil, beside: supervisor ?? null };
}
