/** Passkeys (WebAuthn): registered with the password one has, and used instead of it; the challenge is kept in the database, so any server can meet it. */

import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { PersonId } from '#kernel/ids';
import { newId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { addMinutes } from '#kernel/time';
import type { Me } from '../call.ts';
import type { Db } from '../database.ts';
import { announce } from '../outbox.ts';
import * as store from './account.store.ts';
import { begin, clinicMeant, type SignInParts, tryAccount, writeSignIn } from './attempt.ts';
import { type Changed, goOn } from './sign-in.ts';

/** The site as the browser knows it: a passkey works there and nowhere else. */
export type Site = { readonly origin: string; readonly rpId: string };

const challengeMinutes = 5;
/** EdDSA, ES256, RS256 (COSE numbers): what devices in use can do. */
const supportedAlgorithmIDs = [-8, -7, -257];
/** Heavy, and most starts never need it. */
const webauthn = () => import('@simplewebauthn/server');

async function keepChallenge(
  parts: SignInParts,
  db: Db,
  purpose: string,
  value: string,
  person: PersonId | null,
): Promise<string> {
  const id = newId();
  await db.run(store.addChallenge, {
    id,
    value,
    person,
    purpose,
    expiresAt: addMinutes(parts.clock(), challengeMinutes),
  });
  return id;
}

export type Offer = { readonly challenge: string; readonly options: unknown };

/** A passkey opens everything the password opens, so the password is asked first. */
export function offerRegistration(parts: SignInParts, me: Me, site: Site, password: string): Promise<Result<Offer>> {
  return tryAccount<Offer>(parts, {
    clinic: me.clinic,
    call: 'registerPasskey',
    session: me.session,
    find: (db) => db.row(store.accountByPerson, { person: me.person }),
    secretOf: ({ passwordHash }) => passwordHash,
    secret: password,
    goesOn: true,
    onFit: async (db, { username }) => {
      const { generateRegistrationOptions } = await webauthn();
      const known = await db.rows(store.passkeysOf, { person: me.person });
      const options = await generateRegistrationOptions({
        supportedAlgorithmIDs,
        rpName: 'dagsverk',
        rpID: site.rpId,
        userName: username,
        userDisplayName: me.name,
        userID: new TextEncoder().encode(me.person),
        excludeCredentials: known.map(({ credential, transports }) => ({ id: credential, transports })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      const challenge = await keepChallenge(parts, db, 'passkey registration', options.challenge, me.person);
      return ok({ challenge, options });
    },
  });
}

export type Registering = {
  readonly challenge: string;
  readonly label: string;
  readonly response: RegistrationResponseJSON;
};

export async function registerPasskey(
  parts: SignInParts,
  me: Me,
  site: Site,
  given: Registering,
): Promise<Result<undefined>> {
  const { verifyRegistrationResponse } = await webauthn();
  return parts.database.write(me.clinic, async (db) => {
    const now = parts.clock();
    const kept = await db.row(store.takeChallenge, { id: given.challenge, purpose: 'passkey registration', now });
    const line = { call: 'registerPasskey', person: me.person, session: me.session } as const;
    const said = async (why: 'passkey is too late' | 'passkey does not fit') => {
      await writeSignIn(db, now, { ...line, why });
      return refuse(why);
    };
    if (!kept || kept.person !== me.person) return said('passkey is too late');
    const verified = await verifyRegistrationResponse({
      supportedAlgorithmIDs,
      response: given.response,
      expectedChallenge: kept.value,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
    }).catch(() => undefined);
    if (!verified?.verified) return said('passkey does not fit');
    const { id: credential, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
    await db.run(store.addPasskey, {
      credential,
      person: me.person,
      publicKey,
      counter,
      transports,
      label: given.label,
      now,
    });
    await writeSignIn(db, now, line);
    await announce(db, now, 'AccountChanged', {});
    return ok();
  });
}

export async function removePasskey(parts: SignInParts, me: Me, credential: string): Promise<Result<undefined>> {
  return parts.database.write(me.clinic, async (db) => {
    const now = parts.clock();
    if ((await db.run(store.removePasskey, { person: me.person, credential })) === 0) return refuse('no such passkey');
    await writeSignIn(db, now, { call: 'removePasskey', person: me.person, session: me.session });
    await announce(db, now, 'AccountChanged', {});
    return ok();
  });
}

/** Whoever stands here chooses one of their own passkeys; no user name is asked. */
export async function offerSignIn(parts: SignInParts, site: Site, code: string | undefined): Promise<Result<Offer>> {
  const entry = await clinicMeant(parts, code);
  if (!entry) return refuse('choose clinic');
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({ rpID: site.rpId, userVerification: 'required' });
  return parts.database.write(entry.clinic, async (db) =>
    ok({ challenge: await keepChallenge(parts, db, 'passkey sign-in', options.challenge, null), options }),
  );
}

export type UsedPasskey = {
  readonly clinic?: string | undefined;
  readonly challenge: string;
  readonly workstation: string;
  readonly response: AuthenticationResponseJSON;
};

/** Signs in; or, where someone's session stands on this screen, unlocks it or changes user. */
export async function signInWithPasskey(
  parts: SignInParts,
  me: Me | undefined,
  site: Site,
  given: UsedPasskey,
): Promise<Result<Changed>> {
  const clinic = me?.clinic ?? (await clinicMeant(parts, given.clinic))?.clinic;
  if (clinic === undefined) return refuse('choose clinic');
  return parts.database.write(clinic, async (db) => {
    const now = parts.clock();
    const fits = await checkPasskey(parts, db, site, given);
    const person = fits.ok ? fits.value : null;
    const next = { workstation: given.workstation, means: 'passkey' };
    const done: Result<Changed> = !fits.ok
      ? fits
      : me
        ? await goOn(parts, db, me, { ...next, person: fits.value })
        : await begin(parts, db, fits.value, next.workstation, next.means);
    const call = !me ? 'signIn' : me.person === person ? 'unlockScreen' : 'changeUser';
    const why = done.ok ? undefined : done.why;
    await writeSignIn(db, now, { call, person, session: me?.session ?? null, why });
    return done;
  });
}

type WhyNoPasskey = 'passkey is too late' | 'passkey does not fit' | 'no such passkey';

async function checkPasskey(
  parts: SignInParts,
  db: Db,
  site: Site,
  given: UsedPasskey,
): Promise<Result<PersonId, WhyNoPasskey>> {
  const { verifyAuthenticationResponse } = await webauthn();
  const kept = await db.row(store.takeChallenge, {
    id: given.challenge,
    purpose: 'passkey sign-in',
    now: parts.clock(),
  });
  if (!kept) return refuse('passkey is too late');
  const passkey = await db.row(store.passkeyByCredential, { credential: given.response.id });
  if (!passkey || !(await db.row(store.accountByPerson, { person: passkey.person }))) return refuse('no such passkey');
  const { credential: id, publicKey, counter } = passkey;
  const verified = await verifyAuthenticationResponse({
    response: given.response,
    expectedChallenge: kept.value,
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    credential: { id, publicKey: new Uint8Array(publicKey), counter },
  }).catch(() => undefined);
  if (!verified?.verified) return refuse('passkey does not fit');
  await db.run(store.setPasskeyCounter, { credential: id, counter: verified.authenticationInfo.newCounter });
  return ok(passkey.person);
}
