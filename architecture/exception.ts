/** What breaks a wall and may stand for now: each with its reason, and thrown off the list once it no longer offends. */

import type { Breach } from './breach.ts';
import { exceptions } from './exception.table.ts';

export type Exception = {
  readonly wall: string;
  readonly where: string;
  readonly reason: string;
};

const covers = (exception: Exception, breach: Breach): boolean =>
  exception.wall === breach.wall && exception.where === breach.where;

/** The breaches that no exception covers. */
export function unexcused(breaches: readonly Breach[], list: readonly Exception[] = exceptions): readonly Breach[] {
  return breaches.filter((breach) => !list.some((exception) => covers(exception, breach)));
}

/** The exceptions that cover nothing any more. */
export function outlived(breaches: readonly Breach[], list: readonly Exception[] = exceptions): readonly Exception[] {
  return list.filter((exception) => !breaches.some((breach) => covers(exception, breach)));
}
