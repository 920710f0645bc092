/** Sex as registered; it is stored, never read out of a national number (which from 2032 does not tell it). */
export type Sex = 'female' | 'male' | 'unknown';
