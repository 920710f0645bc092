/** To which room the patient goes next, and to whom: one key each, without leaving the board. */

import { Act, useKeys, useMe, useTexts } from '#platform/web';
import type { Book } from '../appointments/book.ts';
import { dayTexts } from './day.texts.ts';
import { type BoardLine, roomOf, type VisitRoom } from './day-board.ts';

export type RoomChosen = { readonly room: VisitRoom; readonly with: NonNullable<Book['owner']> };
type Offered = RoomChosen & { readonly words: string };

/** The doctors by name, then the rooms; whoever stands at the keyboard is meant where a room has no owner. */
function offers(books: readonly Book[], me: Book['owner'], rooms: Readonly<Record<VisitRoom, string>>): Offered[] {
  const doctors = books.flatMap(({ serves, owner, name }) =>
    serves === 'doctor' && owner ? [{ room: roomOf(undefined), with: owner, words: name }] : [],
  );
  const own = me
    ? (['laboratory', 'treatment room'] as const).map((room) => ({ room, with: me, words: rooms[room] }))
    : [];
  return [...doctors, ...own].slice(0, 9);
}

type Props = {
  readonly chosen: BoardLine;
  readonly books: readonly Book[];
  readonly onChoose: (to: RoomChosen) => void;
  readonly onClose: () => void;
};

export function RoomChoice({ chosen, books, onChoose, onClose }: Props) {
  const text = useTexts(dayTexts);
  const me = useMe();
  const offered = offers(books, me.person, text.rooms);
  useKeys(text.sendTo, [
    ...offered.map((one, place) => ({ keys: String(place + 1), words: one.words, does: () => onChoose(one) })),
    { keys: 'Escape', words: text.close, does: onClose },
  ]);
  return (
    <div className="day-strip" role="group" aria-label={text.sendTo}>
      <strong className="private">{chosen.entry.name ?? text.blocked}</strong> {text.sendTo}
      {offered.map((one, place) => (
        <Act key={`${one.room} ${one.with}`} keys={String(place + 1)} onPress={() => onChoose(one)}>
          {one.words}
        </Act>
      ))}
      <Act weight="quiet" keys="Esc" onPress={onClose}>
        {text.close}
      </Act>
    </div>
  );
}
