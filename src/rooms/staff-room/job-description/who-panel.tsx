/** Who may do the duty here and now, those first; why the others may not, and who can be with a learner. */

import { useState } from 'react';
import type { DutyId } from '#duties';
import { dutyTexts } from '#duties/web';
import type { PersonId } from '#kernel/ids';
import { Act, Notice, Panel, State, useDo, useKeys, useLanguage, useMe, useNoWords, useTexts } from '#platform/web';
import { dayInWords, mayTexts, staffTexts, type WhoMayNow, whyNot } from '#staff';
import type { DutyPage, workUnder } from '#staff/web';
import { jobDescriptionTexts } from './job-description.texts.ts';

export function WhoPanel({ duty, page }: { duty: DutyId; page: DutyPage }) {
  const text = useTexts(jobDescriptionTexts);
  const me = useMe();
  const can = page.who.filter(({ may, isAway }) => may.yes && !isAway).length;
  return (
    <Panel title={text.whoMayHere} count={`${can}/${page.who.length}`}>
      <ul className="who-lines">
        {page.who.map((line) => (
          <WhoLine key={line.person} line={line} isMe={line.person === me.person} />
        ))}
      </ul>
      <WithMe duty={duty} page={page} />
      <StandingLines page={page} />
    </Panel>
  );
}

function WhoLine({ line, isMe }: { line: WhoMayNow; isMe: boolean }) {
  const text = useTexts(jobDescriptionTexts);
  const { language } = useLanguage();
  const { may } = line;
  const words = may.yes
    ? may.ground === 'supervised'
      ? text.supervised(mayTexts[language].closeness[may.closeness])
      : text.alone
    : text.cannot;
  const notes = [
    line.level === undefined ? '' : text.level(line.level),
    line.until ? text.until(dayInWords(language, line.until)) : '',
    line.delegatedUntil ? text.delegatedUntil(dayInWords(language, line.delegatedUntil)) : '',
  ].filter(Boolean);
  const tone = line.isAway ? 'gone' : may.yes ? (may.ground === 'supervised' ? 'waiting' : 'done') : 'expected';
  return (
    <li>
      <span>
        {isMe ? <strong>{line.name}</strong> : line.name}{' '}
        <span className="soft">
          {line.roles.map((role) => dutyTexts[language].roles[role].toLowerCase()).join(', ')}
        </span>
      </span>
      <State tone={tone} words={line.isAway ? text.away : words} />
      <small>
        {may.yes ? notes.join(' · ') : isMe ? whyNot(language, may.why, may.facts) : mayTexts[language].brief[may.why]}
      </small>
    </li>
  );
}

/** A learner names the colleague who is with her today; nothing else on this page asks for it. */
function WithMe({ duty, page }: { duty: DutyId; page: DutyPage }) {
  const text = useTexts(jobDescriptionTexts);
  const refusals = useTexts(staffTexts).refusals;
  const under = useDo<typeof workUnder>('workUnder');
  const [named, setNamed] = useState<string>();
  const words = useNoWords(refusals)(under.no);
  const may = page.mine?.may;
  const isAsked =
    may !== undefined && !may.yes && (may.why === 'supervisor needed' || may.why === 'supervisor may not');
  const able = isAsked
    ? page.who.filter((one) => one.may.yes && one.may.ground !== 'supervised' && !one.isAway).slice(0, 9)
    : [];
  const choose = async (one: { person: PersonId; name: string } | undefined): Promise<void> => {
    if (one && (await under.run({ supervisor: one.person, duty })).ok) setNamed(one.name);
  };
  useKeys(
    text.withMe,
    able.map((one, place) => ({ keys: String(place + 1), words: one.name, does: () => void choose(one) })),
  );
  if (named && !isAsked) return <Notice tone="done">{text.withMeSaid(named)}</Notice>;
  if (!isAsked) return null;
  return (
    <div className="padless">
      <Notice tone="info" title={text.withMe} />
      <p className="act-row">
        {able.map((one, place) => (
          <Act key={one.person} keys={String(place + 1)} onPress={() => void choose(one)} isBusy={under.isBusy}>
            {one.name}
          </Act>
        ))}
      </p>
      {words ? <Notice tone="stop">{words}</Notice> : null}
    </div>
  );
}

function StandingLines({ page }: { page: DutyPage }) {
  const text = useTexts(jobDescriptionTexts);
  return (
    <details className="padless who-standings">
      <summary>{text.standings}</summary>
      <dl className="facts">
        {page.line.whoMay.map(({ role, roleName, words }) => (
          <div key={role} className="who-standing">
            <dt>{roleName}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
