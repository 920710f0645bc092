/** Whole tables in and out of the database as rows of text (COPY), in bounded memory. */

import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import type pg from 'pg';

/** The part of the driver's connection that COPY needs; its types leave it out. */
type Connection = {
  readonly stream: Socket & EventEmitter;
  query(text: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(words: string): void;
};
/** What the driver calls on the statement that is running. */
type Running = {
  submit(connection: Connection): void;
  handleError(fault: Error): void;
  handleReadyForQuery(): void;
  handleCommandComplete(message: { readonly text?: string }): void;
  handleCopyData?(message: { readonly chunk: Uint8Array }): void;
  handleCopyInResponse?(connection: Connection): void;
};

const chunkBytes = 256 * 1024;
const mostWaiting = 16;

/**
 * Rows of `copy … to stdout`, gathered in chunks that end with a row; `onRow` sees each row, without keeping it.
 * When the reader is slow the database waits.
 */
export async function* copyOut(
  client: pg.ClientBase,
  sql: string,
  onRow: (row: Uint8Array) => void = () => {},
): AsyncGenerator<Buffer> {
  const chunks: Buffer[] = [];
  let gathering: Buffer[] = [];
  let gathered = 0;
  let stream: Socket | undefined;
  let ending: { fault?: Error } | undefined;
  let wake = (): void => {};
  const gather = (): void => {
    if (gathered === 0) return;
    chunks.push(Buffer.concat(gathering));
    gathering = [];
    gathered = 0;
    if (chunks.length > mostWaiting) stream?.pause();
    wake();
  };
  const end = (fault?: Error): void => {
    gather();
    ending ??= fault ? { fault } : {};
    wake();
  };
  const running: Running = {
    submit(connection) {
      stream = connection.stream;
      connection.query(sql);
    },
    handleCopyData({ chunk }) {
      onRow(chunk);
      // The driver reuses the memory that the row lies in.
      gathering.push(Buffer.from(chunk));
      gathered += chunk.length;
      if (gathered >= chunkBytes) gather();
    },
    handleCommandComplete() {},
    handleError: end,
    handleReadyForQuery: () => end(),
  };
  client.query(running as unknown as pg.Submittable);
  try {
    for (;;) {
      const next = chunks.shift();
      if (next) {
        if (chunks.length < mostWaiting / 2) stream?.resume();
        yield next;
      } else if (ending?.fault) throw ending.fault;
      else if (ending) return;
      else
        await new Promise<void>((done) => {
          wake = done;
        });
    }
  } finally {
    // A reader that stops early leaves a connection that still speaks of the old rows.
    if (!ending) stream?.destroy();
  }
}

/** Sends chunks to `copy … from stdin`; answers how many rows were written. */
export function copyIn(client: pg.ClientBase, sql: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  return new Promise((done, fail) => {
    let rows = 0;
    let fault: Error | undefined;
    let isOver = false;
    const send = async (connection: Connection): Promise<void> => {
      try {
        for await (const chunk of chunks) {
          if (isOver) return;
          connection.sendCopyFromChunk(chunk);
          if (connection.stream.writableNeedDrain) await drained(connection.stream);
        }
        if (!isOver) connection.endCopyFrom();
      } catch (cause) {
        fault = cause instanceof Error ? cause : new Error(String(cause));
        if (!isOver) connection.sendCopyFail('the rows could not be read');
      }
    };
    const running: Running = {
      submit: (connection) => connection.query(sql),
      handleCopyInResponse: (connection) => void send(connection),
      handleCommandComplete({ text }) {
        rows = Number(/^COPY (\d+)/.exec(text ?? '')?.[1] ?? 0);
      },
      handleError(cause) {
        isOver = true;
        fail(fault ?? cause);
      },
      handleReadyForQuery() {
        isOver = true;
        done(rows);
      },
    };
    client.query(running as unknown as pg.Submittable);
  });
}

function drained(stream: Socket): Promise<void> {
  return new Promise((done) => {
    const go = (): void => {
      stream.off('drain', go);
      stream.off('close', go);
      done();
    };
    stream.on('drain', go);
    stream.on('close', go);
  });
}
