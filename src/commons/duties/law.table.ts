/** The laws, regulations and guides that the duties rest on, each with where and as of when it was read. */

import type { Words } from '#kernel/texts';
import type { IsoDate } from '#kernel/time';

/** `asOf`: the day whose version was read. `since`: when this wording began, where it is new enough to contradict a handbook. */
export type Law = {
  readonly cite: Words;
  readonly demands: Words;
  readonly source: string;
  readonly asOf: IsoDate;
  readonly since?: IsoDate;
};

const readIn2026 = '2026-09-01' as IsoDate;

function law(source: string, asOf: IsoDate, short: Words) {
  return (paragraph: string, nb: string, en: string, since?: string): Law => ({
    cite: { nb: `${short.nb} ${paragraph}`.trim(), en: `${short.en} ${paragraph}`.trim() },
    demands: { nb, en },
    source,
    asOf,
    ...(since ? { since: since as IsoDate } : {}),
  });
}

const hpl = law('LOV-1999-07-02-64', readIn2026, { nb: 'helsepersonelloven', en: 'Health Personnel Act' });
const journal = law('FOR-2019-03-01-168', readIn2026, {
  nb: 'pasientjournalforskriften',
  en: 'Patient Records Regulation',
});
const gp = law('FOR-2025-12-02-2405', readIn2026, { nb: 'fastlegeforskriften', en: 'GP Regulation' });
const medicine = law('FOR-2008-04-03-320', readIn2026, {
  nb: 'legemiddelhåndteringsforskriften',
  en: 'Medicines Handling Regulation',
});
const quality = law('FOR-2016-10-28-1250', readIn2026, {
  nb: 'forskrift om ledelse og kvalitetsforbedring',
  en: 'Regulation on Management and Quality Improvement',
});
const device = law('FOR-2013-11-29-1373', readIn2026, {
  nb: 'forskrift om håndtering av medisinsk utstyr',
  en: 'Medical Devices Handling Regulation',
});
const waste = law('FOR-2005-10-11-1196', readIn2026, {
  nb: 'forskrift om smittefarlig avfall',
  en: 'Infectious Waste Regulation',
});
const work = law('FOR-2011-12-06-1357', readIn2026, {
  nb: 'forskrift om utførelse av arbeid',
  en: 'Regulation on the Performance of Work',
});
const book = law('FOR-2004-12-01-1558', readIn2026, { nb: 'bokføringsforskriften', en: 'Bookkeeping Regulation' });
const bookAct = law('LOV-2004-11-19-73', readIn2026, { nb: 'bokføringsloven', en: 'Bookkeeping Act' });
const collection = law('FOR-1989-07-14-562', readIn2026, {
  nb: 'inkassoforskriften',
  en: 'Debt Collection Regulation',
});
const tariff = law('FOR-2024-06-26-1322', readIn2026, { nb: 'stønadsforskriften', en: 'GP Tariff Regulation' });
const interpreter = law('LOV-2021-06-11-79', readIn2026, { nb: 'tolkeloven', en: 'Interpreting Act' });
const travel = law('FOR-2015-06-25-793', readIn2026, {
  nb: 'pasientreiseforskriften',
  en: 'Patient Travel Regulation',
});
const transport = law('DSB, guide on transport of infectious substances, 2023', '2023-12-01' as IsoDate, {
  nb: 'ADR (UN 3373)',
  en: 'ADR (UN 3373)',
});

export const laws = {
  'hpl-3': hpl(
    '§ 3',
    'Elever som deltar i helsehjelp, er helsepersonell.',
    'Pupils who take part in care are health personnel.',
  ),
  'hpl-4': hpl(
    '§ 4',
    'Arbeid forsvarlig, innenfor egne kvalifikasjoner, og hent hjelp i tide; legen avgjør medisinske spørsmål.',
    'Work soundly, within your own qualifications, and get help in time; the doctor decides medical questions.',
  ),
  'hpl-5': hpl(
    '§ 5',
    'Oppgaver kan overlates til medhjelper når det er forsvarlig etter oppgaven, personen og oppfølgingen; elever får oppgaver for å lære.',
    'Tasks may be handed to a helper when the task, the person and the follow-up make it sound; pupils get tasks in order to learn.',
  ),
  'hpl-7': hpl(
    '§ 7',
    'Gi hjelp straks når den er påtrengende nødvendig.',
    'Give help at once when it is urgently needed.',
  ),
  'hpl-9': hpl('§ 9', 'Ta ikke imot gaver som kan påvirke arbeidet.', 'Accept no gift that may affect the work.'),
  'hpl-11': hpl('§ 11', 'Bare lege og tannlege rekvirerer legemidler.', 'Only doctors and dentists prescribe.'),
  'hpl-12': hpl(
    '§ 12',
    'Ta blodprøve på begjæring fra politiet ved mistanke om ruspåvirkning, når det kan gjøres forsvarlig.',
    'Take a blood sample at the request of the police on suspicion of intoxication, when it is safe.',
  ),
  'hpl-15': hpl(
    '§ 15',
    'Attester skal være nøyaktige, objektive og riktige.',
    'Certificates shall be exact, objective and correct.',
  ),
  'hpl-16': hpl(
    '§ 16',
    'Virksomheten skal organiseres slik at pliktene kan overholdes.',
    'The clinic shall be organised so that duties can be met.',
  ),
  'hpl-17': hpl(
    '§ 17',
    'Si fra til tilsynet om forhold som er farlige for pasienter.',
    'Tell the supervisory authority of conditions that endanger patients.',
  ),
  'hpl-21': hpl(
    '§§ 21–25',
    'Hold taushet; les bare det du trenger; del med samarbeidende personell når pasienten ikke har sagt nei.',
    'Keep secrecy; read only what you need; share with co-operating personnel unless the patient objects.',
    '2026-07-01',
  ),
  'hpl-39': hpl(
    '§ 39',
    'Den som gir helsehjelp på eget grunnlag, skriver det i journalen.',
    'Whoever gives care on their own account records it.',
  ),
  'hpl-40': hpl(
    '§ 40',
    'Det nødvendige og relevante, og hvem som skrev det.',
    'What is necessary and relevant, and who wrote it.',
  ),
  'hpl-42': hpl(
    '§§ 42–44',
    'Rettes med ny, datert innføring; slettes bare på snevert grunnlag; feil person skal ut.',
    'Corrected by a new dated entry; deleted on narrow grounds only; entries on the wrong person are removed.',
  ),
  'hpl-48': hpl('§§ 48 og 48 a', 'Helsesekretær er et autorisert yrke.', 'Helsesekretær is an authorised profession.'),
  'journal-6': journal(
    '§ 6',
    'For legemidler: navn, virkestoff, styrke, mengde, dosering, indikasjon og tid.',
    'For medicines: name, substance, strength, amount, dosage, indication and time.',
  ),
  'journal-7': journal(
    '§ 7',
    'Relevante dokumenter utenfra hører til journalen.',
    'Relevant incoming documents belong to the record.',
  ),
  'journal-10': journal(
    '§ 10',
    'Skriv uten unødig opphold, datert og signert av den som ga hjelpen.',
    'Write without undue delay, dated and signed by the one who helped.',
  ),
  'journal-12': journal(
    '§ 12',
    'Elektronisk journal; papir bare til systemet er oppe igjen.',
    'Electronic record; paper only until the system is back.',
  ),
  'journal-13': journal(
    '§ 13',
    'Tilganger er beskrevet, tidsbegrenset, vurdert på nytt ved nye oppgaver, og bruken kontrolleres.',
    'Access is described, time-limited, reassessed when tasks change, and its use is checked.',
  ),
  'journal-16': journal(
    '§ 16',
    'Papir kan makuleres når den digitale kopien er forsvarlig.',
    'Paper may be destroyed once the digital copy is sound.',
  ),
  'gp-16': gp(
    '§ 16',
    'Ta imot og vurder alle henvendelser; 80 % besvart innen to minutter; time på telefon og digitalt.',
    'Receive and assess every enquiry; 80 % answered within two minutes; booking by phone and digitally.',
    '2026-01-01',
  ),
  'gp-22': gp(
    '§ 22',
    'Time så snart som mulig og normalt innen fem arbeidsdager, etter vurdering av hast.',
    'An appointment as early as possible and normally within five working days, after assessing haste.',
    '2026-01-01',
  ),
  'gp-24': gp(
    '§§ 24, 25 og 31',
    'Oversikt over dem som trenger oppfølging, oppsøk dem som ikke kommer, og hold legemiddellisten oppdatert.',
    'Know who needs follow-up, seek out those who do not come, keep the medication list current.',
    '2026-01-01',
  ),
  'gp-35': gp(
    '§ 35',
    'Attester der lov eller forskrift krever dem.',
    'Certificates where law or regulation requires them.',
    '2026-01-01',
  ),
  'gp-37': gp('§ 37', 'Bruk tolk ved behov.', 'Use an interpreter when needed.', '2026-01-01'),
  'medicine-4': medicine(
    '§ 4',
    'Hver enkelts reelle og formelle kompetanse vurderes før hun håndterer legemidler.',
    'Each person’s real and formal competence is assessed before handling medicines.',
  ),
  'medicine-7': medicine(
    '§ 7',
    'Ordinasjon, eller skriftlig prosedyre fastsatt av virksomhetsleder; rett pasient, legemiddel, dose, måte og tid.',
    'An order, or a written procedure fixed by the head; right patient, drug, dose, route and time.',
  ),
  'medicine-9': medicine(
    '§§ 9 og 10',
    'A-preparater føres i regnskap i fem år; bestilling etter liste godkjent av lege kan delegeres.',
    'Class A drugs are accounted for five years; ordering from a doctor-approved list may be delegated.',
  ),
  'quality-6': quality(
    '§§ 6–7',
    'Planlegg mål, ansvar, risiko og kompetanse; sørg for prosedyrer og kunnskap.',
    'Plan goals, responsibility, risk and competence; see to procedures and knowledge.',
  ),
  'quality-8': quality(
    '§§ 8–9',
    'Gå gjennom avvik og hele styringssystemet minst én gang i året, og rett opp.',
    'Review deviations and the whole system at least once a year, and correct.',
  ),
  'device-8': device(
    '§ 8',
    'Dokumentert opplæring på hvert utstyr for alle som bruker det.',
    'Documented training on each device for everyone who uses it.',
  ),
  'device-10': device(
    '§§ 10–11',
    'Bruk etter bruksanvisningen; planlagt og dokumentert vedlikehold.',
    'Use by the instructions; planned and documented maintenance.',
  ),
  'device-16': device(
    '§§ 16–17',
    'Meld alvorlige hendelser uten opphold, ta vare på utstyret og sikre det.',
    'Report serious incidents without delay, keep the device and secure it.',
  ),
  waste: waste(
    '',
    'Støtsikker, tett emballasje, godkjent mottak, kvittering tas vare på.',
    'Shock-proof, tight containers, licensed plant, receipt kept.',
  ),
  sharps: work(
    '§§ 6-5 og 6-10',
    'Sikkerhetsutstyr der det finnes; sett aldri hetten på igjen; beholder like ved.',
    'Safety devices where they exist; never recap; container at hand.',
  ),
  'book-5-2': book(
    '§§ 5-2-2 og 5-4-1',
    'Salgsdokument innen en måned; nummerert kontantfaktura der kasse ikke brukes.',
    'Sales document within a month; numbered cash invoice where no register is used.',
  ),
  'book-5-3': book(
    '§ 5-3',
    'Daglig oppgjør per terminal og per næringsdrivende lege; avvik forklares, dateres og signeres.',
    'Daily settlement per terminal and per self-employed doctor; differences explained, dated and signed.',
  ),
  'book-act': bookAct(
    '§§ 4, 6, 7, 9 og 13',
    'Sporbar, nummerert dokumentasjon; rettes med ny postering; oppbevares.',
    'Traceable, numbered documentation; corrected by a new posting; retained.',
  ),
  collection: collection(
    '§§ 1-2 og 1-3',
    'Purregebyr tidligst 14 dager etter forfall, og ny frist på 14 dager.',
    'Reminder fee at the earliest 14 days after due date, and 14 new days.',
  ),
  tariff: tariff(
    '§§ 2–3 og merknadene',
    'Egenandeler er uttømmende regulert; takst for det den utførende faktisk kan utløse.',
    'Patient charges are exhaustively regulated; only codes that the performer can trigger.',
    '2026-07-01',
  ),
  interpreter: interpreter(
    '§§ 4, 6 og 7',
    'Barn skal ikke tolke; kvalifisert tolk når det trengs for forsvarlig hjelp.',
    'Children do not interpret; a qualified interpreter when sound help needs it.',
  ),
  travel: travel(
    '§§ 16, 17, 22 a og 25',
    'Behandler vurderer behov og ledsager; helseforetaket bestiller drosje; krav innen seks måneder.',
    'The practitioner assesses need and companion; the health trust orders taxis; claims within six months.',
  ),
  transport: transport(
    'P650',
    'Tre lag emballasje, merking, avsender og mottaker; avsender har ansvaret.',
    'Three layers of packaging, marking, sender and receiver; the sender is responsible.',
  ),
} as const satisfies Record<string, Law>;

export type LawId = keyof typeof laws;
