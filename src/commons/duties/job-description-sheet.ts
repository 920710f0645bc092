/** The job description as a sheet of paper: A4, line by line, with room for two signatures. */

import type { Language } from '#kernel/texts';
import type { IsoDate } from '#kernel/time';
import type { JobDescription, JobDescriptionLine } from './job-description.ts';
import { sheetTexts } from './job-description-sheet.texts.ts';

const locales = { nb: 'nb-NO', en: 'en-GB' } as const;

function dayWords(language: Language, day: IsoDate): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locales[language], parts).format(new Date(`${day}T00:00:00Z`));
}

/** A sign and its number are not parted at the end of a line. */
const unparted = (text: string): string => text.replaceAll(/(§§?|nr\.|kap\.) /g, '$1\u00a0');

function asSentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

/** «Helsesekretær» within a sentence; «IT-ansvarlig» stays as it is. */
const within = (name: string): string =>
  /^[A-ZÆØÅ]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

/** Roles that stand alike to the duty are named together. */
function whoOf(line: JobDescriptionLine): readonly { readonly roles: string; readonly words: string }[] {
  const byWords = new Map<string, string[]>();
  for (const { roleName, words } of line.whoMay) byWords.set(words, [...(byWords.get(words) ?? []), roleName]);
  return [...byWords].map(([words, [first = '', ...others]]) => ({
    roles: [first, ...others.map(within)].join(', '),
    words,
  }));
}

/** Each law once, with all its paragraphs after it. */
function lawsOf(cites: readonly string[]): string {
  const byLaw = new Map<string, string[]>();
  for (const cite of cites) {
    const sign = cite.indexOf(' §');
    const [law, paragraph] = sign < 0 ? [cite, ''] : [cite.slice(0, sign), cite.slice(sign + 1)];
    byLaw.set(law, [...(byLaw.get(law) ?? []), ...(paragraph ? [paragraph] : [])]);
  }
  return [...byLaw].map(([law, paragraphs]) => [law, paragraphs.join(', ')].filter(Boolean).join(' ')).join('; ');
}

function linesOf(line: JobDescriptionLine, language: Language) {
  const texts = sheetTexts[language];
  const owner = [line.owner, line.deputy && texts.deputy(line.deputy)].filter(Boolean).join(', ');
  const notes = [
    { label: texts.limits, words: line.limits ?? '' },
    { label: texts.needs, words: line.needs.length > 0 ? asSentence(line.needs.join(', ')) : '' },
    { label: texts.laws, words: line.laws.length > 0 ? asSentence(unparted(lawsOf(line.laws))) : '' },
    { label: texts.owner, words: owner },
  ];
  const decided = line.decided ? texts.decided(line.decided.by, dayWords(language, line.decided.from)) : '';
  return {
    number: line.number,
    name: line.name,
    isOn: line.on,
    chip: line.on ? (line.decided ? texts.chip : '') : texts.off,
    rhythm: line.rhythm,
    description: line.description,
    who: whoOf(line),
    notes: notes.filter(({ words }) => words !== ''),
    local: [line.localText, decided].filter(Boolean).join(' – '),
  };
}

/** Everything in words, so that the template only places them. */
export function sheetOf(description: JobDescription) {
  const { language, title, clinic, parts, adapted } = description;
  const texts = sheetTexts[language];
  return {
    language,
    title,
    clinic,
    valid: texts.valid(dayWords(language, description.on)),
    adapted: texts.adapted(adapted),
    guide: texts.guide,
    labels: { who: texts.who, here: texts.here, page: texts.page, of: texts.of },
    signatures: { title: texts.signatures, lines: [texts.head, texts.colleague], under: texts.dayAndName },
    parts: parts.map((part) => ({ title: part.title, lines: part.lines.map((line) => linesOf(line, language)) })),
  };
}

export const jobDescriptionSheet = `
#let it = json(bytes(sys.inputs.it))
#let soft = rgb("#5a676c")
#let fjord = rgb("#12343b")
#set document(title: it.title + ", " + it.clinic)
#set text(font: "Libertinus Serif", size: 10pt, lang: it.language, hyphenate: true)
#set par(justify: false, leading: 0.58em, spacing: 0.75em)
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 22mm, bottom: 20mm),
  header: context if counter(page).get().first() > 1 [
    #set text(8.5pt, fill: soft)
    #it.title #h(1fr) #it.clinic
  ],
  footer: context [
    #set text(8.5pt, fill: soft)
    #it.valid #h(1fr) #it.labels.page #counter(page).display() #it.labels.of #counter(page).final().first()
  ],
)
#show heading.where(level: 1): set text(21pt, fill: fjord, weight: "semibold")
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.9em, sticky: true)[
  #set text(14pt, fill: fjord, weight: "semibold")
  #it.body
  #v(-0.55em)
  #line(length: 100%, stroke: 0.6pt + fjord)
]
#show heading.where(level: 3): set text(11pt, weight: "semibold")
#let chip(words) = box(
  inset: (x: 4pt, y: 1.5pt), outset: (y: 1pt), radius: 2pt, stroke: 0.5pt + fjord, text(8pt, fill: fjord, weight: "semibold", words))

= #it.title
#text(12pt)[#it.clinic] \\
#text(fill: soft)[#it.valid. #it.adapted] \\
#text(fill: soft)[#it.guide]

#let entry(entryLine) = block(breakable: false, above: 1.05em, below: 0.35em)[
  #block(sticky: true, below: 0.5em, grid(
    columns: (8mm, 1fr, auto), align: (left, left, right + horizon), column-gutter: 1mm,
    text(11pt, fill: soft)[#entryLine.number.],
    [
      #heading(level: 3, outlined: false, bookmarked: true, entryLine.name)
    ],
    [#if entryLine.chip != "" { chip(entryLine.chip) } #h(4pt) #text(8.5pt, fill: soft, entryLine.rhythm)],
  ))
  #pad(left: 9mm)[
    #if entryLine.local != "" {
      block(inset: (left: 6pt, y: 2pt), stroke: (left: 2pt + rgb("#e8a020")))[#strong[#it.labels.here:] #entryLine.local]
    }
    #if entryLine.isOn [
      #entryLine.description

      #set text(9pt)
      #let row(label, body) = (text(fill: soft, label), body)
      #grid(
        columns: (20mm, 1fr), row-gutter: 0.5em, column-gutter: 2mm,
        ..row(it.labels.who, entryLine.who.map(one => one.roles + ": " + one.words).join(". ") + "."),
        ..entryLine.notes.map(note => row(note.label, note.words)).flatten(),
      )
    ]
  ]
]

#for part in it.parts [
  == #part.title
  #for one in part.lines { entry(one) }
]

#block(breakable: false, above: 3em)[
  #strong(it.signatures.title)
  #v(2.2em)
  #grid(
    columns: (1fr, 1fr), column-gutter: 12mm,
    ..it.signatures.lines.map(who => [
      #line(length: 100%, stroke: 0.5pt)
      #text(9pt, fill: soft)[#who, #it.signatures.under]
    ]),
  )
]
`;
