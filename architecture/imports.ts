/** Looks at every import of a tree and says which break a rule. */

import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import type { Breach, Sight } from './breach.ts';
import { importRules } from './import-rules.ts';

/** Types count as imports: a circle of types is a circle, and a screen's types have rules of their own. */
const options: ICruiseOptions = {
  validate: true,
  ruleSet: { forbidden: [...importRules] },
  tsPreCompilationDeps: true,
  parser: 'tsc',
  doNotFollow: { path: 'node_modules' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
    extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
  },
};

/** `folder` holds `src` and the `package.json` with the doors. */
export async function lookAtImports(folder: string): Promise<Sight> {
  const { output } = await cruise(['src'], { ...options, baseDir: folder });
  const { summary } = output as ICruiseResult;
  const breaches = summary.violations.map(
    ({ rule, from, to }): Breach => ({ wall: rule.name, where: from, what: `imports ${to}` }),
  );
  return { breaches, looked: summary.totalDependenciesCruised ?? 0 };
}
