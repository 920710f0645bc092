/** `import`: what comes from outside on a file is read in. */
import type { ExitCode } from './options.ts';
export async function run(_: string[]): Promise<ExitCode> {
  return 70;
}
