/** The tree of the project as the walls read it: every file of ours with its text, its role and its syntax. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** The top of the project. */
export const top = new URL('..', import.meta.url).pathname;

export type SourceFile = {
  /** From the top of the project, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The syntax tree; only for TypeScript. */
  readonly syntax: () => ts.SourceFile;
};

const folders = ['src', 'architecture', 'e2e', 'bench'];
const isOurs = /\.(ts|tsx|css|sql|html)$/;

export function sourceFile(path: string, text: string): SourceFile {
  let syntax: ts.SourceFile | undefined;
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return {
    path,
    text,
    syntax: () => {
      syntax ??= ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind);
      return syntax;
    },
  };
}

/** Every file below the folders that are ours. */
export function readTree(): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => isOurs.test(file))
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .toSorted()
      .map((path) => sourceFile(path, readFileSync(join(top, path), 'utf8'))),
  );
}

export const isTypeScript = (file: SourceFile): boolean => /\.tsx?$/.test(file.path);
export const isTest = (file: SourceFile): boolean => /\.test\.tsx?$/.test(file.path);

/** Every node of the syntax tree, outermost first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}

/** Line in the file, from 1. */
export function lineOf(file: SourceFile, node: ts.Node): number {
  return file.syntax().getLineAndCharacterOfPosition(node.getStart()).line + 1;
}
