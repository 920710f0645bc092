/** The clinic's own decisions about its duties as the table holds them; rows are added and never changed. */

import type { PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { Adaptation, AdaptationId, WhoChange } from './adaptation.ts';
import type { CompetenceLevel, DutyId } from './duty.ts';

type AdaptationRow = {
  readonly id: AdaptationId;
  readonly duty: DutyId;
  readonly on: boolean;
  readonly who: WhoChange | null;
  readonly levelAlone: CompetenceLevel | null;
  readonly text: string | null;
  readonly owner: PersonId | null;
  readonly deputy: PersonId | null;
  readonly decidedBy: PersonId;
  readonly decidedAt: Moment;
  readonly from: IsoDate;
};

const columns = `a.id, a.duty, a.is_on as "on", a.who, a.level_alone as "levelAlone", a.words as "text", a.owner, a.deputy,
  a.decided_by as "decidedBy", a.decided_at as "decidedAt", a.valid_from as "from"`;

const all = statement<object, AdaptationRow>(
  'duty adaptation: all',
  `select ${columns} from duty_adaptation a where a.clinic = :clinic order by a.decided_at, a.id`,
);
const add = statement<Omit<AdaptationRow, 'who'> & { who: string | null }>(
  'duty adaptation: add',
  `insert into duty_adaptation (clinic, id, duty, is_on, who, level_alone, words, owner, deputy, decided_by, decided_at, valid_from)
   values (:clinic, :id, :duty, :on, :who::jsonb, :levelAlone, :text, :owner, :deputy, :decidedBy, :decidedAt, :from)`,
);

function adaptationOf({ who, levelAlone, text, owner, deputy, ...row }: AdaptationRow): Adaptation {
  return {
    ...row,
    ...(who ? { who } : {}),
    ...(levelAlone === null ? {} : { levelAlone }),
    ...(text ? { text } : {}),
    ...(owner ? { owner } : {}),
    ...(deputy ? { deputy } : {}),
  };
}

export const allAdaptations = async (db: Db): Promise<Adaptation[]> => (await db.rows(all, {})).map(adaptationOf);
export const addAdaptation = (db: Db, made: Adaptation): Promise<number> =>
  db.run(add, {
    ...made,
    who: made.who ? JSON.stringify(made.who) : null,
    levelAlone: made.levelAlone ?? null,
    text: made.text ?? null,
    owner: made.owner ?? null,
    deputy: made.deputy ?? null,
  });
