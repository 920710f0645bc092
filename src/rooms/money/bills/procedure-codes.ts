/** Codes for procedures with the consumables that they used, and items at what the clinic paid for them. */

import { dayOf } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { block, type Draft, emptyDraft, suggest, together } from './draft.ts';
import { authorityMissing, isMeeting, type VisitFacts, type Work } from './visit-facts.ts';
import { type Material, type ProcedureName, type ProcedureRow, procedures } from './work.table.ts';

type Procedure = Extract<Work, { kind: 'procedure' }>;
export type Item = Extract<Work, { kind: 'item' }>;

export function procedureOf(name: ProcedureName, { at }: VisitFacts): ProcedureRow | undefined {
  return validOn(procedures, dayOf(at))?.value.find((row) => row.procedure === name);
}

function materialDraft(done: Procedure, row: ProcedureRow, isFirst: boolean): Draft {
  const used: Material | 'none' | null = done.material ?? row.material;
  if (used === null || used === 'none' || (row.materialOnce && !isFirst)) return emptyDraft;
  return suggest(used, 'material used', { what: row.procedure }, row.materialOnce ? 1 : done.times);
}

function procedureDraft(done: Procedure, isFirst: boolean, facts: VisitFacts): Draft {
  const row = procedureOf(done.procedure, facts);
  if (!row) return emptyDraft;
  const { code, procedure } = row;
  const about = { what: procedure };
  const missing = authorityMissing(done.by);
  if (missing) return block(code === null || code === 'included' ? procedure : code, missing, about);
  const material = materialDraft(done, row, isFirst);
  if (code !== null && code !== 'included')
    return together([suggest(code, 'procedure done', about, done.times), material]);
  const isIncluded = code === 'included' && isMeeting(facts);
  return together([isIncluded ? block(procedure, 'included in the consultation', about) : emptyDraft, material]);
}

/** Chapter E; whether a consultation stands beside it is judged when the bill is put together. */
export function procedureDrafts(facts: VisitFacts): Draft {
  const done = facts.work.filter((work): work is Procedure => work.kind === 'procedure');
  const firstOf = (one: Procedure): Procedure | undefined => done.find(({ procedure }) => procedure === one.procedure);
  return together(done.map((one) => procedureDraft(one, firstOf(one) === one, facts)));
}

/** Vaccines, medicines, devices and plaster at cost; syringes and the like are in the fee (notes B5, E2). */
export function itemsAtCost({ work }: VisitFacts): readonly Item[] {
  return work.filter((one): one is Item => one.kind === 'item' && one.what !== 'disposable');
}

export function disposablesDraft({ work }: VisitFacts): Draft {
  const disposables = work.filter((one): one is Item => one.kind === 'item' && one.what === 'disposable');
  return together(disposables.map(({ name }) => block(name.nb, 'disposables are included', { what: name.nb })));
}
