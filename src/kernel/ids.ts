/** Identifiers of things: UUID version 7 (RFC 9562), so that newer things sort after older ones. */

declare const brand: unique symbol;
/** A value that carries what it is: a `PatientId` is not a `DoctorId`. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };
export type Id<Name extends string> = Branded<string, Name>;

/** One installation serves many clinics; the clinic's number comes first in every key. */
export type ClinicNumber = Branded<number, 'Clinic'>;

const hex: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function newId<T extends Id<string>>(at: number = Date.now()): T {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let rest = at;
  for (let place = 5; place >= 0; place--) {
    bytes[place] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  let text = '';
  for (let place = 0; place < 16; place++) {
    if (place === 4 || place === 6 || place === 8 || place === 10) text += '-';
    text += hex[bytes[place] as number];
  }
  return text as T;
}

export const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Someone who works at the clinic. */
export type PersonId = Id<'Person'>;
