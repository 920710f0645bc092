/** The tariff of the day as this clinic uses it: searched, with source and certainty, and who has changed what. */

import { useState } from 'react';
import { inKroner } from '#kernel/amounts';
import { dayOf } from '#kernel/time';
import { dayWords } from '#patients/web';
import { Chip, type Column, Notice, Panel, Rows, useAsk, useClock, useLanguage, useMe, useTexts } from '#platform/web';
import { AdaptForm } from './adapt-form.tsx';
import type { seeTariff } from './tariff.api.ts';
import { tariffTexts } from './tariff.texts.ts';
import { tariffScreenTexts } from './tariff-screen.texts.ts';
import '../bills/bill.css';

const useTariff = () =>
  useAsk<typeof seeTariff>('seeTariff', { day: dayOf(useClock(60_000)) }, { hears: ['TariffAdapted'], keeps: true });
type Seen = NonNullable<ReturnType<typeof useTariff>['data']>;
type Line = Seen['lines'][number];

export default function TariffScreen() {
  const text = useTexts(tariffScreenTexts);
  const seen = useTariff().data;
  const [code, setCode] = useState<string>();
  const chosen = seen?.lines.find((line) => line.code === code);
  return (
    <>
      <div className="page-title">
        <h1>{text.title}</h1>
        {seen?.edition ? <span className="soft">{seen.edition.value.name}</span> : null}
      </div>
      {seen && !seen.edition ? <Notice tone="stop">{text.noEdition}</Notice> : null}
      {seen ? (
        <div className="columns">
          <Codes lines={seen.lines} chosen={code} onChoose={setCode} />
          <div className="bill-side">
            <OneCode line={chosen} />
            <Adaptations seen={seen} />
          </div>
        </div>
      ) : null}
    </>
  );
}

type CodesProps = {
  readonly lines: readonly Line[];
  readonly chosen: string | undefined;
  readonly onChoose: (code: string) => void;
};

function Codes({ lines, chosen, onChoose }: CodesProps) {
  const text = useTexts(tariffScreenTexts);
  const { language } = useLanguage();
  const chapters = tariffTexts[language].chapters;
  const certainty = tariffTexts[language].certainty;
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const found = lines.filter((line) =>
    [line.code, line.name[language], chapters[line.chapter]].some((part) => part.toLowerCase().includes(wanted)),
  );
  const columns: readonly Column<Line>[] = [
    { title: text.code, show: (line) => <strong>{line.code}</strong>, width: '70px' },
    { title: text.name, show: (line) => <Name line={line} chapter={chapters[line.chapter]} language={language} /> },
    { title: text.honorar, show: ({ price }) => inKroner(price.honorar), align: 'right', width: '84px' },
    { title: text.patient, show: ({ price }) => inKroner(price.patient), align: 'right', width: '84px' },
    { title: text.helfo, show: ({ price }) => inKroner(price.refund), align: 'right', width: '84px', isExtra: true },
    { title: text.certainty, show: ({ price }) => certainty[price.certainty], width: '170px', isExtra: true },
  ];
  return (
    <Panel
      title={text.title}
      count={found.length}
      aside={
        <label className="tariff-search">
          {text.search}{' '}
          <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} autoFocus />
        </label>
      }
    >
      <Rows
        label={text.title}
        rows={found}
        columns={columns}
        idOf={(line) => line.code}
        chosen={chosen}
        onChoose={(line) => onChoose(line.code)}
        empty={text.nothingFound}
      />
    </Panel>
  );
}

function Name({ line, chapter, language }: { line: Line; chapter: string; language: 'nb' | 'en' }) {
  return (
    <>
      {line.name[language]} <span className="soft bill-why">{chapter}</span>
    </>
  );
}

function OneCode({ line }: { line: Line | undefined }) {
  const text = useTexts(tariffScreenTexts);
  const { language } = useLanguage();
  const isHead = useMe().roles.includes('head');
  if (!line) {
    return (
      <Panel title={text.certainty}>
        <p className="empty">{text.choose}</p>
      </Panel>
    );
  }
  return (
    <Panel title={`${line.code} ${line.name[language]}`}>
      <dl className="facts">
        <dt>{text.certainty}</dt>
        <dd>{line.source}</dd>
        <dt>{text.validFrom}</dt>
        <dd>
          {dayWords(line.from)} {line.until ? text.until(dayWords(line.until)) : ''}
        </dd>
        <dt>{text.patient}</dt>
        <dd>
          {inKroner(line.price.patient)} {line.patientPart === 'egenandel' ? text.countsToFrikort : text.countsNot}
        </dd>
        <dt>{text.triggeredBy}</dt>
        <dd>{line.by.map((who) => text.by[who]).join(', ')}</dd>
        {line.notes.length > 0 ? (
          <>
            <dt>{text.notes}</dt>
            <dd>{line.notes.join(', ')}</dd>
          </>
        ) : null}
      </dl>
      {line.specialistOnly ? <Chip>{text.specialistOnly}</Chip> : null}
      {isHead ? <AdaptForm key={line.code} code={line.code} /> : <p className="soft">{text.onlyHead}</p>}
    </Panel>
  );
}

function Adaptations({ seen }: { seen: Seen }) {
  const text = useTexts(tariffScreenTexts);
  return (
    <Panel title={text.adaptations} count={seen.adaptations.length}>
      {seen.adaptations.length === 0 ? <p className="empty">{text.noAdaptations}</p> : null}
      <ul className="bill-waiting">
        {seen.adaptations.map(({ id, code, change, reason, source, from, decidedByName, decidedAt }) => (
          <li key={id}>
            <span>
              <strong>{code}</strong> {text.kinds[change.kind]}{' '}
              {change.kind === 'not used' ? '' : inKroner(change.patientInOre)} · {dayWords(from)}
              <br />
              <span className="soft">
                {reason} ({source}) {text.decidedBy(decidedByName, dayWords(dayOf(decidedAt)))}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
