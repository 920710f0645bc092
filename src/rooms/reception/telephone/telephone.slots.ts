/** What the telephone puts into the frame and the day board. */

import { fill } from '#platform/web';
import { dayFigureSlot, topActSlot } from '#slots';
import { AnsweredFigure, NewCallAct } from './telephone-parts.tsx';

fill(topActSlot, 10, NewCallAct);
fill(dayFigureSlot, 20, AnsweredFigure);
