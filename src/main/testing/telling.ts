/** A room tells something in a test: stored with its jobs as the gate stores it, and everything that follows is done. */

import { type FactName, type Facts, fact } from '#events';
import { closeReaction } from '../../platform/server/outbox.ts';
import { reactions } from '../rooms.server.ts';
import type { TestHouse } from './test-house.ts';

const reactionsOn = (event: string): string[] => reactions.filter(({ on }) => on === event).map(({ name }) => name);

export async function told<N extends FactName>(
  { house, demo, clock }: TestHouse,
  who: string,
  name: N,
  facts: Facts[N],
): Promise<void> {
  const { clinic, person } = demo.as(who);
  await house.database.write(clinic, (db) =>
    closeReaction(db, { at: clock(), person, events: [fact(name, facts)], reactionsOn }),
  );
  await house.settle();
}
