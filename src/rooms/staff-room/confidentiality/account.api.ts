/** Accounts (kontoer): who can sign in, opened with a one-time password that the person changes at once. */

import { z } from 'zod';
import { fact } from '#events';
import type { PersonId } from '#kernel/ids';
import { idInput, lineInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import {
  allAccounts,
  closeAccount as close,
  command,
  endSessions as endAll,
  openAccount as open,
  query,
  resetPassword as reset,
  setOutsideSubject as setSubject,
} from '#platform/server';
import { mayEnter } from '#staff';
import { allPersons, personById } from '#staff/server';
import { oneTimePattern, usernamePattern } from './one-time-password.ts';

const givers = { roles: ['head', 'it'] };
const person = idInput<PersonId>();
/** Made where it is shown, so that no answer that is kept holds it. */
const oneTime = z.string().regex(oneTimePattern, { error: 'not a one-time password' });

/** Everyone who works here, with their account where they have one. */
export const accounts = query({
  name: 'accounts',
  who: givers,
  takes: z.object({}),
  async does({ db, now }) {
    const known = new Map((await allAccounts(db, now)).map((account) => [account.person, account]));
    const everyone = await allPersons(db);
    return ok(
      everyone.map((one) => ({
        person: one.id,
        name: `${one.familyName}, ${one.givenName}`,
        isIn: mayEnter(one, now).ok,
        account: known.get(one.id) ?? null,
      })),
    );
  },
});
export type AccountOf = Extract<Awaited<ReturnType<(typeof accounts)['does']>>, { ok: true }>['value'][number];

export const openAccount = command({
  name: 'openAccount',
  who: givers,
  takes: z.object({ person, username: z.string().trim().toLowerCase().regex(usernamePattern), oneTime }),
  async does({ input, db, now, tell }) {
    const someone = await personById(db, input.person);
    if (!someone) return refuse('not found');
    const opened = await open(db, input, now);
    if (!opened.ok) return opened;
    tell(fact('AccountChanged', { person: input.person }));
    return ok();
  },
});

/** Forgotten or told to someone: a new one-time password, and every session of that person is over. */
export const resetPassword = command({
  name: 'resetPassword',
  who: givers,
  takes: z.object({ person, oneTime }),
  async does({ input, db, me, now, tell }) {
    if (input.person === me.person) return refuse('change your own where you sign in');
    const done = await reset(db, input.person, input.oneTime, now);
    if (!done.ok) return done;
    tell(fact('AccountChanged', { person: input.person }));
    return ok();
  },
});

export const closeAccount = command({
  name: 'closeAccount',
  who: givers,
  takes: z.object({ person }),
  async does({ input, db, me, now, tell }) {
    if (input.person === me.person) return refuse('somebody else closes yours');
    const done = await close(db, input.person, now);
    if (!done.ok) return done;
    tell(fact('AccountChanged', { person: input.person }));
    return ok();
  },
});

/** A screen that was left somewhere, or a device that was lost. */
export const endSessions = command({
  name: 'endSessions',
  who: givers,
  takes: z.object({ person }),
  async does({ input, db, now, tell }) {
    const ended = await endAll(db, input.person, now);
    if (ended === 0) return refuse('not signed in anywhere');
    tell(fact('SessionChanged', { person: input.person }));
    return ok({ ended });
  },
});

/** The number in the register of health personnel, or what else the outside provider says of someone. */
export const setOutsideSubject = command({
  name: 'setOutsideSubject',
  who: givers,
  takes: z.object({ person, subject: lineInput(200).nullable() }),
  async does({ input, db, tell }) {
    const done = await setSubject(db, input.person, input.subject);
    if (!done.ok) return done;
    tell(fact('AccountChanged', { person: input.person }));
    return ok();
  },
});
