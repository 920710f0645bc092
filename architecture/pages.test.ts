import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testHouse } from '../src/main/testing/test-house.ts';
import { standards } from './pages/glossary.table.ts';
import { termsOf } from './pages/glossary.ts';
import { shippedPackages } from './pages/notices.ts';
import { pages } from './pages/pages.ts';
import { readTree, top } from './tree.ts';

let client: pg.Client;
beforeAll(async () => {
  const { house } = await testHouse();
  client = new pg.Client(house.database.address());
  await client.connect();
});
afterAll(() => client.end());

describe('the generated pages say what the code says (npm run generate)', () => {
  test.each(Object.entries(pages))('%s', async (path, write) => {
    const said = await write(client);
    expect(said.length).toBeGreaterThan(400);
    expect(existsSync(join(top, path)) ? readFileSync(join(top, path), 'utf8') : '').toBe(said);
    expect(await write(client)).toBe(said);
  });
});

test('every standard of the glossary belongs to a thing that is there', () => {
  const terms = new Set(termsOf(readTree()).map(({ english }) => english));
  expect(terms.size).toBeGreaterThan(50);
  expect(Object.keys(standards).filter((english) => !terms.has(english))).toEqual([]);
});

describe('what is shipped', () => {
  test('names a licence, and none that would bind the clinic’s own work', () => {
    const shipped = shippedPackages();
    expect(shipped.length).toBeGreaterThan(100);
    expect(shipped.filter(({ licence }) => licence === 'not told' || /GPL|SSPL|BUSL|CC-BY-NC/i.test(licence))).toEqual(
      [],
    );
  });
  test('has in its own folder the licence that the lock file tells', () => {
    const differs = shippedPackages().filter(({ name, version, licence }) => {
      const file = join(top, 'node_modules', name, 'package.json');
      if (!existsSync(file)) return false;
      const told = JSON.parse(readFileSync(file, 'utf8'));
      return told.version === version && told.license !== undefined && told.license !== licence;
    });
    expect(differs).toEqual([]);
  });
});
