/** What carries letters to and from the health net; the post office does not care which way they travel. */

import type { Result } from '#kernel/result';
import type { Moment } from '#kernel/time';
import type { HerId } from './address.ts';
import type { OutgoingId } from './outgoing-letter.ts';

export type Parcel = {
  readonly letter: OutgoingId;
  readonly from: HerId;
  readonly to: HerId;
  /** Message type (kodeverk 8279); a receipt is `APPREC`. */
  readonly type: string;
  readonly bytes: Uint8Array;
};
export type Delivery = {
  /** The carrier's own number of the delivery, by which it is confirmed. */
  readonly reference: string;
  readonly bytes: Uint8Array;
  readonly arrivedAt: Moment;
};
export type NotTaken = 'receiver not known' | 'carrier is down' | 'carrier refused';

/** `fetch` gives a delivery again until it is confirmed, so that nothing is lost between fetching and keeping it. */
export type Carrier = {
  readonly name: string;
  deliver(parcel: Parcel): Promise<Result<{ readonly reference: string }, NotTaken>>;
  fetch(): Promise<Result<readonly Delivery[], 'carrier is down'>>;
  confirm(reference: string): Promise<Result<undefined, 'carrier is down' | 'delivery not known'>>;
};
