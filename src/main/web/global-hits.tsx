/** What the global field has found: patients first, then screens, then duties of the job description. */

import { type ReactNode, useDeferredValue } from 'react';
import { useAsk, useLanguage, useTexts } from '#platform/web';
import { findDuties } from '../../commons/duties/duty-names.ts';
import type { findPatients } from '../../commons/patients/patient.api.ts';
import { PatientHit } from '../../commons/patients/patient-hit.tsx';
import { frameTexts } from './frame.texts.ts';
import { screens } from './rooms.web.ts';

export type Hit = { readonly id: string; readonly path: string; readonly shown: ReactNode };

const fewest = 2;
const mostOfAKind = 6;

/** Nothing before two signs are typed; patients are asked for while one types on. */
export function useHits(typed: string): { hits: readonly Hit[]; isAsked: boolean; isFetching: boolean } {
  const asked = useDeferredValue(typed.trim());
  const isAsked = asked.length >= fewest;
  const patients = useAsk<typeof findPatients>('findPatients', { text: asked }, { when: isAsked, keeps: true });
  const places = usePlaceHits(asked);
  const duties = useDutyHits(asked);
  const people = (patients.data ?? []).map((one) => ({
    id: one.id,
    path: `/patient/${one.id}`,
    shown: <PatientHit patient={one} />,
  }));
  return { hits: isAsked ? [...people, ...places, ...duties] : [], isAsked, isFetching: patients.isFetching };
}

function usePlaceHits(asked: string): readonly Hit[] {
  const { language } = useLanguage();
  const wanted = asked.toLowerCase();
  return screens
    .filter(({ isInner, title }) => !isInner && [title.nb, title.en].some((one) => one.toLowerCase().includes(wanted)))
    .slice(0, mostOfAKind)
    .map(({ path, title }) => ({ id: path, path, shown: title[language] }));
}

function useDutyHits(asked: string): readonly Hit[] {
  const { language } = useLanguage();
  const text = useTexts(frameTexts);
  return findDuties(asked)
    .slice(0, mostOfAKind)
    .map(({ id, name }) => ({
      id: `duty-${id.replace('.', '-')}`,
      path: `/duty/${id}`,
      shown: (
        <span>
          {name[language]} <span className="soft">{text.dutyOf}</span>
        </span>
      ),
    }));
}
