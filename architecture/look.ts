/** `npm run walls [-- FOLDER …]`: what breaks a wall now, below the folders that are named, without running any test. */

import { inWords } from './breach.ts';
import { unexcused } from './exception.ts';
import { lookAtImports } from './imports.ts';
import { readTree, top } from './tree.ts';
import { walls } from './walls.ts';

const folders = process.argv.slice(2);
const files = readTree();
const seen = [...walls.flatMap((wall) => wall.look(files).breaches), ...(await lookAtImports(top)).breaches];
const ours = unexcused(seen).filter(
  ({ where }) => folders.length === 0 || folders.some((folder) => where.startsWith(folder)),
);
for (const breach of ours) process.stdout.write(`${inWords(breach)}\n`);
process.stdout.write(`${ours.length} breaches\n`);
process.exitCode = ours.length > 0 ? 1 : 0;
