/** `npm run generate`: writes the generated pages anew, on a database of its own that is gone afterwards. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { prepareTables } from '../src/main/house.ts';
import { startPostgres } from '../src/platform/server/postgres.ts';
import { pages } from './pages/pages.ts';
import { top } from './tree.ts';

const data = mkdtempSync(join(tmpdir(), 'dagsverk-pages-'));
const postgres = await startPostgres({ data });
const client = new pg.Client(postgres.address);
try {
  await prepareTables(postgres.address);
  await client.connect();
  for (const [path, write] of Object.entries(pages)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), await write(client));
    process.stdout.write(`${path}\n`);
  }
} finally {
  await client.end();
  await postgres.stop();
  rmSync(data, { recursive: true, force: true });
}
