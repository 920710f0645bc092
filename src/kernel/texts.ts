/** Every sentence stands in bokmål and English; a missing one does not compile. */

export type Language = 'nb' | 'en';
export type Sentence = string | ((...facts: never[]) => string);
export type Sentences = { readonly [key: string]: Sentence | Sentences };
/** The same keys with the same facts, in other words. */
export type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends (...facts: infer F) => string
    ? (...facts: F) => string
    : T[K] extends string
      ? string
      : SameShape<T[K]>;
};
export type Texts<T extends Sentences> = { readonly nb: T; readonly en: SameShape<T> };
/** One name or sentence in both languages, for data (duties, tariffs) rather than screens. */
export type Words = { readonly nb: string; readonly en: string };

export function texts<const T extends Sentences>(both: { nb: T; en: SameShape<T> }): Texts<T> {
  return both;
}

/** `13.4` → `13,4` in bokmål; used wherever a value becomes words. */
export function numberIn(language: Language, value: number, decimals?: number): string {
  const digits = decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(language === 'nb' ? 'nb-NO' : 'en-GB', digits).format(value);
}
