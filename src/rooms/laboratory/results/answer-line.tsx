/** Lines of the lists of answers, as the questions answer them. */

import type { Asked } from '../asked.tsx';
import type { answersToTell, answersWaiting } from './review.api.ts';

export type AnswerLine = Asked<typeof answersWaiting>[number];
export type TellLine = Asked<typeof answersToTell>[number];
