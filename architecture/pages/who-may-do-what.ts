/** The page of permissions: every command and query with who may, and every duty with the roles that hold it by default. */

import { duties } from '#duties';
import { type PlacedCall, placedCalls, rolesOf } from './house-calls.ts';
import { code, page, placeOf, table } from './markdown.ts';

export function whoMayPage(): string {
  const places = [...new Set(placedCalls.map(({ path }) => placeOf(path)))];
  return page(
    '# Who may do what',
    'The gate asks this of every call; what is not said here is not allowed. The roles of a duty are the defaults: the clinic’s doctor may narrow or widen them (`docs/generated/duties.md`), and competence, delegation and supervision are asked on top.',
    `${placedCalls.filter(({ call }) => call.kind === 'act').length} commands, ${placedCalls.filter(({ call }) => call.kind === 'look').length} queries.`,
    '## Duties and their roles',
    table(
      ['duty', 'oppgave', 'roles by default'],
      duties.map((duty) => [code(duty.id), duty.name.nb, rolesOf(duty.id)]),
    ),
    ...places.map((place) =>
      part(
        place,
        placedCalls.filter(({ path }) => placeOf(path) === place),
      ),
    ),
  );
}

function part(place: string, calls: readonly PlacedCall[]): string {
  const rows = calls.map(({ call }) => [code(call.name), call.kind === 'act' ? 'does' : 'looks', whoOf(call.who)]);
  return [`## ${place}`, table(['call', '', 'who'], rows)].join('\n\n');
}

function whoOf(who: PlacedCall['call']['who']): string {
  if (who === 'signed in') return 'anyone signed in';
  return 'duty' in who ? code(who.duty) : `roles: ${who.roles.join(', ')}`;
}
