/** The exceptions from the walls of the house. The list may only grow shorter. */

import type { Exception } from './exception.ts';

export const exceptions: readonly Exception[] = [];
