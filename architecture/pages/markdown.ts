/** How the generated pages are written: plain Markdown that is the same every time. */

/** The first line of every page. */
export const writtenBy = '<!-- Written by `npm run generate` from the code; the tests fail when it is out of date. -->';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A table, or a plain word that there is nothing. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.';
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

export const code = (text: string): string => `\`${text}\``;

/** A page of parts with an empty line between them. */
export const page = (...parts: readonly string[]): string => `${[writtenBy, ...parts].join('\n\n')}\n`;

/** In the order of the letters, the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const by =
  <T>(key: (item: T) => string) =>
  (a: T, b: T): number =>
    byText(key(a), key(b));

/** The folder of a file as one says it: `rooms/laboratory/samples`. */
export const placeOf = (path: string): string => path.replace(/^src\//, '').replace(/\/[^/]+$/, '');

/** The sentence that a file opens with. */
export function openingOf(text: string): string {
  const [, opening = ''] = /^\s*\/\*\*([\s\S]*?)\*\//.exec(text) ?? [];
  return opening.replace(/\s*\n\s*\*\s?/g, ' ').trim();
}
