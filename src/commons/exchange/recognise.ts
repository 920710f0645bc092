/** Knows a received letter by its looks: which message it is, in which version, and what it was packed in. */

import {
  kindsByType,
  type MessageKind,
  type MessageVersion,
  messageFamilies,
  messageVersions,
} from './message-version.table.ts';
import { elementsOf } from './structure.ts';
import type { XmlElement } from './xml.ts';

export type Recognised = {
  readonly kind: MessageKind | null;
  /** Null for a version that we do not know. */
  readonly version: MessageVersion | null;
  /** The letter itself: `MsgHead`, `Message`, `AppRec` … */
  readonly letter: XmlElement;
  /** What the letter is about: the enclosure of a head, else the letter itself; null where a head encloses nothing. */
  readonly payload: XmlElement | null;
  readonly hasHead: boolean;
  /** The message type as the letter gives it (kodeverk 8279), or null. */
  readonly typeCode: string | null;
  /** The name of a partner's own wrapping that lay around the letter. */
  readonly wrapping: string | null;
};

const headNamespace = 'http://www.kith.no/xmlstds/msghead/2006-05-24';
/** NAV and formerly Trygdeetaten wrap letters in a format of their own. */
const wrappingNames = new Set(['EI_fellesformat']);

export function recognise(root: XmlElement): Recognised {
  const inside = wrappingNames.has(root.name) ? elementsOf(root).find(isLetter) : undefined;
  const letter = inside ?? root;
  const hasHead = letter.namespace === headNamespace && letter.name === 'MsgHead';
  const payload = hasHead ? enclosed(letter) : letter;
  const typeCode = typeOf(letter, hasHead);
  const version = payload
    ? (messageVersions.find(({ namespace }) => isIn(payload.namespace, namespace)) ?? null)
    : null;
  const kind = version?.kind ?? familyOf(payload) ?? kindOfType(typeCode);
  return { kind, version, letter, payload, hasHead, typeCode, wrapping: inside ? root.name : null };
}

function isLetter(element: XmlElement): boolean {
  return (
    element.name === 'MsgHead' ||
    messageFamilies.some(({ namespaceBegins }) => element.namespace.startsWith(namespaceBegins))
  );
}

/** Namespaces differ only where the table has a star, and there by one word. */
function isIn(namespace: string, row: string): boolean {
  const [before = '', after] = row.split('*');
  if (after === undefined) return namespace === row;
  return (
    namespace.startsWith(before) &&
    namespace.endsWith(after) &&
    !namespace.slice(before.length, -after.length).includes('/')
  );
}

function familyOf(payload: XmlElement | null): MessageKind | null {
  return messageFamilies.find(({ namespaceBegins }) => payload?.namespace.startsWith(namespaceBegins))?.kind ?? null;
}

function kindOfType(typeCode: string | null): MessageKind | null {
  return kindsByType.find(({ types }) => typeCode !== null && types.test(typeCode))?.kind ?? null;
}

/** The first enclosure that is not a packed file. */
function enclosed(head: XmlElement): XmlElement | null {
  const contents = ['Document', 'RefDoc', 'Content'].reduce<readonly XmlElement[]>(
    (level, name) => level.flatMap((element) => elementsOf(element).filter((child) => child.name === name)),
    [head],
  );
  return contents.flatMap(elementsOf).find(({ name }) => name !== 'Base64Container') ?? null;
}

function typeOf(letter: XmlElement, hasHead: boolean): string | null {
  const holder = hasHead ? elementsOf(letter).find(({ name }) => name === 'MsgInfo') : letter;
  const type = holder && elementsOf(holder).find(({ name }) => name === 'Type' || name === 'MsgType');
  return type?.attributes.find(({ name }) => name === 'V')?.value.trim() || null;
}
