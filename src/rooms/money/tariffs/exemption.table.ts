/** The reasons for exemption from egenandel, with the code that Helfo knows each by (kodeverk 7461). */

import type { Words } from '#kernel/texts';
import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

export type ExemptionRow<Reason extends string = string> = {
  readonly reason: Reason;
  /** The letter on the claim; two of the regulation's reasons have no letter of their own. */
  readonly helfoCode: string | null;
  readonly name: Words;
  /** Helfo covers 10a–d too for occupational injury, for a condition that hinders collection and for LARC in LAR (B5). */
  readonly coversMaterial: boolean;
  /** Helfo covers medicines and other items at cost as well, on a specified bill (§ 3 no. 4; note B5). */
  readonly coversItemsAtCost: boolean;
  /** `journal`: the ground must stand in the journal; `helfo`: it must be stated on the claim as well. */
  readonly ground: 'none' | 'journal' | 'helfo';
  /** Where the reason belongs; the other ones are other services' reasons, kept so that an old claim can be read. */
  readonly inGeneralPractice: boolean;
};

const usual = { coversMaterial: false, coversItemsAtCost: false, ground: 'none', inGeneralPractice: true } as const;
const elsewhere = { ...usual, inGeneralPractice: false } as const;

const rows = [
  {
    reason: 'infectious disease',
    helfoCode: 'A',
    name: { nb: 'Smittefarlig sykdom', en: 'Infectious disease' },
    ...usual,
    ground: 'journal',
  },
  { reason: 'child', helfoCode: 'B', name: { nb: 'Barn under 16 år', en: 'Child under 16' }, ...usual },
  { reason: 'frikort', helfoCode: 'F', name: { nb: 'Frikort', en: 'Exemption card' }, ...usual },
  { reason: 'hiv', helfoCode: 'G', name: { nb: 'Hivinfeksjon', en: 'HIV infection' }, ...usual, ground: 'journal' },
  {
    reason: 'condition hinders collection',
    helfoCode: 'H',
    name: { nb: 'Tilstanden hindrer innkreving', en: 'Condition hinders collection' },
    coversMaterial: true,
    coversItemsAtCost: true,
    ground: 'helfo',
    inGeneralPractice: true,
  },
  { reason: 'prisoner', helfoCode: 'I', name: { nb: 'Innsatt', en: 'Prisoner' }, ...usual },
  {
    reason: 'psychotherapy of the young',
    helfoCode: 'J',
    name: { nb: 'Psykoterapi, ung pasient', en: 'Psychotherapy, young patient' },
    ...elsewhere,
  },
  { reason: 'war injury', helfoCode: 'K', name: { nb: 'Krigsskade', en: 'War injury' }, ...usual },
  { reason: 'assault centre', helfoCode: 'L', name: { nb: 'Overgrepsmottak', en: 'Assault centre' }, ...elsewhere },
  { reason: 'conscript', helfoCode: 'M', name: { nb: 'Vernepliktig', en: 'Conscript' }, ...usual },
  {
    reason: "children's house",
    helfoCode: 'N',
    name: { nb: 'Statens barnehus', en: "Children's house" },
    ...elsewhere,
  },
  {
    reason: 'outreach drug care',
    helfoCode: 'O',
    name: { nb: 'Oppsøkende rusbehandling', en: 'Outreach drug care' },
    ...elsewhere,
  },
  {
    reason: 'violence',
    helfoCode: 'R',
    name: { nb: 'Vold eller overgrep, første undersøkelse', en: 'Violence or assault, first examination' },
    ...usual,
  },
  { reason: 'pregnancy', helfoCode: 'S', name: { nb: 'Svangerskap', en: 'Pregnancy' }, ...usual },
  {
    reason: 'occupational injury',
    helfoCode: 'Y',
    name: { nb: 'Godkjent yrkesskade', en: 'Approved occupational injury' },
    ...usual,
    coversMaterial: true,
  },
  {
    reason: 'contraception in LAR',
    helfoCode: null,
    name: { nb: 'Langtidsvirkende prevensjon i LAR', en: 'Long-acting contraception in LAR' },
    ...usual,
    coversMaterial: true,
    coversItemsAtCost: true,
  },
  {
    reason: 'talk after abortion',
    helfoCode: null,
    name: { nb: 'Oppfølgingssamtale (§ 3)', en: 'Follow-up talk (§ 3)' },
    ...usual,
  },
] as const satisfies readonly ExemptionRow[];

export type ExemptionReason = (typeof rows)[number]['reason'];

export const exemptionReasons: readonly Dated<readonly ExemptionRow<ExemptionReason>[]>[] = [
  {
    from: '2025-07-01' as IsoDate,
    source:
      'Takstforskriften FOR-2024-06-26-1322 § 3 and note B5 (as amended 1 Jul 2025); letters from kodeverk 7461 ' +
      '(OID 2.16.578.1.12.4.1.1.7461). LAR and abortion talks stand in § 3 but have no letter in the code system.',
    value: rows,
  },
];

/** Exempt until the day before this birthday. */
export const childAges: readonly Dated<{ readonly exemptUnderAge: number }>[] = [
  {
    from: '2025-07-01' as IsoDate,
    source: 'Takstforskriften FOR-2024-06-26-1322 § 3 no. 6: children under 16',
    value: { exemptUnderAge: 16 },
  },
];
