/**
 * `npm run walls [-- FOLDER …]`: what breaks a wall now, below the folders that are named, without running any test.
 * With `--as-exceptions` each is written as a line for `exception.table.ts`, to be given its reason.
 */

import { type Breach, inWords } from './breach.ts';
import { unexcused } from './exception.ts';
import { lookAtImports } from './imports.ts';
import { readTree, top } from './tree.ts';
import { walls } from './walls.ts';

const asExceptions = process.argv.includes('--as-exceptions');
const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const files = readTree();
const seen = [...walls.flatMap((wall) => wall.look(files).breaches), ...(await lookAtImports(top)).breaches];
const ours = unexcused(seen).filter(
  ({ where }) => folders.length === 0 || folders.some((folder) => where.startsWith(folder)),
);
const lineFor = ({ wall, where }: Breach): string =>
  `  { wall: '${wall}', where: '${where}', reason: 'to be mended when the file is next changed' },`;
const lines = asExceptions ? new Set(ours.map(lineFor)) : ours.map(inWords);
for (const line of lines) process.stdout.write(`${line}\n`);
process.stderr.write(`${ours.length} breaches\n`);
process.exitCode = ours.length > 0 ? 1 : 0;
