/** Builds the browser application once before the stories. */

import { buildIfNeeded } from '../../src/main/server.ts';

export default async function build(): Promise<void> {
  await buildIfNeeded((sentence) => process.stdout.write(`${sentence}\n`));
}
