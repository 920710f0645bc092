/** A day in a column, where a month in words is too wide: `23.11.2026`. */
export function shortDay(day: string): string {
  return `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}
