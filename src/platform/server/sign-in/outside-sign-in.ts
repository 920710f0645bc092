/**
 * Signing in at an outside provider (OpenID Connect by HelseID's profile: the request pushed ahead, PKCE, a signed client,
 * and tokens bound to a key). What must be remembered on the way lies in the database, so any server can take the answer.
 */

import type { JWK } from 'jose';
import type * as Oidc from 'openid-client';
import { z } from 'zod';
import { type ClinicNumber, newId } from '#kernel/ids';
import { type Result, refuse } from '#kernel/result';
import { addMinutes } from '#kernel/time';
import * as store from './account.store.ts';
import { begin, clinicMeant, type SignedIn, type SignInParts, writeSignIn } from './attempt.ts';
import type { OutsideSettings } from './outside-settings.ts';

/** Heavy, and only where it is configured. */
const oidc = () => import('openid-client');
const underwayMinutes = 10;
/** What the provider tells of itself is asked anew after an hour. */
const knownForMs = 3_600_000;

const underway = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  workstation: z.string(),
  dpop: z.unknown(),
});
/** The clinic, the row, and a secret that nobody guesses. */
const isState = /^\d{1,9}\.[0-9a-f-]{36}\.[\w-]{20,}$/;
type Underway = z.output<typeof underway>;

export type Outside = {
  readonly name: string;
  /** Where to send the browser, and what it must bring back. */
  readonly leave: (
    parts: SignInParts,
    given: { clinic?: string | undefined; workstation: string },
  ) => Promise<Result<{ url: string; state: string }>>;
  readonly comeBack: (parts: SignInParts, url: URL, state: string | undefined) => Promise<Result<SignedIn>>;
};

export function openOutside(settings: OutsideSettings): Outside {
  let known: { readonly at: number; readonly configuration: Promise<Oidc.Configuration> } | undefined;
  const configuration = (): Promise<Oidc.Configuration> => {
    if (!known || Date.now() - known.at > knownForMs) {
      known = { at: Date.now(), configuration: discover(settings) };
      known.configuration.catch(() => {
        known = undefined;
      });
    }
    return known.configuration;
  };
  return {
    name: settings.name,
    async leave(parts, given) {
      const entry = await clinicMeant(parts, given.clinic);
      if (!entry) return refuse('choose clinic');
      const provider = await configuration().catch(() => undefined);
      if (!provider) return refuse('provider is away');
      return leave(parts, settings, provider, { clinic: entry.clinic, workstation: given.workstation });
    },
    async comeBack(parts, url, state) {
      const clinic = Number(state?.split('.')[0]) as ClinicNumber;
      const provider = await configuration().catch(() => undefined);
      if (!provider) return refuse('provider is away');
      if (!state || !isState.test(state) || url.searchParams.get('state') !== state)
        return refuse('sign-in was not begun here');
      return comeBack(parts, settings, provider, { clinic, url, state });
    },
  };
}

async function discover(settings: OutsideSettings): Promise<Oidc.Configuration> {
  const { allowInsecureRequests, discovery, modifyAssertion, PrivateKeyJwt } = await oidc();
  const { importJWK } = await import('jose');
  const { alg, kid } = settings.key;
  const key = (await importJWK(settings.key, alg)) as CryptoKey;
  const signed = PrivateKeyJwt(kid ? { key, kid } : key, {
    [modifyAssertion]: (header: Record<string, unknown>) => {
      header.typ = 'client-authentication+jwt';
    },
  });
  const issuer = new URL(settings.issuer);
  const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(issuer.hostname);
  const execute = issuer.protocol === 'http:' && isHere ? [allowInsecureRequests] : [];
  return discovery(issuer, settings.clientId, { use_mtls_endpoint_aliases: false }, signed, { execute });
}

async function leave(
  parts: SignInParts,
  settings: OutsideSettings,
  provider: Oidc.Configuration,
  given: { clinic: ClinicNumber; workstation: string },
): Promise<Result<{ url: string; state: string }>> {
  const client = await oidc();
  const { exportJWK } = await import('jose');
  const pair = await client.randomDPoPKeyPair('ES256', { extractable: true });
  const dpop = { private: await exportJWK(pair.privateKey), public: await exportJWK(pair.publicKey) };
  const id = newId();
  const state = `${given.clinic}.${id}.${client.randomState()}`;
  const way = {
    state,
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    workstation: given.workstation,
    dpop,
  };
  const url = await client
    .buildAuthorizationUrlWithPAR(
      provider,
      {
        redirect_uri: settings.redirect,
        scope: settings.scope,
        code_challenge: await client.calculatePKCECodeChallenge(way.verifier),
        code_challenge_method: 'S256',
        state,
        nonce: way.nonce,
      },
      { DPoP: client.getDPoPHandle(provider, pair) },
    )
    .catch(() => undefined);
  if (!url) return refuse('provider is away');
  const expiresAt = addMinutes(parts.clock(), underwayMinutes);
  const kept = { id, value: JSON.stringify(way), person: null, purpose: 'outside sign-in', expiresAt };
  await parts.database.write(given.clinic, (db) => db.run(store.addChallenge, kept));
  return { ok: true, value: { url: url.href, state } };
}

async function comeBack(
  parts: SignInParts,
  settings: OutsideSettings,
  provider: Oidc.Configuration,
  given: { clinic: ClinicNumber; url: URL; state: string },
): Promise<Result<SignedIn>> {
  const { clinic, state } = given;
  const now = parts.clock();
  const id = state.split('.')[1] ?? '';
  const wanted = { id, purpose: 'outside sign-in', now };
  const kept = await parts.database.write(clinic, (db) => db.row(store.takeChallenge, wanted));
  const way = kept && underway.safeParse(JSON.parse(kept.value));
  const subject =
    way?.success && way.data.state === state ? await subjectOf(settings, provider, given.url, way.data) : undefined;
  return parts.database.write(clinic, async (db) => {
    const account = subject === undefined ? undefined : await db.row(store.accountBySubject, { subject });
    const done = account
      ? await begin(parts, db, account.person, way?.data?.workstation ?? '', settings.name)
      : refuse(subject === undefined ? 'outside sign-in failed' : 'no account here');
    const why = done.ok ? undefined : done.why;
    await writeSignIn(db, now, { call: 'signIn', person: account?.person ?? null, why });
    return done;
  });
}

/** The claim that says who it is, once the answer has been proven; nothing if any proof does not hold. */
async function subjectOf(
  settings: OutsideSettings,
  provider: Oidc.Configuration,
  url: URL,
  way: Underway,
): Promise<string | undefined> {
  const client = await oidc();
  const { importJWK } = await import('jose');
  const keys = way.dpop as { private: JWK; public: JWK };
  const read = async (key: JWK): Promise<CryptoKey> =>
    (await importJWK(key, 'ES256', { extractable: true })) as CryptoKey;
  const DPoP = client.getDPoPHandle(provider, {
    privateKey: await read(keys.private),
    publicKey: await read(keys.public),
  });
  const back = new URL(settings.redirect);
  back.search = url.search;
  const tokens = await client
    .authorizationCodeGrant(
      provider,
      back,
      { expectedNonce: way.nonce, expectedState: way.state, pkceCodeVerifier: way.verifier, idTokenExpected: true },
      undefined,
      { DPoP },
    )
    .catch(() => undefined);
  const claims = tokens?.claims();
  if (!claims || tokens?.token_type !== 'dpop') return undefined;
  if (settings.requires && claims[settings.requires.claim] !== settings.requires.value) return undefined;
  const subject = claims[settings.claim];
  return typeof subject === 'string' && subject !== '' ? subject : undefined;
}
