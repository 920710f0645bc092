/** Writes a letter as XML; what cannot stand in XML is left out, and everything else is escaped. */

/** A part of a letter to be written; an absent attribute or child is not written. */
export type Draft = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Draft | string)[];
};
type Given = Draft | string | null | undefined | readonly (Draft | null)[];

export function draft(
  name: string,
  attributes: Readonly<Record<string, string | null | undefined>>,
  ...given: readonly Given[]
): Draft {
  const written = Object.entries(attributes).filter(
    (pair): pair is [string, string] => pair[1] !== null && pair[1] !== undefined,
  );
  const children = given.flat().filter((child): child is Draft | string => child !== null && child !== undefined);
  return { name, attributes: Object.fromEntries(written), children };
}

/** An element of text, or nothing when there is no text to write. */
export function draftText(name: string, text: string | null | undefined): Draft | null {
  return text === null || text === undefined ? null : draft(name, {}, text);
}

/** The whole file, UTF-8, all elements in the one namespace. */
export function writeXml(root: Draft, namespace: string): string {
  const whole = { ...root, attributes: { xmlns: namespace, ...root.attributes } };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(whole, '')}\n`;
}

function written(element: Draft, indent: string): string {
  const attributes = Object.entries(element.attributes).map(([name, value]) => ` ${name}="${escaped(value, true)}"`);
  const start = `${indent}<${element.name}${attributes.join('')}`;
  if (element.children.length === 0) return `${start}/>`;
  if (element.children.some((child) => typeof child === 'string')) {
    const inside = element.children.map((child) =>
      typeof child === 'string' ? escaped(child, false) : written(child, ''),
    );
    return `${start}>${inside.join('')}</${element.name}>`;
  }
  const lines = element.children.map((child) => (typeof child === 'string' ? '' : written(child, `${indent}  `)));
  return `${start}>\n${lines.join('\n')}\n${indent}</${element.name}>`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Line ends and tabs would be changed by a reader in an attribute, and a carriage return everywhere. */
function escaped(text: string, isAttribute: boolean): string {
  const pattern = isAttribute ? /[&<>"\r\n\t]/g : /[&<>\r]/g;
  return allowed(text).replace(pattern, (character) => escapes[character] ?? character);
}

/** XML 1.0 § 2.2 leaves out control characters and half characters. */
function allowed(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
