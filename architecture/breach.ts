/** A breach: a place in the tree where the house is not as it says it is, and the wall that saw it. */

import type { SourceFile } from './tree.ts';

export type Breach = {
  readonly wall: string;
  /** The file, from the top of the project. */
  readonly where: string;
  readonly what: string;
};

/** What a wall saw: its breaches, and how many things it looked at, so that a wall that sees nothing is found out. */
export type Sight = { readonly breaches: readonly Breach[]; readonly looked: number };

export type Wall = {
  readonly name: string;
  readonly look: (files: readonly SourceFile[]) => Sight;
};

/** A wall that looks at one file at a time; `undefined` from `sees` means that the file is none of its business. */
export function fileWall(name: string, sees: (file: SourceFile) => readonly string[] | undefined): Wall {
  return {
    name,
    look(files) {
      let looked = 0;
      const breaches = files.flatMap((file) => {
        const seen = sees(file);
        if (seen === undefined) return [];
        looked++;
        return seen.map((what) => ({ wall: name, where: file.path, what }));
      });
      return { breaches, looked };
    },
  };
}

/** One breach a line, as a failing test shows it. */
export const inWords = ({ wall, where, what }: Breach): string => `${where}: ${what} (${wall})`;
