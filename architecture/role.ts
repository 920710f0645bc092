/** The role of a file, read from its place and its suffix: what it is decides what it may import. */

/** Patterns for the import rules, from the top of the project. */
export const roles = {
  /** Tests, and the invented things that only they use. */
  test: '\\.(test|samples?)\\.tsx?$',
  feature: '^src/(commons|rooms)/',
  /** What is seen and pressed: screens and their parts, what a room offers the browser. */
  web: '^src/(commons|rooms)/.*(\\.tsx$|\\.(screens|slots)\\.ts$|/door\\.web\\.ts$)|^src/commons/slots\\.ts$',
  api: '^src/(commons|rooms)/.*(\\.api\\.ts$|/door\\.server\\.ts$)',
  store: '\\.store\\.ts$',
  /** Invented things for tests. */
  sample: '\\.samples?\\.ts$',
} as const;

const [test, feature, web, api, store] = [roles.test, roles.feature, roles.web, roles.api, roles.store].map(
  (pattern) => new RegExp(pattern),
) as [RegExp, RegExp, RegExp, RegExp, RegExp];

/** A thing, its texts, tables and messages, and the pure doors: no React, no Node, no database, no clock. */
export function isPure(path: string): boolean {
  return feature.test(path) && path.endsWith('.ts') && ![test, web, api, store].some((other) => other.test(path));
}

export const isSample = (path: string): boolean => new RegExp(roles.sample).test(path);
