/** What the gate says: the decision's answer, not allowed, or what is wrong with the input. */

import type { Facts, Result } from '#kernel/result';

export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Result<unknown> }
  | { readonly kind: 'not allowed'; readonly why: string; readonly facts?: Facts | undefined }
  | { readonly kind: 'bad input'; readonly issues: readonly InputIssue[] };
export type InputIssue = {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
};
