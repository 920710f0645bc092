/** The clinic makes the line its own: on or off, who, from which level, in its own words, and who answers for it. */

import { useState } from 'react';
import { type DutyId, roles, standings } from '#duties';
import { type adaptDuty, type dutyDecisions, dutyTexts } from '#duties/web';
import { dayOf } from '#kernel/time';
import {
  Act,
  Choice,
  DateInput,
  Form,
  LongText,
  Notice,
  Panel,
  Tick,
  useAsk,
  useClock,
  useDo,
  useLanguage,
  useNoWords,
  useTexts,
} from '#platform/web';
import { dayInWords } from '#staff';
import type { DutyPage, roster } from '#staff/web';
import { adaptForm, sentOf, startOf } from './adapt-form.ts';
import { jobDescriptionTexts } from './job-description.texts.ts';

export function AdaptPanel({ duty, page, onClose }: { duty: DutyId; page: DutyPage; onClose: () => void }) {
  const text = useTexts(jobDescriptionTexts);
  const words = useTexts(dutyTexts);
  const adapt = useDo<typeof adaptDuty>('adaptDuty');
  const no = useNoWords<string>(words.refusals)(adapt.no);
  const today = dayOf(useClock());
  const [start] = useState(() => startOf(page.local, today));
  return (
    <Panel title={text.adaptTitle} aside={page.isFixedByLaw ? text.fixed : null}>
      <Form
        title={text.adaptTitle}
        schema={adaptForm}
        start={start}
        sendWords={text.save}
        onSend={(form) => adapt.run(sentOf(duty, form) as never)}
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
        {page.isFixedByLaw ? null : <Tick name="on" label={text.adaptOn} />}
        <LongText name="text" label={text.adaptText} isFirst />
        <PeopleChoices />
        <Choice
          name="levelAlone"
          label={text.adaptLevel}
          width="half"
          options={[
            { value: '', words: text.asStandard },
            ...([2, 3, 4] as const).map((level) => ({
              value: String(level),
              words: `${level} – ${words.levels[level]}`,
            })),
          ]}
        />
        <DateInput name="from" label={text.adaptFrom} />
        <WhoChoices page={page} />
        {no ? <Notice tone="stop">{no}</Notice> : null}
      </Form>
      <Decisions duty={duty} />
    </Panel>
  );
}

function PeopleChoices() {
  const text = useTexts(jobDescriptionTexts);
  const people = useAsk<typeof roster>('roster', {});
  const options = [
    { value: '', words: text.nobody },
    ...(people.data ?? [])
      .filter(({ notIn }) => notIn === null)
      .map(({ id, givenName, familyName }) => ({ value: id, words: `${givenName} ${familyName}` })),
  ];
  if (!people.data) return null;
  return (
    <>
      <Choice name="owner" label={text.adaptOwner} options={options} />
      <Choice name="deputy" label={text.adaptDeputy} options={options} />
    </>
  );
}

function WhoChoices({ page }: { page: DutyPage }) {
  const text = useTexts(jobDescriptionTexts);
  const words = useTexts(dutyTexts);
  return (
    <fieldset className="form-part">
      <legend>{text.adaptWho}</legend>
      {roles.map((role) => {
        const now = page.line.whoMay.find((one) => one.role === role)?.words ?? text.notAtAll;
        return (
          <Choice
            key={role}
            name={`who.${role}`}
            label={words.roles[role]}
            hint={now}
            options={[
              { value: 'standard', words: text.asStandard },
              { value: 'none', words: text.notAtAll },
              ...standings.map((standing) => ({ value: standing, words: words.standings[standing] })),
            ]}
          />
        );
      })}
    </fieldset>
  );
}

/** What was decided before stays to be read. */
function Decisions({ duty }: { duty: DutyId }) {
  const text = useTexts(jobDescriptionTexts);
  const { language } = useLanguage();
  const made = useAsk<typeof dutyDecisions>('dutyDecisions', { duty }, { hears: ['DutyAdapted'] });
  if (!made.data || made.data.length === 0) return null;
  return (
    <>
      <h3 className="panel-head">{text.decisions}</h3>
      <ul className="who-lines">
        {made.data.map((one) => (
          <li key={one.id}>
            <span>{text.decidedBy(one.decidedByName, dayInWords(language, one.from))}</span>
            <span>{one.on ? text.wasOn : text.wasOff}</span>
            {one.text ? <small>{one.text}</small> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
