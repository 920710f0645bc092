/** Names: of files and folders, of commands, and of what is exported as a call. */

import ts from 'typescript';
import { factsIn } from './book-of-facts.ts';
import { fileWall, type Wall } from './breach.ts';
import { isTest, isTypeScript, lineOf, nodesOf, type SourceFile } from './tree.ts';

/** They say nothing of what is inside, and so take in everything. */
const emptyWords = /^(utils?|helpers?|misc|managers?|services?|constants|interfaces|dtos?)$/;
/** Empty when they stand alone; `appointment-types` is a thing. */
const emptyNames = /^(common|shared|core|base|types)$/;

/** `specimen-utils.ts` is judged by each of its words. */
const fileNames: Wall = fileWall('names say what is inside', ({ path }) =>
  path
    .toLowerCase()
    .split(/[/.]/)
    .flatMap((name) => (emptyNames.test(name) ? [name] : name.split('-').filter((word) => emptyWords.test(word))))
    .map((word) => `"${word}" is no name of a thing`),
);

const kebab: Wall = fileWall('names are in kebab-case', ({ path }) =>
  path
    .split('/')
    .filter((part) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(part))
    .map((part) => `"${part}" is not in kebab-case`),
);

const sqlSteps: Wall = fileWall('table steps are dated', ({ path }) => {
  if (!path.endsWith('.sql')) return undefined;
  return /\/tables\/\d{4}-\d{2}-\d{2}-\d{3}-[a-z0-9-]+\.sql$/.test(path)
    ? []
    : ['a step is called tables/<date>-<number>-<thing>.sql'];
});

/** The roles of a feature's files; the suffix decides what one may import, so a new one is a decision. */
const knownRoles = new Set([
  ...['texts', 'table', 'message', 'template', 'sample', 'samples'],
  ...['store', 'api', 'screen', 'screens', 'slots'],
  ...['test', 'api.test', 'screen.test', 'message.test', 'table.test', 'texts.test', 'store.test', 'conformance.test'],
]);
const suffixes: Wall = fileWall('a suffix is a role', ({ path }) => {
  const [, name = '', suffix] = /^src\/(?:commons|rooms)\/.*\/([^/.]+)(?:\.([^/]+))?\.tsx?$/.exec(path) ?? [];
  if (suffix === undefined) return undefined;
  const isDoor = name === 'door' && (suffix === 'server' || suffix === 'web');
  return knownRoles.has(suffix) || isDoor ? [] : [`".${suffix}" is no role of a file`];
});

type DeclaredCall = { readonly exportName: string | undefined; readonly name: string; readonly line: number };

/** `export const x = command({ name: 'x', … })` and `query(…)`. */
export function callsIn(file: SourceFile): DeclaredCall[] {
  const found: DeclaredCall[] = [];
  for (const node of nodesOf(file.syntax())) {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) continue;
    if (node.expression.text !== 'command' && node.expression.text !== 'query') continue;
    const [declared] = node.arguments;
    if (!declared || !ts.isObjectLiteralExpression(declared)) continue;
    const property = declared.properties.find((part) => part.name?.getText() === 'name');
    if (!property || !ts.isPropertyAssignment(property) || !ts.isStringLiteralLike(property.initializer)) continue;
    const parent = node.parent;
    const exportName = ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : undefined;
    found.push({ exportName, name: property.initializer.text, line: lineOf(file, node) });
  }
  return found;
}

const callNames: Wall = fileWall('a command is what staff say they do', (file) => {
  if (!isTypeScript(file) || isTest(file)) return undefined;
  const calls = callsIn(file);
  if (calls.length === 0) return undefined;
  return calls.flatMap(({ exportName, name, line }) => [
    ...(/^(process|handle|manage)(?![a-z])|^update\w*Status$/.test(name) ? [`"${name}" at ${line} says nothing`] : []),
    ...(exportName !== undefined && exportName !== name ? [`${exportName} is called "${name}" at ${line}`] : []),
  ]);
});

/** Past tense cannot be parsed, but the shape of a name can: `SpecimenCollected`, never `collectSpecimen`. */
const factNames: Wall = fileWall('a fact has one line in the book of facts', (file) => {
  if (file.path !== 'src/commons/events.ts') return undefined;
  return factsIn(file)
    .map(({ name }) => name)
    .filter((name) => !/^([A-Z][a-z0-9]*)+$/.test(name))
    .map((name) => `"${name}" is not written like SpecimenCollected`);
});

export const nameWalls: readonly Wall[] = [fileNames, kebab, sqlSteps, suffixes, callNames, factNames];
