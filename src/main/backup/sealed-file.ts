/** A sealed file: authenticated parts in order, with a first part that names the key and a last part that says it is the last. */

import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { StartFault } from '../../platform/server/failure.ts';

/*
 * Layout: title, salt (32), mark of the key (8); then parts: length (4, big-endian), AES-256-GCM text with its tag (16).
 * The part's number and whether it is the last stand in the nonce, the head in the additional data: parts cannot be
 * moved, repeated, left out or taken from another file. Each file has its own key, derived from the clinic's by HKDF-SHA256.
 */
const title = Buffer.from('dagsverk backup 1\n');
const saltBytes = 32;
const markBytes = 8;
const tagBytes = 16;
const headBytes = title.length + saltBytes + markBytes;
const partBytes = 1024 * 1024;

const markOf = (key: Buffer): Buffer =>
  createHash('sha256').update('dagsverk mark of key').update(key).digest().subarray(0, markBytes);
const fileKeyOf = (key: Buffer, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, 'dagsverk backup', 32));

function nonceOf(part: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce[0] = isLast ? 1 : 0;
  nonce.writeBigUInt64BE(BigInt(part), 4);
  return nonce;
}

/** Seals what comes; the pieces that go out are to be written one after another. */
export async function* seal(content: AsyncIterable<Uint8Array>, key: Buffer): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  const head = Buffer.concat([title, salt, markOf(key)]);
  const fileKey = fileKeyOf(key, salt);
  const sealPart = (text: Buffer, part: number, isLast: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(part, isLast)).setAAD(head);
    const sealed = [cipher.update(text), cipher.final(), cipher.getAuthTag()];
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length + tagBytes);
    return Buffer.concat([length, ...sealed]);
  };
  yield head;
  let part = 0;
  let waiting: Buffer[] = [];
  let count = 0;
  for await (const piece of content) {
    waiting.push(Buffer.from(piece));
    count += piece.length;
    while (count > partBytes) {
      const all = Buffer.concat(waiting);
      yield sealPart(all.subarray(0, partBytes), part++, false);
      waiting = [all.subarray(partBytes)];
      count -= partBytes;
    }
  }
  yield sealPart(Buffer.concat(waiting), part, true);
}

/** Opens a sealed file part by part; nothing is handed on that is not as it was sealed. */
export async function* unseal(file: string, key: Buffer): AsyncGenerator<Buffer> {
  const handle = await openToRead(file);
  try {
    const head = await take(handle, headBytes);
    if (!head?.subarray(0, title.length).equals(title))
      throw new StartFault(`${file} is not a backup of Dagsverk.`, 'Name a file that the backup command made.');
    if (!head.subarray(title.length + saltBytes).equals(markOf(key)))
      throw new StartFault(
        `${file} was sealed with another key.`,
        'Name the key of the clinic that made the backup with --key FILE.',
      );
    const fileKey = fileKeyOf(key, head.subarray(title.length, title.length + saltBytes));
    for (let part = 0; ; part++) {
      const sealed = await takePart(handle, file, part);
      const last = openPart(fileKey, head, sealed, part, true);
      const text = last ?? openPart(fileKey, head, sealed, part, false);
      if (!text) throw changed(file, part);
      yield text;
      if (!last) continue;
      if (await take(handle, 1)) throw changed(file, part + 1);
      return;
    }
  } finally {
    await handle.close();
  }
}

async function openToRead(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (cause) {
    throw new StartFault(`The backup ${file} cannot be read.`, 'Check its name and that this user may read it.', cause);
  }
}

const cutShort = (file: string, part: number): StartFault =>
  new StartFault(`${file} is cut short in part ${part + 1}: its end is missing.`, 'Use another backup.');
const changed = (file: string, part: number): StartFault =>
  new StartFault(`${file} is not as it was written: part ${part + 1} was changed.`, 'Use another backup.');

async function takePart(handle: FileHandle, file: string, part: number): Promise<Buffer> {
  const length = (await take(handle, 4))?.readUInt32BE();
  if (length === undefined) throw cutShort(file, part);
  if (length < tagBytes || length > partBytes + tagBytes) throw changed(file, part);
  const sealed = await take(handle, length);
  if (!sealed) throw cutShort(file, part);
  return sealed;
}

function openPart(key: Buffer, head: Buffer, sealed: Buffer, part: number, isLast: boolean): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(part, isLast))
    .setAAD(head)
    .setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Exactly so many bytes, or nothing when the file ends before. */
async function take(handle: FileHandle, count: number): Promise<Buffer | undefined> {
  const bytes = Buffer.alloc(count);
  let taken = 0;
  while (taken < count) {
    const { bytesRead } = await handle.read(bytes, taken, count - taken);
    if (bytesRead === 0) return undefined;
    taken += bytesRead;
  }
  return bytes;
}
