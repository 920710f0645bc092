/** A fault: our bug, a lost database, a partner down. Never a refusal and never bad input. */

/** A fault that the IT person can do something about: one sentence, and what to try. */
export class StartFault extends Error {
  readonly advice: string;
  constructor(sentence: string, advice: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'StartFault';
    this.advice = advice;
  }
}

/** The database is away for a while; the call may be tried again, nothing was changed. */
export class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super('the database is away', { cause });
    this.name = 'DatabaseAway';
  }
}

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '25P03',
  '08000',
  '08001',
  '08003',
  '08006',
  '53300',
]);

export function codeOf(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null || !('code' in fault)) return undefined;
  return typeof fault.code === 'string' ? fault.code : undefined;
}

export function isDatabaseAway(fault: unknown): boolean {
  if (fault instanceof DatabaseAway) return true;
  const code = codeOf(fault);
  if (code !== undefined && awayCodes.has(code)) return true;
  return (
    fault instanceof Error &&
    /Connection terminated|connection timeout|Connection ended|is not queryable/i.test(fault.message)
  );
}

export function sentenceOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

/**
 * A fault for the log of the IT person, with nothing in it of what was typed or found: a database says which rule and
 * where, anything else its words without numbers and quotations, and where in the program it happened.
 */
export function faultWords(fault: unknown): string {
  if (!(fault instanceof Error)) return 'something that is no error was thrown';
  const where = (fault.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 5);
  const told = fault as { severity?: string; code?: string; constraint?: string; table?: string; routine?: string };
  const words = told.severity
    ? ['database', told.code, told.table, told.constraint ?? told.routine].filter(Boolean).join(' ')
    : `${fault.name}: ${fault.message.replaceAll(/"[^"]*"|'[^']*'|«[^»]*»|\d{5,}/g, '…').slice(0, 300)}`;
  return [words, ...where].join('\n');
}
