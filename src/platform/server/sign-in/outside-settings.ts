/** How an outside provider is reached, from the environment; half a configuration is told at the start, not at the desk. */

import { existsSync, readFileSync } from 'node:fs';
import type { JWK } from 'jose';
import { StartFault } from '../failure.ts';

export type OutsideSettings = {
  /** What the button says: HelseID. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** The private key that signs for this client, with its `alg` and `kid`. */
  readonly key: JWK;
  readonly redirect: string;
  readonly scope: string;
  /** The claim that an account carries: `sub`, or the number in the register of health personnel. */
  readonly claim: string;
  /** A claim that must have this value, such as the security level. */
  readonly requires: { readonly claim: string; readonly value: string } | undefined;
};

const needed = ['DAGSVERK_OIDC_ISSUER', 'DAGSVERK_OIDC_CLIENT', 'DAGSVERK_OIDC_KEY', 'DAGSVERK_OIDC_REDIRECT'] as const;

export function outsideSettings(
  environment: Readonly<Record<string, string | undefined>>,
): OutsideSettings | undefined {
  const missing = needed.filter((name) => !environment[name]);
  if (missing.length === needed.length) return undefined;
  if (missing.length > 0)
    throw new StartFault(
      `Outside sign-in is only half configured: ${missing.join(', ')} missing.`,
      'Set all of them, or none.',
    );
  const of = (name: string): string => environment[name] ?? '';
  const [claim, value] = of('DAGSVERK_OIDC_REQUIRES').split('=');
  return {
    name: of('DAGSVERK_OIDC_NAME') || 'HelseID',
    issuer: of('DAGSVERK_OIDC_ISSUER'),
    clientId: of('DAGSVERK_OIDC_CLIENT'),
    key: readKey(of('DAGSVERK_OIDC_KEY')),
    redirect: of('DAGSVERK_OIDC_REDIRECT'),
    scope: of('DAGSVERK_OIDC_SCOPE') || 'openid profile',
    claim: of('DAGSVERK_OIDC_CLAIM') || 'sub',
    requires: claim && value ? { claim, value } : undefined,
  };
}

/** A file with the key, or the key itself. */
function readKey(given: string): JWK {
  try {
    const key = JSON.parse(existsSync(given) ? readFileSync(given, 'utf8') : given) as JWK;
    if (!key.kty || !key.alg) throw new Error('no kty or alg');
    return key;
  } catch (cause) {
    throw new StartFault(
      'DAGSVERK_OIDC_KEY is not a private key.',
      'It wants a JWK with kty, alg and kid, or the path of a file with one.',
      cause,
    );
  }
}
