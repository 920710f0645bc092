/** Names as they sound (navn slik de høres): one spelling for Kristian and Christian, Bjørn and Bjoern; to compare, never to show. */

const letters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  å: 'a',
  ä: 'ae',
  ö: 'o',
  ü: 'u',
  đ: 'd',
  ð: 'd',
  þ: 't',
  ł: 'l',
  ŧ: 't',
  ŋ: 'n',
  ß: 'ss',
  œ: 'oe',
};

/** Spellings of one sound that names in Norway vary in; the right-hand side is what is stored and compared. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/aa/g, 'a'],
  [/oe/g, 'o'],
  [/ae/g, 'e'],
  [/ch|ck|q/g, 'k'],
  [/c(?=[iey])/g, 's'],
  [/c/g, 'k'],
  [/ph/g, 'f'],
  [/x/g, 'ks'],
  [/(?<=[bdgklnrt])h/g, ''],
  [/hv|w/g, 'v'],
  [/z/g, 's'],
  [/y/g, 'i'],
  // Kjell and Kiell, Bjørn and Biørn, Maja and Maia: a j that does not begin the word.
  [/(?!^)j/g, 'i'],
  [/dt(?=$|s)/g, 't'],
  [/(.)\1+/g, '$1'],
];

/** `Kristian`, `Christian` and `Kristiân` → `kristian`; `Bjørn` and `Bjoern` → `biorn`. Letters a–z only. */
export function foldWord(word: string): string {
  const plain = word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æøåäöüđðþłŧŋßœ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
  return spellings.reduce((folded, [pattern, instead]) => folded.replace(pattern, instead), plain);
}

const between = /[\s,.\-–/']+/;

/** The folded words of what was typed, each once, in the order typed. */
export function typedWords(...texts: readonly string[]): string[] {
  const words = texts
    .flatMap((text) => text.split(between))
    .map(foldWord)
    .filter((word) => word.length > 0);
  return [...new Set(words)];
}

/**
 * The words under which a name is found. A beginning may sound otherwise than the whole (`Micha` in `Michael`, `Sop` in
 * `Sophie`), so such beginnings are kept beside it: whoever types a name letter by letter never loses it on the way.
 */
export function nameWords(...names: readonly string[]): string[] {
  const words = names.flatMap((name) => name.split(between)).filter(Boolean);
  return [...new Set(words.flatMap(wordAndBeginnings))];
}

function wordAndBeginnings(word: string): readonly string[] {
  const whole = foldWord(word);
  if (whole === '') return [];
  const letters = [...word];
  const beginnings = letters.map((_, place) => foldWord(letters.slice(0, place + 1).join('')));
  return [whole, ...beginnings.filter((beginning) => beginning !== '' && !whole.startsWith(beginning))];
}

/** Does every typed word begin some word of the name, whichever order they stand in? */
export function nameFits(typed: string, ...names: readonly string[]): boolean {
  const words = nameWords(...names);
  return typedWords(typed).every((start) => words.some((word) => word.startsWith(start)));
}
