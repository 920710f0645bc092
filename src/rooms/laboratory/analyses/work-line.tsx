/** A line of the laboratory's work list, and who it is for. */

import { dayOf } from '#kernel/time';
import { ageWords } from '#patients/web';
import { useClock, useLanguage } from '#platform/web';
import type { Asked } from '../asked.tsx';
import type { laboratoryWork } from './analysis.api.ts';
import type { WorkOrder } from './work-list.ts';

export type WorkLine = Asked<typeof laboratoryWork>[number];
export type WorkOrderLine = WorkOrder<WorkLine>;

export function Who({ line }: { line: Pick<WorkLine, 'familyName' | 'givenName' | 'birthDate'> }) {
  const { language } = useLanguage();
  const today = dayOf(useClock(60_000));
  return (
    <span className="private">
      {line.familyName}, {line.givenName} <span className="soft">{ageWords(line.birthDate, today, language)}</span>
    </span>
  );
}
