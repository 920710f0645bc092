/** Every screen that the rooms offer, read from their own lists, so that none is forgotten. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = new URL('../../src', import.meta.url).pathname;

/** Paths in the order of the files; `$patient` and its like stand as they are written. */
export function everyPath(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.screens.ts'),
  );
  const paths = files.flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? ''),
  );
  return [...new Set(paths)].sort();
}
