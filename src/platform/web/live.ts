/** Hears what other desks do, and asks the questions on this screen again that it bears on. */

import type { QueryClient } from '@tanstack/react-query';
import { connection } from './connection.ts';

type Heard = { readonly name: string; readonly facts: Readonly<Record<string, unknown>> };
const listeners = new Set<(heard: Heard) => void>();

/** For the few screens that need the fact itself rather than a fresh answer. */
export function onFact(listener: (heard: Heard) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens the stream; the browser takes it up again by itself, and the server tells what was missed. */
export function hearLive(queries: QueryClient): () => void {
  const source = new EventSource('/live');
  let wasLost = false;
  source.onopen = () => {
    connection.back();
    if (wasLost) void queries.invalidateQueries();
    wasLost = false;
  };
  source.onerror = () => {
    wasLost = true;
    connection.lost();
  };
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const heard = JSON.parse(data) as Heard;
    for (const listener of listeners) listener(heard);
    const isEverything = heard.name === 'EverythingChanged';
    void queries.invalidateQueries({ predicate: ({ meta }) => isEverything || hears(meta, heard.name) });
  };
  return () => source.close();
}

function hears(meta: Record<string, unknown> | undefined, name: string): boolean {
  return Array.isArray(meta?.hears) && meta.hears.includes(name);
}
