/** How every command reads its options and says what it takes. */

import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { isDate, momentAt, type TimeOfDay, timePattern } from '#kernel/time';
import { type Clock, clockFrom, wallClock } from '../../platform/server/clock.ts';

/** 0 done · 1 done, and something is not as it should be · 2 wrong option · 3 cannot, and the sentence says why · 70 a fault of ours. */
export type ExitCode = 0 | 1 | 2 | 3 | 70;

/** The command line was not understood; its sentence and the way to the help are shown, exit code 2. */
export class WrongOption extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'WrongOption';
  }
}

/** The options and the words besides them; or nothing when the help was asked for, which is then shown. */
export function readOptions<const T extends ParseArgsOptionsConfig>(args: readonly string[], help: string, options: T) {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help);
    return undefined;
  }
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (fault) {
    throw new WrongOption(fault instanceof Error ? (fault.message.split('. ')[0] ?? fault.message) : String(fault));
  }
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`);
/** What is said while working stands apart from what is answered, so that the answer can be piped. */
export const sayAside = (line: string): void => void process.stderr.write(`${line}\n`);

/** `--at 2026-11-23T08:00`: the clinic's local time; else the wall's clock. */
export function readClock(text: string | undefined): Clock {
  if (text === undefined) return wallClock;
  const [day = '', time = ''] = text.split('T');
  if (!isDate(day) || !timePattern.test(time)) throw new WrongOption(`--at wants 2026-11-23T08:00, not "${text}"`);
  return clockFrom(momentAt(day, time as TimeOfDay));
}

export function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new WrongOption(`--port wants a number from 0 to 65535, not "${text}"`);
  return port;
}

export function noMoreWords(positionals: readonly string[]): void {
  if (positionals.length > 0) throw new WrongOption(`nothing is known of "${positionals.join(' ')}"`);
}
