/** A one-time password (engangspassord): read aloud once, used once, and changed at once. */

/** Letters and digits that are not mistaken for one another when they are read aloud. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
export const oneTimePattern = /^[abcdefghjkmnpqrstuvwxyz2-9]{4}(-[abcdefghjkmnpqrstuvwxyz2-9]{4}){3}$/;
export const usernamePattern = /^[a-zæøå][a-zæøå0-9.-]{1,39}$/;

/** Four groups of four, about 79 bits: 16 · log2(31). */
export function oneTimePassword(): string {
  const letters: string[] = [];
  while (letters.length < 16) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    // 248 = 8 · 31: higher bytes would make some signs likelier.
    if (byte < 248) letters.push(signs[byte % signs.length] ?? '');
  }
  return [0, 4, 8, 12].map((at) => letters.slice(at, at + 4).join('')).join('-');
}

/** `kari.solli` of Kari Solli, as a proposal. */
export function proposeUsername(name: { readonly givenName: string; readonly familyName: string }): string {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-zæøå0-9]/g, '');
  return `${plain(name.givenName)}.${plain(name.familyName)}`.slice(0, 40);
}
