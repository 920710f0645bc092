/** The words of the printed job description that the screen has no use for. */

import { texts } from '#kernel/texts';

export const sheetTexts = texts({
  nb: {
    adapted: (lines: number) =>
      lines === 0
        ? 'Ingen linje er tilpasset ennå; beskrivelsen gjelder som den er.'
        : lines === 1
          ? 'Én linje er tilpasset dette legekontoret.'
          : `${lines} linjer er tilpasset dette legekontoret.`,
    guide: 'Stillingsbeskrivelsen er veiledende. Legekontoret tilpasser den, og lege eller leder bestemmer.',
    chip: 'tilpasset',
    off: 'gjøres ikke her',
    who: 'Hvem',
    needs: 'Krever',
    laws: 'Hjemmel',
    limits: 'Grense',
    here: 'Hos oss',
    owner: 'Ansvarlig',
    deputy: (name: string) => `stedfortreder ${name}`,
    decided: (name: string, day: string) => `bestemt av ${name}, gjelder fra ${day}`,
    valid: (day: string) => `Slik den gjelder ${day}`,
    signatures: 'Gjennomgått',
    head: 'Leder',
    colleague: 'Medarbeider',
    dayAndName: 'dato og underskrift',
    page: 'side',
    of: 'av',
  },
  en: {
    adapted: (lines: number) =>
      lines === 0
        ? 'No line has been adapted yet; the description holds as it is.'
        : lines === 1
          ? 'One line is adapted to this clinic.'
          : `${lines} lines are adapted to this clinic.`,
    guide: 'The job description is a guide. The clinic adapts it, and a doctor or the head decides.',
    chip: 'adapted',
    off: 'not done here',
    who: 'Who',
    needs: 'Asks for',
    laws: 'Law',
    limits: 'Limit',
    here: 'With us',
    owner: 'Answers for it',
    deputy: (name: string) => `deputy ${name}`,
    decided: (name: string, day: string) => `decided by ${name}, from ${day}`,
    valid: (day: string) => `As it holds on ${day}`,
    signatures: 'Gone through',
    head: 'Head',
    colleague: 'Colleague',
    dayAndName: 'date and signature',
    page: 'page',
    of: 'of',
  },
});
