/** Every door of sign-in: password and PIN, passkey, and an outside provider where one is configured. */

import type { FastifyInstance } from 'fastify';
import type { SignInParts } from './attempt.ts';
import { outsideRoutes } from './outside-routes.ts';
import type { OutsideSettings } from './outside-settings.ts';
import { openOutside } from './outside-sign-in.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { limited, signInRoutes } from './sign-in-routes.ts';

export function signInDoors(
  parts: SignInParts,
  outside: OutsideSettings | undefined,
): readonly ((http: FastifyInstance) => void)[] {
  const attempt = limited(parts);
  return [
    signInRoutes(parts, attempt),
    passkeyRoutes(parts, attempt),
    outsideRoutes(parts, outside && openOutside(outside)),
  ];
}
