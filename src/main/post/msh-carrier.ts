/** A carrier that speaks the health net's message service (Norsk helsenett, MSH API version 2) over REST. */

import type { Carrier, Delivery, HerId, Parcel } from '#exchange';
import { openLetter, readAppRec } from '#exchange';
import { ok, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';

export type MshSettings = {
  readonly url: string;
  readonly herIds: readonly HerId[];
  /** What stands in the header that tells who asks: a token of HelseID in the real service, nothing in the simulator. */
  readonly authorization?: () => Promise<string>;
  readonly clock: () => Moment;
};
/** A receipt is sent as an answer to the delivery that it answers. */
export type Reply = Parcel & { readonly inReplyTo?: string };
type Listed = { readonly id: string; readonly receiverHerId: number; readonly isAppRec?: boolean };
type Document = { readonly businessDocument: string };

const statuses: Readonly<Record<string, string>> = { '1': 'Ok', '2': 'Rejected', '3': 'OkErrorInMessagePart' };

export function openMshCarrier(settings: MshSettings): Carrier {
  const ask = askerOf(settings);
  const receivers = new Map<string, number>();
  return {
    name: 'msh',
    async deliver(parcel: Reply) {
      const answered =
        parcel.type === 'APPREC' && parcel.inReplyTo ? await postReceipt(ask, parcel) : await postLetter(ask, parcel);
      if (answered === undefined) return refuse('carrier is down');
      if (answered.status === 404) return refuse('receiver not known');
      return answered.ok ? ok({ reference: String(await answered.json()) }) : refuse('carrier refused');
    },
    async fetch() {
      const query = settings.herIds.map((id) => `ReceiverHerIds=${id}`).join('&');
      const listed = await ask('GET', `/Messages?${query}&IncludeMetadata=true&OrderBy=Ascending`);
      if (!listed?.ok) return refuse('carrier is down');
      const deliveries: Delivery[] = [];
      for (const { id, receiverHerId } of (await listed.json()) as Listed[]) {
        receivers.set(id, receiverHerId);
        const document = await ask('GET', `/Messages/${id}/business-document`);
        if (!document?.ok) continue;
        const { businessDocument } = (await document.json()) as Document;
        deliveries.push({ reference: id, bytes: Buffer.from(businessDocument, 'base64'), arrivedAt: settings.clock() });
      }
      return ok(deliveries);
    },
    async confirm(reference): Promise<Result<undefined, 'carrier is down' | 'delivery not known'>> {
      const read = await ask('PUT', `/Messages/${reference}/read/${receivers.get(reference) ?? settings.herIds[0]}`);
      if (!read) return refuse('carrier is down');
      return read.ok ? ok() : refuse('delivery not known');
    },
  };
}

type Asker = (method: string, path: string, body?: object) => Promise<Response | undefined>;

/** Nothing where the service cannot be reached within ten seconds. */
function askerOf({ url, authorization }: MshSettings): Asker {
  return async (method, path, body) => {
    const headers: Record<string, string> = { 'api-version': '2', 'nhn-source-system': 'Dagsverk' };
    if (body) headers['content-type'] = 'application/json';
    if (authorization) headers.authorization = await authorization();
    try {
      const sent = body ? { body: JSON.stringify(body) } : {};
      return await fetch(`${url}${path}`, { method, headers, signal: AbortSignal.timeout(10_000), ...sent });
    } catch {
      return undefined;
    }
  };
}

function postLetter(ask: Asker, { bytes, to }: Parcel): Promise<Response | undefined> {
  return ask('POST', '/Messages', {
    businessDocument: Buffer.from(bytes).toString('base64'),
    contentType: 'application/xml',
    contentTransferEncoding: 'base64',
    receiverHerIdsSubset: [Number(to)],
  });
}

/** The service writes the receipt itself, from its status and errors. */
function postReceipt(ask: Asker, { bytes, from, inReplyTo }: Reply): Promise<Response | undefined> {
  const reading = readAppRec(openLetter(bytes));
  const receipt = reading.outcome === 'accepted' ? reading.content : reading.salvaged;
  return ask('POST', `/Messages/${inReplyTo}/apprec/${from}`, {
    appRecStatus: statuses[receipt?.status.code ?? ''] ?? 'Rejected',
    appRecErrorList: (receipt?.errors ?? []).map(({ code, text, otherText }) => ({
      errorCode: code,
      description: text,
      details: otherText,
    })),
  });
}
