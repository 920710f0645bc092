/** What the head or a doctor decides about a colleague's access and employment; each ends by itself, or here. */

import { useState } from 'react';
import { z } from 'zod';
import { roleSchema, roles } from '#duties';
import { dutyTexts } from '#duties/web';
import { dayInput } from '#kernel/inputs';
import { dayOf } from '#kernel/time';
import { Act, Choice, DateInput, Form, Notice, useClock, useDo, useNoWords, useTexts } from '#platform/web';
import { staffTexts } from '#staff';
import type { endEmployment, grantAccess, RosterLine, withdrawAccess } from '#staff/web';
import { shortDay } from '../short-day.ts';
import { rosterTexts } from './roster.texts.ts';

export function AccessPart({ line, decides }: { line: RosterLine; decides: boolean }) {
  const text = useTexts(rosterTexts);
  const [open, setOpen] = useState<'grant' | 'end'>();
  const close = (): void => setOpen(undefined);
  return (
    <>
      <h3 className="panel-head">{text.accessTitle}</h3>
      <AccessLines line={line} decides={decides} />
      {open === 'grant' ? <Grant line={line} onClose={close} /> : null}
      {open === 'end' ? <End line={line} onClose={close} /> : null}
      {open || !decides || !line.employment ? null : (
        <p className="act-row">
          <Act onPress={() => setOpen('grant')}>{text.grant}</Act>
          <Act weight="quiet" onPress={() => setOpen('end')}>
            {text.endEmployment}
          </Act>
        </p>
      )}
    </>
  );
}

function AccessLines({ line, decides }: { line: RosterLine; decides: boolean }) {
  const text = useTexts(rosterTexts);
  const words = useTexts(dutyTexts);
  const today = dayOf(useClock(60_000));
  const withdraw = useDo<typeof withdrawAccess>('withdrawAccess');
  const no = useNoWords<string>(useTexts(staffTexts).refusals)(withdraw.no);
  const standing = line.accesses.filter(({ withdrawnAt, until }) => !withdrawnAt && until >= today);
  return (
    <>
      <ul className="staff-lines">
        {standing.map((one) => (
          <li key={`${one.role} ${one.from}`} className="roster-row">
            <span>
              {words.roles[one.role]} <span className="soft">{text.until(shortDay(one.until))}</span>
            </span>
            {decides ? (
              <Act
                weight="quiet"
                onPress={() => void withdraw.run({ person: line.id, role: one.role })}
                isBusy={withdraw.isBusy}
                says={text.withdraw(words.roles[one.role].toLowerCase())}
              >
                {text.take}
              </Act>
            ) : null}
          </li>
        ))}
      </ul>
      {no ? <Notice tone="stop">{no}</Notice> : null}
    </>
  );
}

const grantForm = z.object({ role: roleSchema, from: dayInput, until: dayInput.nullable().default(null) });

function Grant({ line, onClose }: { line: RosterLine; onClose: () => void }) {
  const text = useTexts(rosterTexts);
  const words = useTexts(dutyTexts);
  const today = dayOf(useClock());
  const grant = useDo<typeof grantAccess>('grantAccess');
  const no = useNoWords<string>(useTexts(staffTexts).refusals)(grant.no);
  const [start] = useState({ role: 'helsesekretaer' as const, from: today, until: null });
  return (
    <Form
      title={text.grant}
      schema={grantForm}
      start={start}
      sendWords={text.grant}
      onSend={({ role, from, until }) => {
        const access = { role, from, ...(until ? { until } : {}) };
        return grant.run({ person: line.id, access });
      }}
      onDone={onClose}
      onCancel={onClose}
      foot={({ isBusy }) => <FormFoot words={text.grant} isBusy={isBusy} onClose={onClose} />}
    >
      <Choice
        name="role"
        label={text.grantRole}
        isFirst
        options={roles.map((role) => ({ value: role, words: words.roles[role] }))}
      />
      <DateInput name="from" label={text.from} />
      <DateInput name="until" label={text.untilField} />
      {no ? <Notice tone="stop">{no}</Notice> : null}
    </Form>
  );
}

const endForm = z.object({ lastDay: dayInput });

function End({ line, onClose }: { line: RosterLine; onClose: () => void }) {
  const text = useTexts(rosterTexts);
  const today = dayOf(useClock());
  const end = useDo<typeof endEmployment>('endEmployment');
  const no = useNoWords<string>(useTexts(staffTexts).refusals)(end.no);
  const [start] = useState({ lastDay: today });
  return (
    <Form
      title={text.endEmployment}
      schema={endForm}
      start={start}
      sendWords={text.end}
      onSend={({ lastDay }) => end.run({ person: line.id, lastDay })}
      onDone={onClose}
      onCancel={onClose}
      foot={({ isBusy }) => <FormFoot words={text.end} isBusy={isBusy} onClose={onClose} />}
    >
      <DateInput name="lastDay" label={text.lastDay} isFirst width="half" />
      {no ? <Notice tone="stop">{no}</Notice> : null}
    </Form>
  );
}

function FormFoot({ words, isBusy, onClose }: { words: string; isBusy: boolean; onClose: () => void }) {
  const text = useTexts(rosterTexts);
  return (
    <>
      <Act weight="first" sends keys="Ctrl Enter" isBusy={isBusy}>
        {words}
      </Act>
      <Act weight="quiet" keys="Esc" onPress={onClose}>
        {text.close}
      </Act>
    </>
  );
}
