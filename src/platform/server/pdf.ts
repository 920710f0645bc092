/** Documents on paper: data and a typst template become PDF/A, with fonts inside and no network. */

import { createRequire } from 'node:module';
import { StartFault } from './failure.ts';

type Compiler = {
  pdf: (options: { mainFileContent: string; inputs?: Record<string, string> }, pdfOptions?: object) => Uint8Array;
};
let compiler: Compiler | undefined;

/** Loaded with the first document: it is large, and many days begin without one. */
function open(): Compiler {
  if (compiler) return compiler;
  const name = `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}-gnu`;
  try {
    const { NodeCompiler } = createRequire(import.meta.url)(name) as {
      NodeCompiler: { create: (options?: object) => Compiler };
    };
    compiler = NodeCompiler.create();
    return compiler;
  } catch (cause) {
    throw new StartFault('No PDF program came with this installation.', `Install ${name}.`, cause);
  }
}

/**
 * Makes a PDF. The template reads its data with `#let it = json(bytes(sys.inputs.it))`;
 * nothing of the data is ever part of the template's text.
 */
export function makePdf(template: string, it: unknown): Uint8Array {
  return open().pdf({ mainFileContent: template, inputs: { it: JSON.stringify(it) } });
}
