/** Rounding for display: half goes up, away from zero, as people round on paper. */

/** `rounded(1.005, 2)` is 1.01; limits are compared before rounding unless the rule itself says otherwise. */
export function rounded(value: number, decimals = 0): number {
  const scale = 10 ** decimals;
  const scaled = Number((Math.abs(value) * scale).toPrecision(15));
  const size = Math.round(scaled) / scale;
  return value < 0 && size !== 0 ? -size : size;
}
