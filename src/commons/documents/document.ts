/** A document (dokument): a file of the clinic and its line in the index; the content lies in the file store, never here. */

import { z } from 'zod';
import type { Branded, Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { IsoDate, Moment } from '#kernel/time';
import type { Subject } from '#loops';
import type { PatientId } from '#patients';

export type DocumentId = Id<'Document'>;
/** SHA-256 of the bytes, 64 hexadecimal digits: the same paper scanned into the same file is noticed. */
export type Sha256 = Branded<string, 'Sha256'>;

export const documentKinds = [
  'epikrise',
  'referral',
  'result letter',
  'appointment letter',
  'certificate',
  'form',
  'recording',
  'photo',
  'consent',
  'identity paper',
  'letter',
  'invoice',
  'receipt',
  'procedure',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];
/** Kinds that belong to the clinic's own papers and have no patient. */
export const clinicPapers: readonly DocumentKind[] = ['invoice', 'receipt', 'procedure', 'letter', 'other'];

/** How it came to be: a paper was scanned, a message or portal brought it, we made it, or a device recorded it. */
export const documentOrigins = ['scanned', 'received', 'made here', 'recorded'] as const;
export type DocumentOrigin = (typeof documentOrigins)[number];

export const mediaTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'text/plain',
  'application/xml',
  'application/dicom',
  'application/octet-stream',
] as const;
export type MediaType = (typeof mediaTypes)[number];

export const sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((text) => text as Sha256);
export const documentInput = z.object({
  kind: z.enum(documentKinds),
  origin: z.enum(documentOrigins),
  media: z.enum(mediaTypes),
  sha256: sha256Schema,
  bytes: z.int().positive(),
  pages: z.int().positive().max(2000).optional(),
  /** The day the paper itself carries, where it carries one. */
  datedOn: z.iso
    .date()
    .transform((text) => text as IsoDate)
    .optional(),
});
export type DocumentInput = z.output<typeof documentInput>;

type Known = DocumentInput & { readonly id: DocumentId; readonly createdAt: Moment; readonly createdBy: PersonId };
/** Came in, but nobody has said whose it is. */
export type UnplacedDocument = Known & { readonly state: 'unplaced' };
export type PlacedDocument = Known & {
  readonly state: 'placed';
  /** Absent for the clinic's own papers. */
  readonly patient?: PatientId;
  readonly placedBy: PersonId;
  readonly placedAt: Moment;
  /** The order, referral or case that it answers. */
  readonly answers?: Subject;
  readonly movedFrom?: { readonly document: DocumentId; readonly movedBy: PersonId; readonly movedAt: Moment };
};
/** It lay with the wrong patient: the line there keeps no more than that it was moved (hpl §44). */
export type MovedDocument = Pick<Known, 'id' | 'kind' | 'createdAt'> & {
  readonly state: 'moved';
  readonly patient?: PatientId;
  readonly movedTo: DocumentId;
  readonly reason: string;
  readonly movedBy: PersonId;
  readonly movedAt: Moment;
};
/** Put away before it was placed: a blank page, a double, an advertisement. */
export type DiscardedDocument = Known & {
  readonly state: 'discarded';
  readonly reason: string;
  readonly discardedBy: PersonId;
  readonly discardedAt: Moment;
};
export type Document = UnplacedDocument | PlacedDocument | MovedDocument | DiscardedDocument;

/** What may follow what; what has stood in a record is moved, never thrown away. */
export const documentNext = {
  unplaced: ['placed', 'discarded'],
  placed: ['moved'],
  moved: [],
  discarded: [],
} as const satisfies Record<Document['state'], readonly Document['state'][]>;

export type DocumentRefusal =
  | 'already placed'
  | 'not placed'
  | 'a patient is needed'
  | 'not confirmed'
  | 'dated in the future'
  | 'same patient'
  | 'reason missing';

/** A file has come in or been made. */
export function register(
  id: DocumentId,
  input: DocumentInput,
  by: PersonId,
  now: Moment,
  today: IsoDate,
): Result<UnplacedDocument, 'dated in the future'> {
  if (input.datedOn && input.datedOn > today) return refuse('dated in the future');
  return ok({ ...input, id, createdAt: now, createdBy: by, state: 'unplaced' });
}

/** A person says whose it is; a proposal by the software counts for nothing until she has confirmed it. */
export function place(
  document: Document,
  where: { readonly patient?: PatientId; readonly isConfirmed: boolean; readonly answers?: Subject },
  by: PersonId,
  now: Moment,
): Result<PlacedDocument, 'already placed' | 'a patient is needed' | 'not confirmed'> {
  if (document.state !== 'unplaced') return refuse('already placed', { state: document.state });
  if (!where.patient && !clinicPapers.includes(document.kind)) return refuse('a patient is needed');
  if (!where.isConfirmed) return refuse('not confirmed');
  return ok({
    ...document,
    state: 'placed',
    ...(where.patient ? { patient: where.patient } : {}),
    ...(where.answers ? { answers: where.answers } : {}),
    placedBy: by,
    placedAt: now,
  });
}

export type MovedPair = { readonly left: MovedDocument; readonly arrived: PlacedDocument };

/** Out of the wrong patient's record and into the right one's; the file itself is not touched. */
export function moveDocument(
  document: Document,
  to: PatientId,
  newId: DocumentId,
  reason: string,
  by: PersonId,
  now: Moment,
): Result<MovedPair, 'not placed' | 'same patient' | 'reason missing'> {
  if (document.state !== 'placed') return refuse('not placed', { state: document.state });
  if (document.patient === to) return refuse('same patient');
  if (reason.trim().length < 3) return refuse('reason missing');
  const { id, kind, createdAt, patient, answers: _wrongCase, ...rest } = document;
  const left: MovedDocument = {
    id,
    kind,
    createdAt,
    ...(patient ? { patient } : {}),
    state: 'moved',
    movedTo: newId,
    reason: reason.trim(),
    movedBy: by,
    movedAt: now,
  };
  const movedFrom = { document: id, movedBy: by, movedAt: now };
  return ok({ left, arrived: { ...rest, id: newId, kind, createdAt, patient: to, movedFrom } });
}

/** Only what nobody has placed can be put away, and with a reason. */
export function discardDocument(
  document: Document,
  reason: string,
  by: PersonId,
  now: Moment,
): Result<DiscardedDocument, 'already placed' | 'reason missing'> {
  if (document.state !== 'unplaced') return refuse('already placed', { state: document.state });
  if (reason.trim().length < 3) return refuse('reason missing');
  return ok({ ...document, state: 'discarded', reason: reason.trim(), discardedBy: by, discardedAt: now });
}

/** Documents with the very same bytes: the same sheet came in twice. */
export function sameFile(sha256: Sha256, among: readonly Document[]): readonly Document[] {
  return among.filter((document) => document.state !== 'moved' && document.sha256 === sha256);
}

const endings: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'text/plain': 'txt',
  'application/xml': 'xml',
  'application/dicom': 'dcm',
  'application/octet-stream': 'bin',
};

/** What a downloaded file is called: kind and number, never a name or a birth date. */
export function fileNameOf(document: Pick<Known, 'id' | 'kind' | 'media'>): string {
  return `${document.kind.replaceAll(' ', '-')}-${document.id.slice(-12)}.${endings[document.media]}`;
}
