/** The same house at an earlier hour of the demo's day, so that what has happened already is pressed at its own time. */

import type { Moment } from '#kernel/time';
import { lookLog } from '../../platform/server/access-log.ts';
import { makeGate } from '../../platform/server/gate.ts';
import { openDoorkeeper } from '../doorkeeper.ts';
import type { House } from '../house.ts';
import { reactions } from '../rooms.server.ts';

export type Earlier = {
  readonly house: House;
  readonly set: (at: Moment) => void;
  readonly close: () => Promise<void>;
};

/** `close` writes the looks that wait in memory. */
export function earlier(house: House): Earlier {
  let at = house.clock();
  const clock = (): Moment => at;
  const looks = lookLog(house.database, (sentence, fault) => console.error(sentence, fault));
  const reactionsOn = (event: string): string[] => reactions.filter(({ on }) => on === event).map(({ name }) => name);
  const gate = makeGate({
    database: house.database,
    clock,
    looks,
    doorkeeper: openDoorkeeper(house.live),
    reactionsOn,
  });
  return {
    house: { ...house, clock, gate },
    set: (moment) => {
      at = moment;
    },
    close: () => looks.close(),
  };
}
