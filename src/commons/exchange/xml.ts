/** A received file opened as XML: bytes become a tree that nobody can change, with the line each part stands on. */

import {
  XmlElement as ParsedElement,
  type XmlNode as ParsedNode,
  XmlText as ParsedText,
  XmlTreeNode as ParsedTreeNode,
  ParseOption,
  XmlDocument,
  XmlParseError,
} from 'libxml2-wasm';
import { ok, type Result, refuse } from '#kernel/result';
import { declarationHolds, readText } from './xml-encoding.ts';

export type XmlAttribute = { readonly name: string; readonly namespace: string; readonly value: string };
export type XmlElement = {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  /** Line in the file, from 1; the parser counts no further than 65 535. */
  readonly line: number;
};
/** Text stands as a plain string; comments and instructions to programs are not part of a letter. */
export type XmlNode = XmlElement | string;

export type XmlFile = {
  readonly root: XmlElement;
  readonly declaredEncoding: string | null;
  readonly foundEncoding: string;
  readonly encodingIsAsDeclared: boolean;
};
export type NotXml =
  | 'empty'
  | 'too large'
  | 'unknown encoding'
  | 'bytes do not fit encoding'
  | 'document type not allowed'
  | 'too deep'
  | 'not well-formed';

/** Twenty-five million bytes; the largest file met in public samples is 2 MB, an attachment may be some 15 MB. */
export const largestFileInBytes = 25_000_000;

/** Levels of elements below each other; the deepest letter of the standards has some twenty. */
const deepestLevel = 200;

/** What is asked of libxml2: long texts, and never a look outside the file. */
const parseOptions: ParseOption =
  ParseOption.XML_PARSE_HUGE |
  ParseOption.XML_PARSE_NOCDATA |
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE;

/** Errors: `facts.line` where the reader stopped, and `facts.detail` in the words of the parser (no text of the letter). */
export function readXml(bytes: Uint8Array): Result<XmlFile, NotXml> {
  if (bytes.length > largestFileInBytes) return refuse('too large');
  const read = readText(bytes);
  if (!read.ok) return read;
  if (hasDocumentType(read.value.text)) return refuse('document type not allowed');
  const root = parse(read.value.text);
  if (!root.ok) return root;
  return ok({
    root: root.value,
    declaredEncoding: read.value.declared,
    foundEncoding: read.value.found,
    encodingIsAsDeclared: declarationHolds(read.value),
  });
}

/** Only what may stand before the root is looked through, so that the word inside a text does no harm. */
export function hasDocumentType(text: string): boolean {
  const opening = /^\uFEFF?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/.exec(text)?.[0] ?? '';
  return text.startsWith('<!DOCTYPE', opening.length);
}

/** The text is given on as UTF-8, so the declaration must not claim anything else. */
function parse(text: string): Result<XmlElement, 'not well-formed' | 'too deep'> {
  const asUtf8 = text.replace(/^\uFEFF/, '').replace(/^(<\?xml\s[^>]*?encoding\s*=\s*)(["'])[^"']*\2/, '$1$2UTF-8$2');
  try {
    const document = XmlDocument.fromString(asUtf8, { option: parseOptions });
    try {
      const root = elementOf(document.root, 1);
      return root ? ok(root) : refuse('too deep');
    } finally {
      document.dispose();
    }
  } catch (error) {
    if (!(error instanceof XmlParseError)) return refuse('not well-formed');
    const [first] = error.details;
    return refuse('not well-formed', { line: first?.line ?? 0, detail: faultOf(first?.message ?? '') });
  }
}

/** The parser names elements in its messages, never their text; one line is enough. */
function faultOf(message: string): string {
  return message.split('\n')[0]?.trim().slice(0, 120) ?? '';
}

/** Nothing where the letter is too deep to be one. */
function elementOf(parsed: ParsedElement, level: number): XmlElement | undefined {
  if (level > deepestLevel) return undefined;
  const children: XmlNode[] = [];
  for (let child: ParsedNode | null = parsed.firstChild; child; child = siblingAfter(child)) {
    if (child instanceof ParsedElement) {
      const below = elementOf(child, level + 1);
      if (!below) return undefined;
      children.push(below);
    } else if (child instanceof ParsedText) children.push(child.content);
  }
  return Object.freeze({
    name: parsed.name,
    namespace: parsed.namespaceUri,
    attributes: parsed.attrs.map(({ name, namespaceUri, value }) => ({ name, namespace: namespaceUri, value })),
    children,
    line: parsed.line,
  });
}

/** The library gives an instruction to programs (`<?…?>`) no `next`; without this the rest of the letter would be lost. */
function siblingAfter(node: ParsedNode): ParsedNode | null {
  return node instanceof ParsedTreeNode ? node.next : node.get('following-sibling::node()[1]');
}
