/** The page of states: everything with a life, and what may follow what. */

import { join } from 'node:path';
import { isTest, readTree, top } from '../tree.ts';
import { by, code, openingOf, page, table } from './markdown.ts';

type Next = Readonly<Record<string, readonly string[]>>;

export async function statesPage(): Promise<string> {
  const parts: string[] = [];
  const files = readTree().filter((file) => /^src\/.*\.ts$/.test(file.path) && !isTest(file));
  for (const file of files.toSorted(by(({ path }) => path))) {
    const names = [...file.text.matchAll(/^export const (\w+Next) =/gm)].map(([, name]) => name as string);
    if (names.length === 0) continue;
    const module: Record<string, unknown> = await import(join(top, file.path));
    for (const name of names) parts.push(lifeOf(name, module[name] as Next, file.path, openingOf(file.text)));
  }
  return page('# States', 'Everything that has a life, what may follow what, and where it ends.', ...parts);
}

function lifeOf(name: string, next: Next, path: string, opening: string): string {
  const rows = Object.entries(next).map(([state, followers]) => [
    state,
    followers.length > 0 ? followers.join(', ') : '— (the end)',
  ]);
  return [`## ${title(name)}`, `${opening} ${code(path)}`, table(['state', 'what may follow'], rows)].join('\n\n');
}

/** `redPathNext` → `Red path`. */
function title(name: string): string {
  const words = name
    .replace(/Next$/, '')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
