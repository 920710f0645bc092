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
