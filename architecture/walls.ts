/** All walls that are seen by reading the tree; the import rules stand beside them. */

import { agreementWalls } from './agreement.ts';
import type { Wall } from './breach.ts';
import { budgetWalls } from './budgets.ts';
import { nameWalls } from './names.ts';
import { shapeWalls } from './shapes.ts';
import { tested } from './tested.ts';

export const walls: readonly Wall[] = [...nameWalls, ...budgetWalls, ...shapeWalls, ...agreementWalls, tested];
