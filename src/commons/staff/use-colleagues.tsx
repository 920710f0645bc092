/** Names of colleagues on a screen, where a list or a note holds only who it was. */

import type { PersonId } from '#kernel/ids';
import { useAsk } from '#platform/web';
import type { colleagueNames } from './colleague.api.ts';

/** `nameOf(person)` is empty until the names are here; `doctors` are those at work today. */
export function useColleagues() {
  const { data } = useAsk<typeof colleagueNames>('colleagueNames', {}, { hears: ['PersonChanged'] });
  const names = new Map((data ?? []).map(({ person, name }) => [person, name]));
  return {
    nameOf: (person: PersonId | null | undefined): string => (person ? (names.get(person) ?? '') : ''),
    doctors: (data ?? []).filter(({ isDoctor }) => isDoctor),
  };
}
