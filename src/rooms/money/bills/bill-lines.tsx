/** The lines of a bill with their reasons, and what the rules stopped. */

import { inKroner } from '#kernel/amounts';
import type { Facts } from '#kernel/result';
import { type Column, Key, Notice, Rows, useLanguage, useTexts } from '#platform/web';
import { billTexts, findingFacts } from './bill.texts.ts';
import { type BillLine, patientPartOf } from './bill-line.ts';
import { billScreenTexts } from './bill-screen.texts.ts';
import { isHardStop } from './draft.ts';
import { proposalTexts, workName } from './proposal.texts.ts';
import type { ProposedLine } from './proposal.ts';
import type { SeenBill } from './use-bills.tsx';

type Line = BillLine & Partial<Pick<ProposedLine, 'reasons'>>;
const keyOf = ({ code, name }: Line): string => code ?? name.nb;

type Props = {
  readonly seen: SeenBill;
  readonly chosen: string | undefined;
  readonly onChoose: (line: string) => void;
};

export function BillLines({ seen, chosen, onChoose }: Props) {
  const text = useTexts(billScreenTexts);
  const { language } = useLanguage();
  const columns: readonly Column<Line>[] = [
    { title: text.code, show: (line) => <strong>{line.code ?? ''}</strong>, width: '64px' },
    { title: text.what, show: (line) => <What line={line} /> },
    { title: text.count, show: ({ count }) => (count > 1 ? count : ''), align: 'right', width: '46px' },
    { title: text.pays, show: (line) => <Pays line={line} />, align: 'right', width: '150px' },
    { title: text.helfo, show: ({ helfo }) => inKroner(helfo), align: 'right', width: '90px' },
  ];
  return (
    <>
      <Rows
        label={proposalTexts[language].lines}
        rows={seen.bill.lines}
        columns={columns}
        idOf={keyOf}
        chosen={chosen}
        onChoose={(line) => onChoose(keyOf(line))}
        empty={proposalTexts[language].nothingToBill}
      />
      <Looks seen={seen} />
    </>
  );
}

function What({ line }: { line: Line }) {
  const { language } = useLanguage();
  const reasons = proposalTexts[language].reasons;
  const said = [...new Set((line.reasons ?? []).map(({ why, facts }) => reasons[why](facts ?? {})))];
  return (
    <>
      {line.name[language]}
      {said.length > 0 ? <div className="soft bill-why">{said.join(' ')}</div> : null}
    </>
  );
}

function Pays({ line }: { line: Line }) {
  const text = useTexts(billScreenTexts);
  const pays = patientPartOf(line);
  if (pays === 0) return <span className="soft">0,00</span>;
  return (
    <>
      <strong>{inKroner(pays)}</strong>
      <div className="soft bill-why">{line.egenandel > 0 ? text.countsToFrikort : text.countsNot}</div>
    </>
  );
}

/** Notes that the exemption form answers. */
const asksWho: readonly string[] = [
  'frikort not asked',
  'frikort has no data',
  'ground missing',
  'tell the patient beforehand',
];

/** What a person should see before anything is paid: notes, stops, and the second look where lines were changed. */
function Looks({ seen }: { seen: SeenBill }) {
  const text = useTexts(billScreenTexts);
  const { language } = useLanguage();
  const { blocked: stops, notes, hardStop } = proposalTexts[language];
  const { bill, findings } = seen;
  const finding = billTexts[language].findings;
  if (bill.state !== 'proposed') return null;
  return (
    <>
      {bill.notes.map(({ why, facts }) => (
        <Notice key={why + JSON.stringify(facts)} tone="warning">
          {notes[why](facts ?? {})} {asksWho.includes(why) ? <Key>F</Key> : null}
        </Notice>
      ))}
      {findings.map((one) => (
        <Notice key={one.kind + one.code} tone="warning" title={text.secondLook}>
          {finding[one.kind](findingFacts(one))}
        </Notice>
      ))}
      {bill.blocked.length > 0 ? (
        <section className="bill-stops" aria-label={text.stopped}>
          <h3>{text.stopped}</h3>
          <ul>
            {bill.blocked.map((one) => (
              <li key={one.code + one.why}>
                <strong>{workName(one.code, language)}</strong> {stops[one.why]((one.facts ?? {}) as Facts)}
                {isHardStop(one) ? <span className="late"> {hardStop}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
