/** `read-message`: message files read as the clinic would read them, and what would be answered. */

import { type ExitCode, print, readOptions, WrongOption } from './options.ts';

const help = `Usage: npm run -s dagsverk -- read-message [--language en|nb] FILE...

Prints one line of JSON for each FILE, in the order given: kind and version of the message, the receipt that it would
get, whom it is about, who sent it, and every remark with its line. Nothing is stored. No database is needed.

  --language LANG  language of the remarks (default en)

Exit codes: 0 all accepted, 1 some were not, 2 wrong option, 70 fault.
`;

export async function run(args: string[]): Promise<ExitCode> {
  const read = readOptions(args, help, { language: { type: 'string', default: 'en' } });
  if (!read) return 0;
  const { language } = read.values;
  if (language !== 'en' && language !== 'nb') throw new WrongOption(`--language is en or nb, not "${language}"`);
  if (read.positionals.length === 0) throw new WrongOption('read-message takes FILE...');
  const { readMessageFiles } = await import('../read-message.ts');
  return readMessageFiles(read.positionals, print, { language });
}
