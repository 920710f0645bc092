/** How a line of the tariff is written in the tables: whole kroner per edition, the rest as the regulation says it. */

import { kroner, ore } from '#kernel/amounts';
import type { Dated } from '#kernel/validity';
import { table2025, table2026 } from './edition.table.ts';
import type { Chapter, Edition, Need, NotWith, PatientPart, Price, Repetition, Takst, Trigger } from './takst.ts';

/** Kroner: the honorar alone when Helfo pays all of it, otherwise honorar and the patient's part. */
type Kroner = number | readonly [honorar: number, patient: number];

type RowFacts = {
  /** 1 Jul 2025–30 Jun 2026; left out when the code was not in that table. */
  readonly y2025?: Kroner;
  /** 1 Jul 2026–30 Jun 2027. */
  readonly y2026?: Kroner;
  readonly by?: readonly Trigger[];
  readonly needs?: Need;
  readonly repetition?: Repetition;
  readonly notWith?: NotWith;
  readonly notes?: readonly string[];
  readonly patientPart?: PatientPart;
  readonly specialistOnly?: boolean;
  readonly evening?: boolean;
};

export const anyNumber: Repetition = { kind: 'any number' };
export const repeated = (times: number): Repetition => ({ kind: 'repeated', times });
export const reducedTo = (percent: number): Repetition => ({ kind: 'any number at', percent });

/** The codes, groups and ranges that may not stand beside it, and what is excepted from them. */
export const not = (codes: readonly string[], except: readonly string[] = []): NotWith => ({
  kind: 'these',
  codes,
  except,
});
/** May stand beside these only; with none, beside nothing. */
export const onlyWith = (...except: readonly string[]): NotWith => ({ kind: 'all', except });

function priceIn(edition: Dated<Edition>, amount: Kroner | undefined): readonly Dated<Price>[] {
  if (amount === undefined) return [];
  const [honorar, patient] = typeof amount === 'number' ? [amount, 0] : amount;
  const value = {
    honorar: kroner(honorar),
    refund: ore(kroner(honorar) - kroner(patient)),
    patient: kroner(patient),
    certainty: edition.value.certainty,
  };
  const { from, until, source } = edition;
  return [{ from, ...(until && { until }), source, value }];
}

/** The writer of one chapter's lines: what the whole chapter has in common is said once. */
export function rowsOf(chapter: Chapter, common: RowFacts) {
  return <const Code extends string>(code: Code, nb: string, en: string, own: RowFacts): Takst<Code> => {
    const facts = { ...common, ...own };
    return {
      code,
      name: { nb, en },
      chapter,
      patientPart: facts.patientPart ?? 'egenandel',
      by: facts.by ?? ['doctor'],
      needs: facts.needs ?? 'nothing',
      repetition: facts.repetition ?? { kind: 'once' },
      notWith: facts.notWith ?? not([]),
      specialistOnly: facts.specialistOnly ?? false,
      evening: facts.evening ?? false,
      notes: facts.notes ?? [],
      prices: [...priceIn(table2025, facts.y2025), ...priceIn(table2026, facts.y2026)],
    };
  };
}
