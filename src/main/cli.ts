/** The command line: start, demo, backup, restore, import, verify-rules, read-message, access-log. */

import { StartFault } from '../platform/server/failure.ts';

type Command = { readonly does: string; readonly load: () => Promise<{ run: (args: string[]) => Promise<number> }> };
const commands: Readonly<Record<string, Command>> = {
  start: {
    does: 'start the server (and on the first run make the demo clinic)',
    load: () => import('./commands/start.ts'),
  },
};

function help(): string {
  const lines = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(14)} ${does}`);
  return [
    'Usage: npm run -s dagsverk -- COMMAND [OPTIONS]',
    '',
    ...lines,
    '',
    'COMMAND --help tells the options and exit codes of each.',
  ].join('\n');
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(`${help()}\n`);
    return name === undefined ? 2 : 0;
  }
  const command = commands[name];
  if (!command) {
    process.stderr.write(`There is no command "${name}".\n\n${help()}\n`);
    return 2;
  }
  const { run } = await command.load();
  return run(args);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    const isKnown = fault instanceof StartFault;
    process.stderr.write(
      isKnown
        ? `${fault.message}\n${fault.advice}\n`
        : `${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`,
    );
    process.exitCode = isKnown ? 3 : 70;
  },
);
