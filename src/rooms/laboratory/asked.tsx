/** What a question answers, for the parts of a screen that show one line of it. */

import type { useAsk } from '#platform/web';

export type Asked<C extends { readonly name: string }> = NonNullable<ReturnType<typeof useAsk<C>>['data']>;
