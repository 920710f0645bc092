/** Opens the post for the installation's clinic, as it is set up in the surroundings: folders, or the health net's service. */

import { type Carrier, type HerId, readHerId } from '#exchange';
import { must } from '#kernel/result';
import type { House } from '../house.ts';
import { openFolderCarrier } from './folder-carrier.ts';
import { openMshCarrier } from './msh-carrier.ts';
import { postRound } from './post-round.ts';

export type Surroundings = {
  /** `DAGSVERK_POST_INBOX` and `DAGSVERK_POST_OUTBOX`: folders. */
  readonly DAGSVERK_POST_INBOX?: string | undefined;
  readonly DAGSVERK_POST_OUTBOX?: string | undefined;
  /** `DAGSVERK_MSH_URL` and `DAGSVERK_HER_IDS` (with commas between): the message service, or its simulator. */
  readonly DAGSVERK_MSH_URL?: string | undefined;
  readonly DAGSVERK_HER_IDS?: string | undefined;
  readonly DAGSVERK_POST_CLINIC?: string | undefined;
};

/** Nothing where no carrier is set up. */
export async function carrierOf(house: Pick<House, 'clock'>, set: Surroundings): Promise<Carrier | undefined> {
  const { DAGSVERK_POST_INBOX: inbox, DAGSVERK_POST_OUTBOX: outbox, DAGSVERK_MSH_URL: url } = set;
  if (inbox && outbox) return openFolderCarrier({ inbox, outbox });
  if (!url) return undefined;
  const herIds: HerId[] = (set.DAGSVERK_HER_IDS ?? '')
    .split(',')
    .filter(Boolean)
    .map((id) => must(readHerId(id)));
  return openMshCarrier({ url, herIds, clock: house.clock });
}

/** A round every half minute; a round that fails is tried again with the next. Answers how to close it. */
export async function openPost(
  house: House,
  set: Surroundings,
  say: (sentence: string) => void,
): Promise<() => Promise<void>> {
  const carrier = await carrierOf(house, set);
  if (!carrier) return async () => {};
  const clinics = await house.clinics();
  const ours = clinics.find(({ code }) => code === set.DAGSVERK_POST_CLINIC) ?? clinics[0];
  if (!ours) return async () => {};
  let running: Promise<unknown> | undefined;
  const round = (): void => {
    running ??= postRound(house, ours.clinic, carrier)
      .catch((fault: unknown) => say(`the post could not be carried: ${fault instanceof Error ? fault.name : 'fault'}`))
      .finally(() => {
        running = undefined;
      });
  };
  round();
  const timer = setInterval(round, 30_000);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
