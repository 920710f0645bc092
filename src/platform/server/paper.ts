/** Paper: an answer that is a document rather than data (PDF, label, file). */

export type Paper = { readonly paper: true; readonly mime: string; readonly name: string; readonly bytes: Uint8Array };

/** `name` is shown by the browser and must not tell who the patient is. */
export function paper(mime: string, name: string, bytes: Uint8Array): Paper {
  return { paper: true, mime, name, bytes };
}

export function isPaper(value: unknown): value is Paper {
  return typeof value === 'object' && value !== null && 'paper' in value && value.paper === true;
}
