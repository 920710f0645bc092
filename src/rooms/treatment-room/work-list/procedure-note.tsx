/** What was done, in one's own words, where the procedure has no card yet. */

import { Textarea } from '@navikt/ds-react';
import { useState } from 'react';
import { entryTexts } from '#journal';
import { orderTexts } from '#orders';
import type { WaitingLine } from '#orders/web';
import { Act, Notice, useDo, useKeys, useNoWords, useTexts } from '#platform/web';
import type * as procedures from './procedure.api.ts';
import { isProcedureCode, procedureCommands } from './procedure.ts';
import { workListTexts } from './work-list.texts.ts';

/** All of them take the same and answer the same. */
type Performing = typeof procedures.performWoundCare;

export function ProcedureNote({ line }: { line: WaitingLine }) {
  const text = useTexts(workListTexts);
  const [typed, setTyped] = useState('');
  const [isConfirmed, setConfirmed] = useState(line.item.conditions.length === 0);
  const name = isProcedureCode(line.item.code) ? procedureCommands[line.item.code] : undefined;
  const perform = useDo<Performing>((name ?? 'performWoundCare') as 'performWoundCare');
  const words = useNoWords<string>({ ...useTexts(entryTexts).refusals, ...useTexts(orderTexts).refusals });
  const canFile = typed.trim() !== '' && isConfirmed;
  const { order, item } = line;
  const file = (): void => {
    const done = { order, number: item.number, text: typed, conditionsConfirmed: isConfirmed };
    if (canFile) void perform.run(done);
  };
  useKeys(text.whatWasDone, [{ keys: 'Ctrl+Enter', words: text.done, does: file, inFields: true }]);
  return (
    <div className="procedure-note">
      <Notice tone="info">{text.noCard}</Notice>
      {item.conditions.length > 0 ? (
        <ConditionMet isMet={isConfirmed} onPress={() => setConfirmed(!isConfirmed)} />
      ) : null}
      <Textarea
        size="small"
        label={text.whatWasDone}
        minRows={4}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p>
        <Act weight="first" keys="Ctrl Enter" onPress={file} isBusy={perform.isBusy} isOff={!canFile}>
          {text.done}
        </Act>
      </p>
      {perform.no ? <Notice tone="stop">{words(perform.no)}</Notice> : null}
    </div>
  );
}

function ConditionMet({ isMet, onPress }: { isMet: boolean; onPress: () => void }) {
  const text = useTexts(workListTexts);
  return (
    <p>
      <button type="button" className="toggle" aria-pressed={isMet} onClick={onPress}>
        {text.conditionsMet}
      </button>
    </p>
  );
}
