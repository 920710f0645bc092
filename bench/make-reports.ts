/** Answers from outside laboratories for the large clinic; the laboratory's tables. */

import type pg from 'pg';
import type { Demo } from '../src/main/demo/clinic.ts';
import type { Made } from './make-clinic.ts';

/** Made when the laboratory keeps its answers; until then none. */
export async function makeReports(
  _owner: pg.Client,
  _demo: Demo,
  _patients: Made['patients'],
  _results: number,
): Promise<void> {}
