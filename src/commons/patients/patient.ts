/** A patient of the clinic: who it is, and what everyone at the desk must know. */

import type { Id } from '#kernel/ids';

export type PatientId = Id<'Patient'>;
