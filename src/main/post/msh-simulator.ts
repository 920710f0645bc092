/**
 * A SIMULATOR of the health net's message service (MSH API version 2), for demo and tests: it listens on this machine only,
 * keeps everything in memory, asks nobody who they are, and carries letters between parties that live in it.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '#kernel/ids';

type Kept = {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly document: string;
  readonly isAppRec: boolean;
  readonly appRecs: {
    readonly receiverHerId: number;
    readonly appRecStatus: string;
    readonly appRecErrorList: unknown[];
  }[];
  readonly readBy: Set<number>;
};
export type MshSimulator = {
  readonly url: string;
  /** A partner sends us a letter. */
  readonly lay: (from: number, to: number, xml: string | Uint8Array) => string;
  readonly kept: () => readonly Kept[];
  /** As when the service cannot be reached. */
  readonly fail: (fails: boolean) => void;
  readonly close: () => Promise<void>;
};
type Answer = { readonly status: number; readonly body?: unknown };
type Asked = {
  readonly method: string;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
};

export async function openMshSimulator(port = 0): Promise<MshSimulator> {
  const box = new Map<string, Kept>();
  let isDown = false;
  const server = createServer((request, response) => {
    void readAsked(request).then((asked) => reply(response, isDown ? { status: 500 } : answerTo(box, asked)));
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lay: (from, to, xml) => keep(box, { from, to, document: Buffer.from(xml as string).toString('base64') }),
    kept: () => [...box.values()],
    fail: (fails) => {
      isDown = fails;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function keep(box: Map<string, Kept>, { from, to, document }: Pick<Kept, 'from' | 'to' | 'document'>): string {
  const id = newId();
  box.set(id, { id, from, to, document, isAppRec: false, appRecs: [], readBy: new Set() });
  return id;
}

function answerTo(box: Map<string, Kept>, asked: Asked): Answer {
  const [root, id, part, herId] = asked.path;
  if (root !== 'Messages') return { status: 404 };
  if (id === undefined) return asked.method === 'POST' ? post(box, asked) : list(box, asked);
  const found = box.get(id);
  if (!found) return { status: 404 };
  return aboutOne(found, asked, part, Number(herId));
}

function post(box: Map<string, Kept>, { body }: Asked): Answer {
  const [to] = (body.receiverHerIdsSubset as number[] | undefined) ?? [];
  if (typeof body.businessDocument !== 'string' || !to)
    return { status: 400, body: { error: 'document or receiver missing' } };
  return { status: 201, body: keep(box, { from: 0, to, document: body.businessDocument }) };
}

/** What the receivers have not marked as read, the oldest first. */
function list(box: Map<string, Kept>, { query }: Asked): Answer {
  const receivers = query.getAll('ReceiverHerIds').map(Number);
  const most = Number(query.get('MessagesToFetch') ?? 50);
  const waiting = [...box.values()]
    .filter(({ to, readBy }) => receivers.includes(to) && !readBy.has(to))
    .slice(0, most);
  const shown = waiting.map(({ id, to, from, isAppRec }) => ({
    id,
    contentType: 'application/xml',
    receiverHerId: to,
    senderHerId: from,
    isAppRec,
  }));
  return { status: 200, body: shown };
}

function aboutOne(found: Kept, { method, body }: Asked, part: string | undefined, herId: number): Answer {
  if (method === 'PUT' && part === 'read') {
    found.readBy.add(herId);
    return { status: 204 };
  }
  if (method === 'POST' && part === 'apprec') {
    const { appRecStatus, appRecErrorList } = body;
    if (typeof appRecStatus !== 'string') return { status: 400, body: { error: 'status missing' } };
    found.appRecs.push({ receiverHerId: herId, appRecStatus, appRecErrorList: (appRecErrorList as unknown[]) ?? [] });
    return { status: 201, body: newId() };
  }
  if (method !== 'GET') return { status: 400 };
  if (part === 'business-document')
    return {
      status: 200,
      body: { businessDocument: found.document, contentType: 'application/xml', contentTransferEncoding: 'base64' },
    };
  if (part === 'apprec') return { status: 200, body: found.appRecs };
  if (part === 'status')
    return {
      status: 200,
      body: [
        {
          receiverHerId: found.to,
          transportDeliveryState: found.readBy.size > 0 ? 'Acknowledged' : 'Unconfirmed',
          appRecStatus: found.appRecs.at(-1)?.appRecStatus ?? null,
        },
      ],
    };
  const { id, to, from, isAppRec } = found;
  return { status: 200, body: { id, contentType: 'application/xml', receiverHerId: to, senderHerId: from, isAppRec } };
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  return {
    method: request.method ?? 'GET',
    path: url.pathname.split('/').filter(Boolean),
    query: url.searchParams,
    body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}

function reply(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
