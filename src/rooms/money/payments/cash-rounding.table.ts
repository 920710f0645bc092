/** The smallest coin, to which a sum paid in cash is rounded. */

import { kroner, type Ore } from '#kernel/amounts';
import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

export const smallestCoins: readonly Dated<Ore>[] = [
  {
    from: '2012-05-01' as IsoDate,
    source: 'Norges Bank: the 50-øre coin ceased to be legal tender on 1 May 2012; cash is rounded to whole kroner',
    value: kroner(1),
  },
];
