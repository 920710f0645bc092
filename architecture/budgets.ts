/** Budgets: how long a file and a function may be, and what may not be switched off in silence. */

import ts from 'typescript';
import { fileWall, type Wall } from './breach.ts';
import { isTest, isTypeScript, lineOf, nodesOf, type SourceFile } from './tree.ts';

export const mostLinesOfFile = 400;
export const mostLinesOfFunction = 40;

const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length;

const fileLength: Wall = fileWall(`a file has at most ${mostLinesOfFile} lines`, ({ text }) => {
  const lines = linesOf(text);
  return lines > mostLinesOfFile ? [`${lines} lines`] : [];
});

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  (ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node) ||
    ts.isAccessor(node)) &&
  node.body !== undefined;

/** The lines of a function without those of the functions inside it, which are counted as their own. */
function ownLines(file: SourceFile, body: ts.FunctionLikeDeclaration): number {
  const source = file.syntax();
  const line = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
  const inner: [number, number][] = [];
  const look = (node: ts.Node): void => {
    if (isFunction(node)) inner.push([line(node.getStart()), line(node.getEnd())]);
    else ts.forEachChild(node, look);
  };
  ts.forEachChild(body, look);
  const taken = new Set<number>();
  for (const [from, until] of inner) for (let at = from + 1; at <= until; at++) taken.add(at);
  return line(body.getEnd()) - line(body.getStart()) + 1 - taken.size;
}

const functionLength: Wall = fileWall(`a function has at most ${mostLinesOfFunction} lines`, (file) => {
  if (!isTypeScript(file) || isTest(file) || !/^(src|architecture)\//.test(file.path)) return undefined;
  return [...nodesOf(file.syntax())].filter(isFunction).flatMap((body) => {
    const lines = ownLines(file, body);
    return lines > mostLinesOfFunction ? [`${lines} lines at ${lineOf(file, body)}`] : [];
  });
});

const noAny: Wall = fileWall('no any', (file) => {
  if (!isTypeScript(file)) return undefined;
  return [...nodesOf(file.syntax())]
    .filter(({ kind }) => kind === ts.SyntaxKind.AnyKeyword)
    .map((node) => `any at ${lineOf(file, node)}`);
});

/** Written in two parts, so that this file does not find itself. */
const switches = new RegExp(`(biome-${'ignore'}(?:-all)?|@ts-${'expect-error'}|@ts-${'ignore'}|@ts-${'nocheck'})(.*)`);
const neverSwitched = /@ts-(ignore|nocheck)/;

/** `biome-… lint/x: reason`, `@ts-… reason`: at least three words of reason. */
function reasonOf(sign: string, rest: string): string {
  const words = sign.startsWith('biome') ? rest.slice(rest.indexOf(':') + 1) : rest;
  return words
    .replace(/\*\/.*$/, '')
    .replace(/^[\s:–-]+/, '')
    .trim();
}

const suppressions: Wall = fileWall('a rule is switched off only with its reason', (file) => {
  if (!isTypeScript(file)) return undefined;
  return file.text.split('\n').flatMap((line, place) => {
    const [, sign, rest = ''] = switches.exec(line) ?? [];
    if (sign === undefined) return [];
    if (neverSwitched.test(sign)) return [`${sign} at ${place + 1}`];
    return reasonOf(sign, rest).split(/\s+/).length < 3 ? [`${sign} without a reason at ${place + 1}`] : [];
  });
});

/** A test that is switched off, or alone: conditions on what this machine has are written `skipIf`. */
const sleepingTests: Wall = fileWall('no test sleeps', (file) => {
  if (!isTest(file) && !file.path.startsWith('e2e/')) return undefined;
  return [...nodesOf(file.syntax())]
    .filter(ts.isPropertyAccessExpression)
    .filter(
      ({ expression, name }) =>
        /^(test|it|describe)$/.test(expression.getText()) && /^(skip|only|todo|fixme|fails)$/.test(name.text),
    )
    .map((node) => `${node.getText()} at ${lineOf(file, node)}`);
});

const unfinishedWords = new RegExp(
  `\\b(TO${'DO'}|FIX${'ME'}|XX${'X'})\\b|(?<=//.*|\\*.*|['"\`>].*)\\b([Nn]ot ${'implemented'}|[Cc]oming ${'soon'}|[Kk]ommer ${'snart'})\\b`,
);
const unfinished: Wall = fileWall('nothing is unfinished by its own words', (file) =>
  file.text
    .split('\n')
    .flatMap((line, place) => (unfinishedWords.test(line) ? [`"${line.trim().slice(0, 60)}" at ${place + 1}`] : [])),
);

export const budgetWalls: readonly Wall[] = [
  fileLength,
  functionLength,
  noAny,
  suppressions,
  sleepingTests,
  unfinished,
];
