/** One colleague: agreement, access, authorisation and absence, and what can be decided about them from here. */

import { dutyTexts } from '#duties/web';
import { dayOf } from '#kernel/time';
import { Act, Notice, Panel, useClock, useDo, useKeys, useLanguage, useMe, useNoWords, useTexts } from '#platform/web';
import { dayInWords, staffTexts } from '#staff';
import type { endAbsence, RosterLine, recordAuthorisation, registerAbsence } from '#staff/web';
import { AccessPart } from './access-part.tsx';
import { rosterTexts } from './roster.texts.ts';

type Props = { readonly line: RosterLine; readonly people: readonly RosterLine[] };

export function PersonPanel({ line, people }: Props) {
  const text = useTexts(rosterTexts);
  const me = useMe();
  const decides = me.roles.includes('head') || me.roles.includes('doctor');
  return (
    <Panel title={`${line.givenName} ${line.familyName}`}>
      <Facts line={line} people={people} />
      <Absence line={line} />
      {decides || me.roles.includes('it') ? <LookUp line={line} /> : null}
      <AccessPart line={line} decides={decides} />
      {line.absences.length > 0 ? <Absences line={line} title={text.absences} /> : null}
    </Panel>
  );
}

function Facts({ line, people }: Props) {
  const text = useTexts(rosterTexts);
  const { language } = useLanguage();
  const { employment } = line;
  const words = useTexts(dutyTexts);
  const supervisor =
    employment?.kind === 'placement' ? people.find(({ id }) => id === employment.supervisor) : undefined;
  const period = (from: string, until: string | undefined): string =>
    `${dayInWords(language, from)} – ${until ? dayInWords(language, until) : text.noEnd}`;
  return (
    <dl className="facts">
      <dt>{text.employment}</dt>
      <dd>{employment ? `${text.kinds[employment.kind]}, ${period(employment.from, employment.until)}` : text.none}</dd>
      {employment?.kind === 'placement' ? (
        <>
          <dt>{text.school}</dt>
          <dd>{employment.school}</dd>
          <dt>{text.supervisor}</dt>
          <dd>{supervisor ? `${supervisor.givenName} ${supervisor.familyName}` : text.none}</dd>
        </>
      ) : null}
      <dt>{text.authorisation}</dt>
      <dd>
        {line.authorisations
          .map(
            (one) =>
              `${words.roles[one.role]} ${period(one.from, one.until)}, ${text.looked(dayInWords(language, one.checkedOn))}`,
          )
          .join('; ') || text.none}
      </dd>
    </dl>
  );
}

function Absence({ line }: { line: RosterLine }) {
  const text = useTexts(rosterTexts);
  const today = dayOf(useClock(60_000));
  const away = useDo<typeof registerAbsence>('registerAbsence');
  const back = useDo<typeof endAbsence>('endAbsence');
  const words = useNoWords<string>(useTexts(staffTexts).refusals)(away.no ?? back.no);
  const person = line.id;
  const isAway = line.absence !== null;
  const press = (): void =>
    void (isAway ? back.run({ person, backOn: today }) : away.run({ person, from: today, until: today }));
  useKeys(line.familyName, [{ keys: 'b', words: isAway ? text.backToday : text.awayToday, does: press }]);
  return (
    <>
      <p>
        <Act keys="B" onPress={press} isBusy={away.isBusy || back.isBusy}>
          {isAway ? text.backToday : text.awayToday}
        </Act>
      </p>
      {words ? <Notice tone="stop">{words}</Notice> : null}
    </>
  );
}

function Absences({ line, title }: { line: RosterLine; title: string }) {
  const text = useTexts(rosterTexts);
  const { language } = useLanguage();
  return (
    <>
      <h3 className="panel-head">{title}</h3>
      <ul className="staff-lines">
        {line.absences.toReversed().map(({ from, until }) => (
          <li key={from}>
            {dayInWords(language, from)} {until ? `– ${dayInWords(language, until)}` : text.noEnd}
          </li>
        ))}
      </ul>
    </>
  );
}

/** «Looked up in HPR today»: the newest line of the role with today's date. */
function LookUp({ line }: { line: RosterLine }) {
  const text = useTexts(rosterTexts);
  const record = useDo<typeof recordAuthorisation>('recordAuthorisation');
  const latest = line.authorisations.at(-1);
  const words = useNoWords<string>(useTexts(staffTexts).refusals)(record.no);
  const look = (): void => {
    if (!latest) return;
    const { role, kind, from, until } = latest;
    void record.run({ person: line.id, authorisation: { role, kind, from, until: until ?? null } });
  };
  useKeys(text.lookedUp, latest ? [{ keys: 'h', words: text.lookedUp, does: look }] : []);
  if (!latest) return null;
  return (
    <>
      <p>
        <Act keys="H" onPress={look} isBusy={record.isBusy}>
          {text.lookedUp}
        </Act>
      </p>
      {words ? <Notice tone="stop">{words}</Notice> : null}
    </>
  );
}
