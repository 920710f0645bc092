/** Every fact that one room tells the others: past tense, ids and times, nothing else. */

import type { Id, PersonId } from '#kernel/ids';

type Patient = Id<'Patient'>;

/** The book of facts. A new one is a line here; who hears it stands where it is heard. */
export type Facts = {
  PatientRegistered: { patient: Patient };
  PatientChanged: { patient: Patient };
  PersonChanged: { person: PersonId };
};
export type FactName = keyof Facts;

/** Makes a fact for `tell`. */
export function fact<const Name extends FactName>(name: Name, facts: Facts[Name]): { name: Name; facts: Facts[Name] } {
  return { name, facts };
}
