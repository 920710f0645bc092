/** The exceptions from the walls of the house. The list may only grow shorter. */

import type { Exception } from './exception.ts';

export const exceptions: readonly Exception[] = [
  {
    wall: 'the clock is an argument',
    where: 'src/rooms/staff-room/confidentiality/one-time-password.ts',
    reason: 'a password is made of chance, and of nothing else',
  },
];
