/** The post office for screens: words and states, without the reader of XML. */
export { wordsOf } from './coded.ts';
export { exchangeTexts, sayRemark } from './exchange.texts.ts';
export type { lettersIn, receiveMessage, seeLetter, setLetterAside } from './letter.api.ts';
export { needsPerson } from './outgoing-letter.ts';
export { identifiersOf, nameOf, numbersOf } from './party.ts';
