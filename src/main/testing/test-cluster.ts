/** One PostgreSQL for the whole test run, with a template that every test file copies. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type DatabaseAddress, startPostgres } from '../../platform/server/postgres.ts';
import { prepareTables } from '../house.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: DatabaseAddress;
  }
}

/** Without fsync: what the disk keeps is tested where the server is killed, not here. */
const forTests = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'dagsverk-test-'));
  const postgres = await startPostgres({ data, settings: forTests });
  await prepareTables(postgres.address);
  project.provide('cluster', postgres.address);
  return async () => {
    await postgres.stop();
    rmSync(data, { recursive: true, force: true });
  };
}
