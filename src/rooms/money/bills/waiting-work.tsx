/** Work that stands on no bill: why, and whose it is to be. Income that nobody has claimed is found here. */

import { useState } from 'react';
import type { PersonId } from '#kernel/ids';
import { timeOf } from '#kernel/time';
import { fullName } from '#patients';
import { Empty, Notice, Panel, useDo, useLanguage, useNoWords, useTexts } from '#platform/web';
import type { sayWhoseBill } from './bill.api.ts';
import { billRefusals, billScreenTexts } from './bill-screen.texts.ts';
import { workName } from './proposal.texts.ts';
import type { DayBills } from './use-bills.tsx';

type Waiting = DayBills['waiting'][number];

export function WaitingWork({ data }: { data: DayBills }) {
  const text = useTexts(billScreenTexts);
  const words = useNoWords<string>(useTexts(billRefusals).refusals);
  const say = useDo<typeof sayWhoseBill>('sayWhoseBill');
  return (
    <Panel title={text.waiting} count={data.waiting.length}>
      {data.waiting.length === 0 ? <Empty>{text.noWaiting}</Empty> : null}
      <ul className="bill-waiting">
        {data.waiting.map((one) => (
          <li key={one.id}>
            <What one={one} />
            {one.why === 'no doctor' ? (
              <Whose doctors={data.doctors} onChoose={(doctor) => void say.run({ fact: one.id, doctor })} />
            ) : null}
          </li>
        ))}
      </ul>
      {say.no ? <Notice tone="stop">{words(say.no)}</Notice> : null}
    </Panel>
  );
}

function What({ one }: { one: Waiting }) {
  const text = useTexts(billScreenTexts);
  const { language } = useLanguage();
  const { what } = one;
  const name =
    what.kind === 'analysis'
      ? workName(what.analyte, language)
      : what.kind === 'procedure'
        ? workName(what.procedure, language)
        : what.kind === 'meeting'
          ? text.kinds['in person']
          : what.kind === 'ecg'
            ? workName('ecg', language)
            : text.contactKind;
  return (
    <span>
      <strong className="private">{one.who ? fullName(one.who) : ''}</strong> {name}
      <br />
      <span className="soft">
        {timeOf(one.doneAt)} {one.doctorName} · {text.waitingWhy[one.why]}
      </span>
    </span>
  );
}

function Whose({ doctors, onChoose }: { doctors: DayBills['doctors']; onChoose: (doctor: PersonId) => void }) {
  const text = useTexts(billScreenTexts);
  const [chosen, setChosen] = useState('');
  return (
    <select
      aria-label={text.waitingFor}
      value={chosen}
      onChange={(event) => {
        setChosen(event.target.value);
        onChoose(event.target.value as PersonId);
      }}
    >
      <option value="">{text.waitingFor}</option>
      {doctors.map(({ person, name }) => (
        <option key={person} value={person}>
          {name}
        </option>
      ))}
    </select>
  );
}
