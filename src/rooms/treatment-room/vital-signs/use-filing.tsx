/** What a measuring card knows of the patient, and how it files. */

import { useState } from 'react';
import type { PatientId } from '#patients';
import type { Answered, No } from '#platform/web';
import { type KeyAct, useAsk, useDo, useKeys, useTexts } from '#platform/web';
import { cardTexts } from './card.texts.ts';
import { answers } from './filing.ts';
import type { Taken } from './measuring.ts';
import type { recordBloodPressure, recordSaturation, recordVitalSigns, vitalSignsOf } from './vital-signs.api.ts';

export type SeenSigns = NonNullable<ReturnType<typeof useSigns>['data']>;
export type OpenOrder = SeenSigns['open'][number];

export const signFacts = [
  'VitalSignsFiled',
  'ProcedureDone',
  'OrderPlaced',
  'OrderChanged',
  'OrderPerformed',
  'NoteMoved',
] as const;

export function useSigns(patient: PatientId) {
  return useAsk<typeof vitalSignsOf>('vitalSignsOf', { patient }, { hears: signFacts });
}

/** The oldest open order for this kind; the card answers it by itself. */
export function orderFor(seen: SeenSigns | undefined, kind: Taken['kind']): OpenOrder | undefined {
  return seen?.open.findLast(({ item }) => item.code === answers[kind]);
}

export type FiledAnswer = { readonly isForDoctorAtOnce: boolean };

/** One way to file for the three kinds; the last no stands until the next try. */
export function useFiling(patient: PatientId, order: OpenOrder | undefined, onFiled: (filed: FiledAnswer) => void) {
  const pressure = useDo<typeof recordBloodPressure>('recordBloodPressure');
  const signs = useDo<typeof recordVitalSigns>('recordVitalSigns');
  const saturation = useDo<typeof recordSaturation>('recordSaturation');
  const [no, setNo] = useState<No>();
  const [isConfirmed, setConfirmed] = useState(false);
  const asked = order
    ? { patient, order: order.order, number: order.item.number, conditionsConfirmed: isConfirmed }
    : { patient };
  const send = (taken: Taken): Promise<Answered<FiledAnswer>> => {
    if (taken.kind === 'blood pressure')
      return pressure.run({ ...taken, ...asked, preparation: [...taken.preparation], symptoms: [...taken.symptoms] });
    return taken.kind === 'vital signs' ? signs.run({ ...taken, ...asked }) : saturation.run({ ...taken, ...asked });
  };
  const file = async (taken: Taken | undefined): Promise<void> => {
    if (!taken) return;
    const answered = await send(taken);
    setNo(answered.ok ? undefined : answered.no);
    if (answered.ok) onFiled(answered.value);
  };
  return {
    file,
    no,
    isBusy: pressure.isBusy || signs.isBusy || saturation.isBusy,
    isConfirmed,
    confirm: () => setConfirmed((was) => !was),
  };
}

type Carding = {
  readonly kind: Taken['kind'];
  readonly patient: PatientId;
  readonly seen: SeenSigns;
  readonly taken: Taken | undefined;
  readonly onFiled: (filed: FiledAnswer) => void;
  /** Letters of this card alone. */
  readonly letters: readonly KeyAct[];
};

/** The order that the card answers, its keys, filing, and giving back. */
export function useCard({ kind, patient, seen, taken, onFiled, letters: own }: Carding) {
  const text = useTexts(cardTexts);
  const order = orderFor(seen, kind);
  const filing = useFiling(patient, order, onFiled);
  const [isBack, setBack] = useState(false);
  const file = (): void => void filing.file(taken);
  const letters: readonly KeyAct[] = [
    ...own,
    { keys: 'j', words: text.conditionsMet, does: filing.confirm },
    ...(order ? [{ keys: 'u', words: text.back, does: () => setBack(true) }] : []),
  ];
  useKeys(text.title, [...letters, { keys: 'Ctrl+Enter', words: text.file, does: file, inFields: true }]);
  return { order, filing, file, letters, isBack, giveBack: () => setBack(true), keep: () => setBack(false) };
}
export type CardState = ReturnType<typeof useCard>;
