/** The steps of a visit as the board's keys take them. */

import { useState } from 'react';
import { momentOf } from '#kernel/time';
import { type No, useClock, useDo, useGo, useMe } from '#platform/web';
import type {
  arrive,
  callIn,
  didNotAnswer,
  finishVisit,
  lookedAt,
  noShow,
  patientLeft,
  reopenVisit,
  takeBack,
  takeIn,
} from '../appointments/visit.api.ts';
import type { JustCame } from '../arrivals/arrival-strip.tsx';
import { type BoardLine, roomOf } from './day-board.ts';
import type { RoomChosen } from './room-choice.tsx';

type Step = { readonly ok: boolean; readonly no?: No };

/** Every step answers whether it was taken; the last no stands until the next step. */
export function useVisit(onCame: (came: JustCame) => void, hidden: string) {
  const go = useGo();
  const me = useMe();
  const now = useClock();
  const [no, setNo] = useState<No>();
  const calls = useCalls();
  const take = async (step: Promise<Step>): Promise<boolean> => {
    const answered = await step;
    setNo(answered.ok ? undefined : answered.no);
    return answered.ok;
  };
  const comes = async ({ entry }: BoardLine): Promise<boolean> => {
    const answered = await calls.arrive.run({ appointment: entry.id });
    setNo(answered.ok ? undefined : answered.no);
    if (!answered.ok) return false;
    const { asks, questions, care } = answered.value;
    const name = entry.name ?? hidden;
    onCame({
      appointment: entry.id,
      patient: entry.patient,
      name,
      at: momentOf(Date.parse(now)),
      asks,
      questions,
      care,
    });
    return true;
  };
  const send = ({ entry }: BoardLine, to: RoomChosen): Promise<boolean> =>
    take(calls.takeIn.run({ appointment: entry.id, with: to.with, room: to.room }));
  const next = (chosen: BoardLine): Promise<boolean> => {
    const { entry, line, book } = chosen;
    const one = { appointment: entry.id };
    switch (line.next) {
      case 'mark as arrived':
        return comes(chosen);
      case 'call in':
        return take(calls.callIn.run(one));
      case 'take in':
        return send(chosen, { room: roomOf(book), with: book?.owner ?? me.person });
      case 'mark as looked at':
        return take(calls.lookedAt.run(one));
      case 'finish':
        return take(calls.finishVisit.run(one));
      default:
        go(placeOf(chosen));
        return Promise.resolve(false);
    }
  };
  const undo = ({ entry }: BoardLine): Promise<boolean> => {
    const one = { appointment: entry.id };
    if (entry.state === 'called in') return take(calls.didNotAnswer.run(one));
    return take(entry.state === 'done' ? calls.reopenVisit.run(one) : calls.takeBack.run(one));
  };
  const absent = ({ entry }: BoardLine): Promise<boolean> => take(calls.noShow.run({ appointment: entry.id }));
  const gone = ({ entry }: BoardLine): Promise<boolean> => take(calls.patientLeft.run({ appointment: entry.id }));
  const looked = ({ entry }: BoardLine): Promise<boolean> => take(calls.lookedAt.run({ appointment: entry.id }));
  return { no, next, send, undo, absent, gone, looked };
}

function useCalls() {
  return {
    arrive: useDo<typeof arrive>('arrive'),
    callIn: useDo<typeof callIn>('callIn'),
    didNotAnswer: useDo<typeof didNotAnswer>('didNotAnswer'),
    takeIn: useDo<typeof takeIn>('takeIn'),
    lookedAt: useDo<typeof lookedAt>('lookedAt'),
    finishVisit: useDo<typeof finishVisit>('finishVisit'),
    reopenVisit: useDo<typeof reopenVisit>('reopenVisit'),
    takeBack: useDo<typeof takeBack>('takeBack'),
    noShow: useDo<typeof noShow>('noShow'),
    patientLeft: useDo<typeof patientLeft>('patientLeft'),
  };
}

/** Where the next step of the line is taken, when it is not on the board. */
function placeOf({ entry, line }: BoardLine): string {
  switch (line.next) {
    case 'take payment':
    case 'make bill':
    case 'send invoice':
      return `/bill/${entry.patient}`;
    case 'offer new time':
      return `/next-free/${entry.patient}`;
    case 'offer the time':
      return `/freed-time/${entry.id}`;
    default:
      return `/patient/${entry.patient}`;
  }
}
