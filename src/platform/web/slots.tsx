/** Slots: named places on a screen that more than one room fills; the place knows no room. */

import { type ComponentType, Fragment } from 'react';

export type Slot<Props extends object> = {
  readonly name: string;
  readonly fillings: { order: number; Part: ComponentType<Props> }[];
};

export function slot<Props extends object>(name: string): Slot<Props> {
  return { name, fillings: [] };
}

/** Done once, where the front door opens the rooms. Lower order comes first. */
export function fill<Props extends object>(place: Slot<Props>, order: number, Part: ComponentType<Props>): void {
  if (place.fillings.some((filling) => filling.Part === Part)) return;
  place.fillings.push({ order, Part });
  place.fillings.sort((a, b) => a.order - b.order);
}

export function SlotPlace<Props extends object>({ of, with: props }: { of: Slot<Props>; with: Props }) {
  return (
    <>
      {of.fillings.map(({ Part, order }) => (
        <Fragment key={`${of.name}-${order}`}>
          <Part {...props} />
        </Fragment>
      ))}
    </>
  );
}
