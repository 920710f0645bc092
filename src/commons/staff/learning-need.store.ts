/** Learning needs as the table holds them. */

import type { DutyId } from '#duties';
import type { PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { LearningNeed, LearningNeedId, OpenNeed } from './learning-need.ts';

type NeedRow = {
  readonly id: LearningNeedId;
  readonly person: PersonId;
  readonly duty: DutyId;
  readonly saidAt: Moment;
  readonly words: string | null;
  readonly state: LearningNeed['state'];
  readonly metAt: Moment | null;
  readonly how: string | null;
};

const columns = 'n.id, n.person, n.duty, n.said_at as "saidAt", n.words, n.state, n.met_at as "metAt", n.how';
const toChange = statement<{ id: LearningNeedId }, NeedRow>(
  'learning need: to change',
  `select ${columns} from learning_need n where n.clinic = :clinic and n.id = :id for no key update`,
);
const ofPerson = statement<{ person: PersonId }, NeedRow>(
  'learning need: of person',
  `select ${columns} from learning_need n where n.clinic = :clinic and n.person = :person order by n.said_at desc limit 200`,
);
const open = statement<object, NeedRow>(
  'learning need: open',
  `select ${columns} from learning_need n where n.clinic = :clinic and n.state = 'open'`,
);
const add = statement<NeedRow>(
  'learning need: add',
  `insert into learning_need (clinic, id, person, duty, said_at, words, state) values (:clinic, :id, :person, :duty, :saidAt, :words, :state)`,
);
const save = statement<{ id: LearningNeedId; metAt: Moment; how: string }>(
  'learning need: met',
  `update learning_need set state = 'met', met_at = :metAt, how = :how where clinic = :clinic and id = :id and state = 'open'`,
);

function needOf({ words, metAt, how, state, ...row }: NeedRow): LearningNeed {
  const known = { ...row, ...(words ? { words } : {}) };
  return state === 'open' ? { ...known, state } : { ...known, state, metAt: metAt ?? row.saidAt, how: how ?? '' };
}

export async function needToChange(db: Db, id: LearningNeedId): Promise<LearningNeed | undefined> {
  const row = await db.row(toChange, { id });
  return row && needOf(row);
}
export const needsOf = async (db: Db, person: PersonId): Promise<LearningNeed[]> =>
  (await db.rows(ofPerson, { person })).map(needOf);
export const openNeeds = async (db: Db): Promise<LearningNeed[]> => (await db.rows(open, {})).map(needOf);
export const addNeed = (db: Db, need: OpenNeed): Promise<number> =>
  db.run(add, { ...need, words: need.words ?? null, metAt: null, how: null });
export const saveMet = (db: Db, met: { id: LearningNeedId; metAt: Moment; how: string }): Promise<number> =>
  db.run(save, met);
