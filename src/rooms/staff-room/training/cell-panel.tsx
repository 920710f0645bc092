/** One person and one duty: the level that stands, what it rests on, and the sign-off by another who has seen it. */

import { useState } from 'react';
import type { DutyId } from '#duties';
import { dutyName, dutyTexts } from '#duties/web';
import { deviceKinds, deviceTexts } from '#equipment';
import type { PersonId } from '#kernel/ids';
import { dayOf } from '#kernel/time';
import {
  Act,
  Choice,
  DateInput,
  Empty,
  Form,
  LongText,
  Notice,
  NumberInput,
  Panel,
  useAsk,
  useClock,
  useDo,
  useKeys,
  useLanguage,
  useMe,
  useNoWords,
  useTexts,
} from '#platform/web';
import { dayInWords, staffTexts } from '#staff';
import type { competencesOfPerson, recordCompetence } from '#staff/web';
import type { Cell } from './matrix.ts';
import { signOffForm, signOffOf } from './sign-off-form.ts';
import { trainingTexts } from './training.texts.ts';

type Props = {
  readonly person: { readonly id: PersonId; readonly name: string };
  readonly duty: DutyId;
  readonly cell: Cell;
};

export function CellPanel({ person, duty, cell }: Props) {
  const text = useTexts(trainingTexts);
  const words = useTexts(dutyTexts);
  const { language } = useLanguage();
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const mayTry = me.person !== person.id && !me.roles.includes('pupil') && cell.state !== 'by profession';
  useKeys(person.name, mayTry ? [{ keys: 's', words: text.signOff, does: () => setOpen(true) }] : []);
  const stands =
    cell.level === undefined
      ? cell.state === 'by profession'
        ? text.ownAuthorisation
        : text.none
      : `${text.level(cell.level, words.levels[cell.level])}, ${text.until(dayInWords(language, cell.until ?? ''))}`;
  return (
    <Panel title={person.name} aside={dutyName(duty)[language]}>
      <p className="training-stands">{stands}</p>
      {isOpen ? <SignOff person={person} duty={duty} onClose={() => setOpen(false)} /> : null}
      {mayTry && !isOpen ? (
        <p>
          <Act keys="S" onPress={() => setOpen(true)}>
            {text.signOff}
          </Act>
        </p>
      ) : null}
      {me.roles.includes('pupil') ? null : <History person={person.id} duty={duty} />}
    </Panel>
  );
}

function SignOff({ person, duty, onClose }: Omit<Props, 'cell'> & { onClose: () => void }) {
  const text = useTexts(trainingTexts);
  const record = useDo<typeof recordCompetence>('recordCompetence');
  const no = useNoWords<string>(useTexts(staffTexts).refusals)(record.no);
  const today = dayOf(useClock());
  const [start] = useState({ level: '4' as const, observed: 5, words: '', device: null, from: today, until: null });
  return (
    <Form
      title={text.signOffTitle(person.name)}
      schema={signOffForm}
      start={start}
      sendWords={text.save}
      onSend={(form) => record.run({ ...signOffOf(form), person: person.id, duty } as never)}
      onDone={onClose}
      onCancel={onClose}
      foot={({ isBusy }) => (
        <>
          <Act weight="first" sends keys="Ctrl Enter" isBusy={isBusy}>
            {text.save}
          </Act>
          <Act weight="quiet" keys="Esc" onPress={onClose}>
            {text.close}
          </Act>
        </>
      )}
    >
      <SignOffFields />
      {no ? <Notice tone="stop">{no}</Notice> : null}
    </Form>
  );
}

function SignOffFields() {
  const text = useTexts(trainingTexts);
  const words = useTexts(dutyTexts);
  const devices = useTexts(deviceTexts);
  return (
    <>
      <Choice
        name="level"
        label={text.levelField}
        isFirst
        options={([0, 1, 2, 3, 4] as const).map((level) => ({
          value: String(level),
          words: `${level} – ${words.levels[level]}`,
        }))}
      />
      <NumberInput name="observed" label={text.observed} />
      <LongText name="words" label={text.evidence} rows={2} />
      <Choice
        name="device"
        label={text.device}
        options={[
          { value: '', words: '–' },
          ...deviceKinds.map((kind) => ({ value: kind, words: devices.kinds[kind] })),
        ]}
      />
      <DateInput name="from" label={text.from} />
      <DateInput name="until" label={text.untilField} hint={text.untilHint} width="half" />
    </>
  );
}

function History({ person, duty }: { person: PersonId; duty: DutyId }) {
  const text = useTexts(trainingTexts);
  const words = useTexts(dutyTexts);
  const { language } = useLanguage();
  const all = useAsk<typeof competencesOfPerson>('competencesOfPerson', { person }, { hears: ['CompetenceChanged'] });
  const ofDuty = (all.data ?? []).filter((one) => one.duty === duty).toReversed();
  return (
    <>
      <h3 className="panel-head">{text.history}</h3>
      {ofDuty.length === 0 ? (
        <Empty>{text.noHistory}</Empty>
      ) : (
        <ul className="staff-lines">
          {ofDuty.map((one) => (
            <li key={one.id}>
              <strong>{text.level(one.level, words.levels[one.level])}</strong>{' '}
              {one.device ? <span className="soft">({one.device}) </span> : null}
              <span className="soft">
                {dayInWords(language, one.from)}–{dayInWords(language, one.until)} · {text.seen(one.evidence.observed)}
              </span>
              <br />
              {one.evidence.words}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
