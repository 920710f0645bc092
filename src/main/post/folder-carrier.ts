/** A carrier of folders: files laid in the inbox are fetched, letters of ours are laid in the outbox for whatever carries them on. */

import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Carrier, Delivery } from '#exchange';
import { ok, refuse } from '#kernel/result';
import { momentOf } from '#kernel/time';

export type Folders = { readonly inbox: string; readonly outbox: string };

/** A file that is still being written has such a name, or begins with a dot. */
const isUnfinished = (name: string): boolean => name.startsWith('.') || /\.(part|tmp)$/i.test(name);

/** A confirmed file is moved to `taken` in the inbox: nothing is deleted. A letter appears in the outbox whole or not at all. */
export async function openFolderCarrier({ inbox, outbox }: Folders): Promise<Carrier> {
  const taken = join(inbox, 'taken');
  await mkdir(taken, { recursive: true });
  await mkdir(outbox, { recursive: true });
  return {
    name: 'folder',
    async deliver({ letter, bytes }) {
      try {
        const name = join(outbox, `${letter}.xml`);
        await writeFile(`${name}.part`, bytes);
        await rename(`${name}.part`, name);
        return ok({ reference: `${letter}.xml` });
      } catch {
        return refuse('carrier is down');
      }
    },
    async fetch() {
      try {
        const entries = await readdir(inbox, { withFileTypes: true });
        const names = entries.filter((entry) => entry.isFile() && !isUnfinished(entry.name)).map(({ name }) => name);
        return ok(await Promise.all(names.sort().map((name) => deliveryOf(inbox, name))));
      } catch {
        return refuse('carrier is down');
      }
    },
    async confirm(reference) {
      try {
        // The name alone: a reference never reaches outside the folder.
        const name = reference.split('@')[0] ?? '';
        if (name.includes('/') || name.includes('\\')) return refuse('delivery not known');
        await rename(join(inbox, name), join(taken, `${Date.now()}-${name}`));
        return ok();
      } catch {
        return refuse('delivery not known');
      }
    },
  };
}

/** Two files of the same name at different times are two deliveries. */
async function deliveryOf(inbox: string, name: string): Promise<Delivery> {
  const path = join(inbox, name);
  const [bytes, seen] = [await readFile(path), await stat(path)];
  return { reference: `${name}@${Math.trunc(seen.mtimeMs)}`, bytes, arrivedAt: momentOf(seen.mtimeMs) };
}
