import { join } from 'node:path';
import pg from 'pg';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testHouse } from '../src/main/testing/test-house.ts';
import { allStatements, type Statement } from '../src/platform/server/statement.ts';
import { deletable, withoutClinic } from './statement.table.ts';
import { isTest, nodesOf, readTree, type SourceFile, top } from './tree.ts';

/** The statements that a file tells, by the words of their names. */
function statementsIn(file: SourceFile): string[] {
  return [...nodesOf(file.syntax())].flatMap((node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'statement') return [];
    const [name] = node.arguments;
    return name && ts.isStringLiteral(name) ? [name.text] : [];
  });
}
const tellers = readTree()
  .filter((file) => /^src\/.*\.ts$/.test(file.path) && !isTest(file))
  .map((file) => ({ path: file.path, names: statementsIn(file) }))
  .filter(({ names }) => names.length > 0);

let app: pg.Client;
let statements: readonly Statement<never, object>[];
beforeAll(async () => {
  for (const { path } of tellers) await import(join(top, path));
  statements = allStatements();
  const { house } = await testHouse();
  app = new pg.Client(house.database.address());
  await app.connect();
  await app.query("select set_config('dagsverk.clinic', '1', false)");
});
afterAll(() => app.end());

/** What the database says against the statement, or nothing. */
async function saidAgainst(text: string): Promise<string | undefined> {
  try {
    await app.query(`prepare asked as ${text}`);
    await app.query('deallocate asked');
    await app.query(`explain (generic_plan) ${text}`);
    return undefined;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

describe('every statement of the house', () => {
  test('is prepared and planned against the real tables, with the rights of the application', async () => {
    const wrong: string[] = [];
    for (const { name, text } of statements) {
      const said = await saidAgainst(text);
      if (said) wrong.push(`${name}: ${said}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);
  test('has been found by reading the tree, and none escapes', () => {
    const told = tellers.flatMap(({ names }) => names);
    expect(told.length).toBeGreaterThan(40);
    const known = new Set(statements.map(({ name }) => name));
    expect(told.filter((name) => !known.has(name))).toEqual([]);
  });
  test('has a name that the database keeps whole', () => {
    expect(statements.map(({ name }) => name).filter((name) => Buffer.byteLength(name) > 63)).toEqual([]);
    expect(new Set(statements.map(({ name }) => name)).size).toBe(statements.length);
  });
  test('names the clinic, or says on the list why not', () => {
    const without = statements.filter(({ order }) => !order.includes('clinic')).map(({ name }) => name);
    expect(new Set(without)).toEqual(new Set(Object.keys(withoutClinic)));
  });
  test('deletes only what is no record of anything', () => {
    const deleted = statements.flatMap(({ text }) =>
      [...text.matchAll(/\bdelete\s+from\s+(\w+)/gi)].map(([, table]) => table),
    );
    expect(new Set(deleted)).toEqual(new Set(Object.keys(deletable)));
  });
});

describe('a planted statement is seen', () => {
  test.each([
    ['a table that is not there', 'select 1 from unicorn where clinic = $1'],
    ['a column that is not there', 'select horn from person where clinic = $1'],
    ['a type that does not fit', 'select 1 from person where clinic = $1 and employed_from > 3'],
    ['a right that the application does not have', 'delete from access_line where clinic = $1'],
    ['a right on the list of steps', "insert into table_step (name, hash) values ('a', 'b')"],
  ])('%s', async (_, text) => {
    expect(await saidAgainst(text)).toBeTypeOf('string');
  });
  test('and one that fits is left in peace', async () => {
    expect(await saidAgainst('select id from person where clinic = $1 and id = $2')).toBeUndefined();
  });
});
