/** The command line: start, demo, backup, restore, import, verify-rules, read-message, access-log. */

import { codeOf, isDatabaseAway, StartFault } from '../platform/server/failure.ts';
import { WrongOption } from './commands/options.ts';

type Command = { readonly does: string; readonly load: () => Promise<{ run: (args: string[]) => Promise<number> }> };
const commands: Readonly<Record<string, Command>> = {
  start: {
    does: 'start the server (and on the first run make the demo clinic)',
    load: () => import('./commands/start.ts'),
  },
  demo: { does: 'make the demo clinic without starting the server', load: () => import('./commands/demo.ts') },
  backup: { does: 'take a sealed backup while the clinic works', load: () => import('./commands/backup.ts') },
  restore: { does: 'put a backup back into an empty data folder', load: () => import('./commands/restore.ts') },
  import: {
    does: "read in a list of the doctors' patients (pasientliste)",
    load: () => import('./commands/import.ts'),
  },
  'verify-rules': { does: 'run published test vectors', load: () => import('./commands/verify-rules.ts') },
  'read-message': { does: 'tell what a message file holds', load: () => import('./commands/read-message.ts') },
  'access-log': { does: 'verify the access log, or ask it', load: () => import('./commands/access-log.ts') },
};

function help(): string {
  const lines = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(14)} ${does}`);
  return [
    'Usage: npm run -s dagsverk -- COMMAND [OPTIONS]',
    '',
    ...lines,
    '',
    'COMMAND --help tells the options and exit codes of each. See docs/operations.md.',
  ].join('\n');
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${help()}\n`);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(`There is no command "${name}".\n\n${help()}\n`);
    return 2;
  }
  const { run } = await command.load();
  return run(args);
}

/** What everyone may meet, in words; a fault of ours keeps its trace. The words of a database row are never shown. */
function tell(fault: unknown, name: string): { readonly words: string; readonly code: number } {
  if (fault instanceof WrongOption)
    return { words: `${fault.message}\nSee: npm run -s dagsverk -- ${name} --help`, code: 2 };
  if (fault instanceof StartFault) return { words: `${fault.message}\n${fault.advice}`, code: 3 };
  const code = codeOf(fault);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100')
    return { words: 'The disk is full.\nFree some space, and try again. Nothing is lost.', code: 3 };
  if (isDatabaseAway(fault))
    return { words: 'The database went away while it was needed.\nTry again when it is back.', code: 3 };
  return { words: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault), code: 70 };
}

// Whoever reads our words may have read enough (`| head`); the work goes on to its end.
process.stdout.on('error', (fault) => {
  if (codeOf(fault) !== 'EPIPE') throw fault;
});

const args = process.argv.slice(2);
main(args).then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    const { words, code } = tell(fault, args[0] ?? '');
    // A database that had begun to start must not keep the command waiting for ever.
    process.stderr.write(`${words}\n`, () => process.exit(code));
  },
);
