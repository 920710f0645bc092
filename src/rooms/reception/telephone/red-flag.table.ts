/** The signs of danger to life that are asked before anything else, by date and source. */

import type { Words } from '#kernel/texts';
import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

export type RedFlag = { readonly code: string; readonly words: Words };

/** One yes is enough. The clinic's decision tool comes after, and is opened where the clinic has it. */
export const redFlags: readonly Dated<readonly RedFlag[]>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Helsenorge, Ring 113: situations in which everyone should call 113; arranged for the desk 2026.',
    value: [
      { code: 'breathing', words: { nb: 'Puster ikke normalt', en: 'Does not breathe normally' } },
      { code: 'awake', words: { nb: 'Er bevisstløs eller sløv', en: 'Is unconscious or drowsy' } },
      {
        code: 'chest',
        words: { nb: 'Vondt i brystet i mer enn fem minutter', en: 'Chest pain for more than five minutes' },
      },
      {
        code: 'stroke',
        words: {
          nb: 'Plutselig skjevt ansikt, svak arm, rar tale eller ustø',
          en: 'Sudden crooked face, weak arm, odd speech or unsteady',
        },
      },
      { code: 'bleeding', words: { nb: 'Blør kraftig', en: 'Bleeds heavily' } },
      {
        code: 'allergy',
        words: { nb: 'Hovner opp eller får utslett og puster tungt', en: 'Swells or has a rash and breathes heavily' },
      },
      { code: 'seizure', words: { nb: 'Har krampe nå', en: 'Has a seizure now' } },
      { code: 'suicide', words: { nb: 'Fare for å ta sitt liv nå', en: 'In danger of suicide now' } },
      {
        code: 'child',
        words: {
          nb: 'Lite barn som er slapt og ikke til å få kontakt med',
          en: 'Small child who is limp and does not respond',
        },
      },
    ],
  },
];
