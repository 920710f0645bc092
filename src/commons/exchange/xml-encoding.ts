/** How the letters of a received file are written: what it says of itself, and what its bytes show. */

import { ok, type Result, refuse } from '#kernel/result';

export type ReadText = {
  readonly text: string;
  /** The encoding that the XML declaration names, or null where it names none. */
  readonly declared: string | null;
  /** The encoding that the bytes were read with. */
  readonly found: string;
};
export type Unreadable = 'empty' | 'unknown encoding' | 'bytes do not fit encoding';

/** Byte-order marks and the first bytes of `<?` or `<M` in each family; XML 1.0, appendix F. */
const signatures: readonly { readonly bytes: readonly (number | null)[]; readonly found: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], found: 'utf-8' },
  { bytes: [0xff, 0xfe], found: 'utf-16le' },
  { bytes: [0xfe, 0xff], found: 'utf-16be' },
  { bytes: [0x3c, 0x00, null, 0x00], found: 'utf-16le' },
  { bytes: [0x00, 0x3c, 0x00, null], found: 'utf-16be' },
];

/**
 * Bytes to text: the bytes decide the family, the declaration decides within it. ISO-8859-1 is read as windows-1252, as
 * browsers do: where they differ the former has no letters, and senders mean dashes and quotation marks.
 */
export function readText(bytes: Uint8Array): Result<ReadText, Unreadable> {
  if (bytes.length === 0) return refuse('empty');
  const seen = signatures.find(({ bytes: wanted }) =>
    wanted.every((byte, place) => byte === null || byte === bytes[place]),
  );
  const declared = declaredIn(
    seen ? decoded(bytes.subarray(0, 400), seen.found, false) : ascii(bytes.subarray(0, 200)),
  );
  const found = seen?.found ?? singleByteFamily(declared);
  if (!found) return refuse('unknown encoding');
  const text = decoded(bytes, found, true);
  return text === undefined ? refuse('bytes do not fit encoding') : ok({ text, declared, found });
}

/** Reads anything, for a person to look at: bytes that do not fit become western European letters. */
export function readTextAnyway(bytes: Uint8Array): ReadText {
  const exact = readText(bytes);
  if (exact.ok) return exact.value;
  const text = decoded(bytes, 'windows-1252', false) ?? '';
  return { text, declared: declaredIn(text.slice(0, 200)), found: 'windows-1252' };
}

/** Whether the file tells the truth about itself; ASCII-compatible names of the same family count as true. */
export function declarationHolds(text: ReadText): boolean {
  if (text.declared === null) return true;
  const declared = text.declared.toLowerCase();
  if (declared === 'utf-16') return text.found.startsWith('utf-16');
  return decoderName(declared) === decoderName(text.found);
}

function declaredIn(start: string | undefined): string | null {
  return /^\uFEFF?<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(start ?? '')?.[1] ?? null;
}

/** A file of single bytes that claims UTF-16 cannot be that; it is tried as UTF-8, the default of XML. */
function singleByteFamily(declared: string | null): string | undefined {
  const name = declared === null ? 'utf-8' : decoderName(declared.toLowerCase());
  return name?.startsWith('utf-16') ? 'utf-8' : name;
}

function decoderName(encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding).encoding;
  } catch {
    return undefined;
  }
}

function decoded(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
