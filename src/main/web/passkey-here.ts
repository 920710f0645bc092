/** Passkeys at this browser: registering one, and signing in with one. The browser's own window asks for finger or code. */

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { postFor, workstationName } from './sign-in-post.ts';

const webauthn = () => import('@simplewebauthn/browser');

/** A site by its number, or an old browser, has no passkeys. */
export const canUsePasskeys = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && !/^[\d.]+$|:/.test(location.hostname);

type Offer<Options> = { readonly challenge: string; readonly options: Options };

/** Answers the no, if it was one; closing the browser's window is `no passkey was chosen`. */
export async function signInWithPasskey(clinic: string | undefined): Promise<string | undefined> {
  const offered = await postFor<Offer<PublicKeyCredentialRequestOptionsJSON>>('/sign-in/passkey/options', { clinic });
  if (!offered.ok) return offered.why;
  const { startAuthentication } = await webauthn();
  const response = await startAuthentication({ optionsJSON: offered.value.options }).catch(() => undefined);
  if (!response) return 'no passkey was chosen';
  const { challenge } = offered.value;
  const done = await postFor('/sign-in/passkey', { clinic, challenge, response, workstation: workstationName() });
  return done.ok ? undefined : done.why;
}

export async function registerPasskey(password: string, label: string): Promise<string | undefined> {
  const offered = await postFor<Offer<PublicKeyCredentialCreationOptionsJSON>>('/sign-in/passkey/new', { password });
  if (!offered.ok) return offered.why;
  const { startRegistration } = await webauthn();
  const response = await startRegistration({ optionsJSON: offered.value.options }).catch(() => undefined);
  if (!response) return 'no passkey was chosen';
  const done = await postFor('/sign-in/passkey/register', { challenge: offered.value.challenge, label, response });
  return done.ok ? undefined : done.why;
}
