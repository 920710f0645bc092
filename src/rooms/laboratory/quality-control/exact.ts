/** Values as they are written, digit for digit: a limit that is met exactly must not be broken by binary fractions. */

/** How many places after the point, and the digits without it: 13.4 is 134 with one place. */
type Written = { readonly digits: bigint; readonly places: number };

function written(value: number): Written {
  if (!Number.isFinite(value)) throw new RangeError('a value is a finite number');
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', part = ''] = mantissa.split('.');
  const places = part.length - Number(exponent);
  const digits = BigInt(whole + part);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}

/** The same values as whole numbers of one common small unit: (13.4, 0.25) → (1340, 25) hundredths. */
export function inSameUnits<const Values extends readonly number[]>(
  ...values: Values
): { readonly [K in keyof Values]: bigint } {
  const all = values.map(written);
  const places = Math.max(...all.map((one) => one.places));
  return all.map((one) => one.digits * 10n ** BigInt(places - one.places)) as { [K in keyof Values]: bigint };
}

export function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
