/** What every room may know of documents: types and rules. */

export { documentTexts } from './document.texts.ts';
export * from './document.ts';
