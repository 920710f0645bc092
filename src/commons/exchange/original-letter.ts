/** A received letter as its receipt must name it: which it was, whom it came from and whom it was sent to. */

import type { Coded } from './coded.ts';
import type { MessageVersion } from './message-version.table.ts';
import type { MsgHead } from './msghead.message.ts';
import { isAddressedTo, type Party } from './party.ts';
import type { ReceivedTime } from './received-time.ts';

/** `role` is as received; a copy receiver answers for itself. */
export type Addressee = { readonly party: Party; readonly as: 'main' | 'copy'; readonly role: Coded | null };
export type OriginalLetter = {
  readonly version: MessageVersion;
  readonly type: Coded | null;
  /** The number that the version table lays down for the receipt. */
  readonly id: string;
  readonly issued: ReceivedTime | null;
  readonly sender: Party;
  readonly senderRole: Coded | null;
  readonly addressees: readonly Addressee[];
  /** Whether the sender asks for a receipt (kodeverk 7304): always, only at faults, never, or not said. */
  readonly wantsReceipt: 'always' | 'at faults' | 'never' | null;
};

const wishes = { J: 'always', F: 'at faults', N: 'never' } as const;

export function receiptWish(asked: Coded | null): OriginalLetter['wantsReceipt'] {
  const wish = asked?.code?.toUpperCase() ?? '';
  return wish in wishes ? wishes[wish as keyof typeof wishes] : null;
}

/** Nothing where the head does not tell sender, receiver or number. */
export function originalOf(head: MsgHead, version: MessageVersion): OriginalLetter | null {
  if (head.id === null || !head.sender || !head.receiver) return null;
  return {
    version,
    type: head.type,
    id: head.id,
    issued: head.generated,
    sender: head.sender,
    senderRole: null,
    addressees: [{ party: head.receiver, as: 'main', role: null }],
    wantsReceipt: receiptWish(head.acknowledgement),
  };
}

/** Which of the addressees we are; a letter to somebody else is never answered by us. */
export function ourselvesAmong(original: OriginalLetter, ownHerIds: readonly string[]): Addressee | undefined {
  return original.addressees.find(({ party }) => isAddressedTo(party, ownHerIds));
}
