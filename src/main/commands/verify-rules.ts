/** `verify-rules`: published test vectors run through the rules of the house. */

import { type ExitCode, print, readOptions, WrongOption } from './options.ts';

const help = `Usage: npm run -s dagsverk -- verify-rules FILE...

Runs the vectors of each FILE (JSON: { "vectors": [{ "id", "rule", "inputs", "expected", "tolerance" }] }) through the
rules of the program. Prints one line for each that fails, and the count. No database is needed.

Exit codes: 0 all passed, 1 not all, 2 wrong option or a file that cannot be used, 70 fault.
`;

export async function run(args: string[]): Promise<ExitCode> {
  const read = readOptions(args, help, {});
  if (!read) return 0;
  if (read.positionals.length === 0) throw new WrongOption('verify-rules takes FILE...');
  const { verifyRules } = await import('../verify-rules.ts');
  return (await verifyRules(read.positionals, print)) as ExitCode;
}
