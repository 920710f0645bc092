/** Who pays: frikort as it is asked at the desk, exemption by another reason, and which list the patient is on. */

import type { IsoDate } from '#kernel/time';
import type { recordFrikort } from '#patients/web';
import { Act, Notice, useDo, useKeys, useLanguage, useNoWords, useTexts } from '#platform/web';
import type { sayOfVisit } from './bill.api.ts';
import { billRefusals, billScreenTexts } from './bill-screen.texts.ts';
import type { PatientBills, SeenBill } from './use-bills.tsx';

type Props = { readonly seen: SeenBill; readonly data: PatientBills; readonly onClose: () => void };
type Said = Omit<Parameters<ReturnType<typeof useDo<typeof sayOfVisit>>['run']>[0], 'bill'>;

export function Exemption({ seen, data, onClose }: Props) {
  const text = useTexts(billScreenTexts);
  const say = useDo<typeof sayOfVisit>('sayOfVisit');
  const words = useNoWords<string>(useTexts(billRefusals).refusals);
  const { circumstances: said, bill, about } = seen;
  const onSay = (what: Said): void => void say.run({ bill: bill.id, ...what });
  useKeys(text.exemption, [{ keys: 'Escape', words: text.close, does: onClose, inFields: true }]);
  return (
    <div className="bill-form">
      <Frikort seen={seen} />
      <Reason said={said} data={data} onSay={onSay} />
      <Chosen
        label={text.list}
        value={said.list ?? ''}
        options={{ '': text.lists.auto, ...withoutAuto(text.lists) }}
        onChoose={(list) => onSay({ list: (list || null) as typeof said.list })}
      />
      {about === 'not attended' ? (
        <Chosen
          label={text.toldBeforehand}
          value={said.toldBeforehand}
          options={text.told}
          onChoose={(told) => onSay({ toldBeforehand: told as typeof said.toldBeforehand })}
        />
      ) : null}
      <Act weight="quiet" keys="Esc" onPress={onClose}>
        {text.close}
      </Act>
      {say.no ? <Notice tone="stop">{words(say.no)}</Notice> : null}
    </div>
  );
}

function withoutAuto<T extends { readonly auto: string }>({ auto: _, ...lists }: T): Omit<T, 'auto'> {
  return lists;
}

/** The register is told what the patient's card says; every proposal of the patient is made again. */
function Frikort({ seen }: { seen: SeenBill }) {
  const text = useTexts(billScreenTexts);
  const record = useDo<typeof recordFrikort>('recordFrikort');
  const { patient } = seen.bill;
  const endOfYear = `${seen.day.slice(0, 4)}-12-31` as IsoDate;
  return (
    <>
      <Act isBusy={record.isBusy} onPress={() => void record.run({ patient, until: endOfYear })}>
        {text.askFrikort}
      </Act>
      <Act isBusy={record.isBusy} onPress={() => void record.run({ patient, until: null })}>
        {text.noFrikort}
      </Act>
    </>
  );
}

type ReasonProps = {
  readonly said: SeenBill['circumstances'];
  readonly data: PatientBills;
  readonly onSay: (said: Said) => void;
};

function Reason({ said, data, onSay }: ReasonProps) {
  const text = useTexts(billScreenTexts);
  const { language } = useLanguage();
  const reasons = data.exemptions.filter(({ reason }) => reason !== 'frikort' && reason !== 'child');
  return (
    <>
      <Chosen
        label={text.exemption}
        value={said.stated ?? ''}
        isFirst
        options={{
          '': text.noExemption,
          ...Object.fromEntries(reasons.map(({ reason, name }) => [reason, name[language]])),
        }}
        onChoose={(stated) => onSay({ stated: (stated || null) as typeof said.stated })}
      />
      {said.stated ? (
        <label className="bill-tick">
          <input
            type="checkbox"
            checked={said.groundWritten}
            onChange={(event) => onSay({ groundWritten: event.target.checked })}
          />{' '}
          {text.groundWritten}
        </label>
      ) : null}
    </>
  );
}

type ChosenProps = {
  readonly label: string;
  readonly value: string;
  readonly options: Readonly<Record<string, string>>;
  readonly isFirst?: boolean;
  readonly onChoose: (value: string) => void;
};

function Chosen({ label, value, options, isFirst, onChoose }: ChosenProps) {
  return (
    <label>
      {label}
      <select autoFocus={isFirst ?? false} value={value} onChange={(event) => onChoose(event.target.value)}>
        {Object.entries(options).map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
