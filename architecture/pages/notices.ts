/** The notices of what is shipped with the product and made by others: packages by the lock file, and data by their source. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { top } from '../tree.ts';
import { by, page, table } from './markdown.ts';
import { dataNotices, programNotices } from './notice.table.ts';

type Locked = {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly name?: string;
};
export type Shipped = { readonly name: string; readonly version: string; readonly licence: string };

/** What `npm ci --omit=dev` would install, on any machine. */
export function shippedPackages(): readonly Shipped[] {
  const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync(join(top, 'package-lock.json'), 'utf8'));
  const shipped = Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { name, version, license }]) => ({
      name: name ?? path.replace(/^.*node_modules\//, ''),
      version: version ?? '',
      licence: license ?? 'not told',
    }));
  const once = new Map(shipped.map((line) => [`${line.name}@${line.version}`, line]));
  return [...once.values()].toSorted(by(({ name, version }) => `${name} ${version}`));
}

export function notices(): string {
  return page(
    '# Third-party notices',
    'The product itself is under the Apache License 2.0 (`LICENSE`). It is shipped with, or built from, the following. The text of each package’s licence stands in its own folder below `node_modules`.',
    '## Data and rules',
    table(
      ['what', 'from', 'terms'],
      dataNotices.map(({ what, from, terms }) => [what, from, terms]),
    ),
    '## Programs inside packages',
    table(
      ['program', 'in', 'licence'],
      programNotices.map(({ program, within, licence }) => [program, within, licence]),
    ),
    '## Packages',
    table(
      ['package', 'version', 'licence'],
      shippedPackages().map(({ name, version, licence }) => [name, version, licence]),
    ),
  );
}
