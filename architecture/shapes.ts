/** The shape of a file: it opens with what it is for, a thing is given its clock, and sentences stand with the texts. */

import ts from 'typescript';
import { fileWall, type Wall } from './breach.ts';
import { isPure, isSample } from './role.ts';
import { isTest, isTypeScript, lineOf, nodesOf, type SourceFile } from './tree.ts';

/** One sentence in clinic words before anything else; SQL has its own sign for it. */
const openings: Wall = fileWall('a file opens with what it is for', (file) => {
  if (isTest(file)) return undefined;
  if (file.path.endsWith('.sql')) return /^\s*--/.test(file.text) ? [] : ['opens without a sentence'];
  if (!isTypeScript(file)) return undefined;
  return /^\s*\/\*\*[\s*]*[^\s*/][^*]{9}/.test(file.text) ? [] : ['opens without a sentence'];
});

/** What asks the machine for the time, or for chance. */
const time = /^(Date\.now|Date|performance\.now)$/;
const chance = /^(Math\.random|(globalThis\.)?crypto\.(randomUUID|getRandomValues))$/;
function asksMachine(node: ts.Node, forbidden: readonly RegExp[]): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0;
  if (!ts.isCallExpression(node)) return false;
  const called = node.expression.getText();
  return forbidden.some((pattern) => pattern.test(called));
}

/** A rule knows neither time nor chance; an act may need a fresh number, and its time is when the gate says it is. */
const clocks: Wall = fileWall('the clock is an argument', (file) => {
  const isAct = /^src\/(commons|rooms)\/.*\.(store|api)\.ts$/.test(file.path);
  if (!isAct && !isPure(file.path)) return undefined;
  const forbidden = isAct ? [time] : [time, chance];
  return [...nodesOf(file.syntax())]
    .filter((node) => asksMachine(node, forbidden))
    .map((node) => `${node.getText()} at ${lineOf(file, node)}`);
});

/** Ids are made where the act is carried out; a rule is given them. */
const ids: Wall = fileWall('a thing is given its ids', (file) => {
  if (!isPure(file.path) || isSample(file.path)) return undefined;
  return [...nodesOf(file.syntax())]
    .filter(ts.isCallExpression)
    .filter(({ expression }) => expression.getText() === 'newId')
    .map((node) => `newId at ${lineOf(file, node)}`);
});

const onlyStoresSpeakSql: Wall = fileWall('only a store speaks SQL', (file) => {
  if (!/^src\/(commons|rooms)\//.test(file.path) || !isTypeScript(file) || isTest(file)) return undefined;
  if (file.path.endsWith('.store.ts')) return [];
  return [...nodesOf(file.syntax())]
    .filter(ts.isCallExpression)
    .filter(({ expression }) => expression.getText() === 'statement')
    .map((node) => `a statement at ${lineOf(file, node)}`);
});

/** Production code does not ask whether it is a test, and a feature does not read the machine's settings. */
const surroundings: Wall = fileWall('a feature does not ask where it runs', (file) => {
  if (!/^src\/(kernel|commons|rooms)\//.test(file.path) || !isTypeScript(file) || isTest(file)) return undefined;
  return [...nodesOf(file.syntax())]
    .filter((node) => ts.isPropertyAccessExpression(node) && /^(process\.env|import\.meta\.env)$/.test(node.getText()))
    .map((node) => `${node.getText()} at ${lineOf(file, node)}`);
});

const shownAttributes = /^(title|label|aria-label|placeholder|alt|hint|words|description|heading)$/;
/** The product's own name, the names on the keys and the signs of units are the same in every language. */
const sameEverywhere = /\b(min|mmHg|mmol|bpm|dagsverk|Ctrl|Alt|Shift|Enter|Esc|Tab|Home|End)\b/g;
const hasWords = (text: string): boolean => /\p{L}{3,}/u.test(text.replace(sameEverywhere, ''));

/** Every sentence that is shown stands in both languages in `.texts.ts`. */
const shownWords: Wall = fileWall('sentences stand with the texts', (file) => {
  if (!file.path.endsWith('.tsx') || isTest(file)) return undefined;
  return [...nodesOf(file.syntax())]
    .filter(isShown)
    .map((node) => `"${node.getText().trim().slice(0, 40)}" at ${lineOf(file, node)}`);
});

function isShown(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return hasWords(node.text);
  if (ts.isStringLiteralLike(node)) return isBetweenTags(node) && hasWords(node.text);
  if (!ts.isJsxAttribute(node) || !shownAttributes.test(node.name.getText())) return false;
  return node.initializer !== undefined && ts.isStringLiteral(node.initializer) && hasWords(node.initializer.text);
}

/** `{'…'}` and `{isSo ? '…' : '…'}` between tags; not what is compared, and not an attribute. */
function isBetweenTags(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isJsxExpression(parent)) return ts.isJsxElement(parent.parent) || ts.isJsxFragment(parent.parent);
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isBetweenTags(parent);
  return ts.isParenthesizedExpression(parent) && isBetweenTags(parent);
}

/** A thing with a life tells what may follow what, and the table is a table: every state leads only to its own states. */
const lives: Wall = fileWall('a table of states leads to its own states', (file) => {
  if (!isPure(file.path)) return undefined;
  const tables = nextTables(file);
  if (tables.length === 0) return undefined;
  return tables.flatMap(({ name, states, followers }) =>
    followers
      .filter((state) => !states.includes(state))
      .map((state) => `${name} leads to "${state}", which is no state`),
  );
});

type NextTable = { readonly name: string; readonly states: readonly string[]; readonly followers: readonly string[] };

function nextTables(file: SourceFile): NextTable[] {
  return [...nodesOf(file.syntax())].filter(ts.isVariableDeclaration).flatMap((declared) => {
    const name = declared.name.getText();
    let value = declared.initializer;
    while (value && (ts.isSatisfiesExpression(value) || ts.isAsExpression(value))) value = value.expression;
    if (!/^[a-z]\w*Next$/.test(name) || !value || !ts.isObjectLiteralExpression(value)) return [];
    const states = value.properties.map((property) => (property.name?.getText() ?? '').replace(/^['"]|['"]$/g, ''));
    const followers = [...nodesOf(value)].filter(
      (node): node is ts.StringLiteral => ts.isStringLiteral(node) && ts.isArrayLiteralExpression(node.parent),
    );
    return [{ name, states, followers: followers.map(({ text }) => text) }];
  });
}

export const shapeWalls: readonly Wall[] = [openings, clocks, ids, onlyStoresSpeakSql, surroundings, shownWords, lives];
