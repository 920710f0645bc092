/** Every reason on a proposed bill in words: why a code stands there, why another does not, and what to look at. */

import type { Facts } from '#kernel/result';
import { type Language, texts, type Words } from '#kernel/texts';
import type { BlockReason, LineReason, NoteReason } from './draft.ts';
import { analyses, procedures } from './work.table.ts';

type Said<Key extends string> = Record<Key, (facts: Facts) => string>;

const names: ReadonlyMap<string, Words> = new Map([
  ...analyses.flatMap(({ value }) => value.map(({ analyte, name }) => [analyte, name] as const)),
  ...procedures.flatMap(({ value }) => value.map(({ procedure, name }) => [procedure, name] as const)),
  ['ecg', { nb: 'EKG', en: 'ECG' }],
]);

/** The name of an analysis or a procedure; what is not in the tables is said as it was told. */
export function workName(what: unknown, language: Language): string {
  return names.get(String(what))?.[language] ?? String(what ?? '');
}

const roleNames: Record<string, Words> = {
  nurse: { nb: 'sykepleier', en: 'a nurse' },
  bioengineer: { nb: 'bioingeniør', en: 'a bioengineer' },
  helsesekretaer: { nb: 'helsesekretær', en: 'a medical secretary' },
  pupil: { nb: 'elev', en: 'a pupil' },
};
const role = (facts: Facts, language: Language): string => roleNames[String(facts.role)]?.[language] ?? '';
const nb = (facts: Facts): string => workName(facts.what, 'nb');
const en = (facts: Facts): string => workName(facts.what, 'en');

const reasonsNb: Said<LineReason> = {
  consultation: () => 'Konsultasjon hos lege, eller hos sykepleier etter delegering.',
  'home visit': () => 'Sykebesøk.',
  time: ({ minutes }) => `Varte ${minutes} minutter, lenger enn det taksten dekker.`,
  specialist: () => 'Legen er spesialist i allmennmedisin med gyldig femårsperiode.',
  'outside the list system': () =>
    'Pasienten står ikke i fastlegeordningen. Betales av pasienten og teller ikke til frikort.',
  'list of another clinic': () => 'Pasienten står på listen til en fastlege ved et annet kontor.',
  interpreter: () => 'Tolk med tilstrekkelig kompetanse ble brukt.',
  advice: () => 'Journalverdig råd gitt av lege, eller av personellet etter delegering (merknad A1).',
  prescription: () => 'Kontakten førte bare til en e-resept.',
  'prescription with advice': () => 'E-resept sammen med råd: 1bd uansett kontaktform (merknad A1).',
  'sick note or referral': () => 'Sykmelding eller henvisning uten samtidig råd (merknad A1).',
  'transport need': () => 'Medisinsk vurdering av transportbehov utenom konsultasjon (merknad A1).',
  'sampling for another requester': () => 'Blodprøve tatt på vegne av ekstern rekvirent (merknad A1).',
  'simple procedure by staff': (facts) => `Enkel prosedyre utført av personellet etter delegering: ${nb(facts)}.`,
  'sample taken': ({ what }) =>
    what ? `Prøve tatt her: ${workName(what, 'nb')}.` : 'Prøve tatt og sendt til laboratorium.',
  'further consignment': ({ consignments }) => `${consignments} forsendelser; den første er med i prøvetakingen.`,
  'analysed here': (facts) => `Analysert på kontoret: ${nb(facts)}.`,
  'ecg taken and read': () => 'EKG tatt, og tydet av lege.',
  'procedure done': (facts) => `Utført: ${nb(facts)}.`,
  'small child sampled': () => 'Blodprøve av barn under 7 år.',
  'material used': (facts) => `Forbruksmateriell: ${nb(facts)}. Betales også av barn og pasienter med frikort.`,
  'item at cost': () => 'Etter klinikkens egen kostnad (merknad B5).',
  'not attended': () => 'Timen ble ikke brukt, eller avbestilt senere enn 24 timer før. Ikke egenandel (merknad B2).',
};

const blockedNb: Said<BlockReason> = {
  'consultation by staff alone': (facts) =>
    `Bare ${role(facts, 'nb') || 'personellet'} var med pasienten. Konsultasjonstakst kan ikke kreves for arbeid utført av hjelpepersonell alene (merknad B1).`,
  "nurse's code for other staff": (facts) => `S-takst gjelder sykepleier etter delegering, ikke ${role(facts, 'nb')}.`,
  'no order or delegation': () => 'Det finnes ingen ordinasjon eller delegering for den som utførte dette.',
  'pupil without a supervisor': () => 'En elev utførte dette uten navngitt veileder.',
  'no tariff for this date': () => 'Det finnes ingen takstabell for denne datoen.',
  'code unknown': () => 'Koden finnes ikke.',
  'code not in the tariff of this date': () => 'Koden står ikke i tabellen som gjelder på behandlingsdagen.',
  'only the doctor': () => 'Bare legen kan utløse denne taksten.',
  appointment: () => 'Henvendelser om timeavtale er ikke en takst (merknad A1).',
  'simple message': () => 'Enkle beskjeder er ikke en takst (merknad A1).',
  'result without advice': () => 'Spørsmål om prøvesvar uten råd er ikke en takst (merknad A1).',
  'talk with a colleague': () => 'Samtale med kolleger er ikke en takst (merknad A1).',
  'prescription phoned in': () => 'Innringing av resept til apotek er ikke en takst (merknad A1).',
  'near a consultation': () =>
    'Det er mindre enn en time til eller fra en konsultasjon på en annen regning. Helfo avviser den (melding 470).',
  'included in the consultation': (facts) => `${nb(facts)} er med i konsultasjonen (merknad B1).`,
  'needs a consultation or home visit': () => 'Taksten er et tillegg til konsultasjon eller sykebesøk (merknad E2).',
  'needs sample taking': () => '701c kan bare brukes sammen med 701a (merknad F1).',
  'may not stand beside': ({ other }) => `Kan ikke stå på samme regning som ${other}.`,
  'repeated too often': ({ count, most }) =>
    `Registrert ${count} ganger; taksten kan stå ${most} ganger på samme regning.`,
  'not read by the doctor': () => 'EKG er tatt, men ikke tydet av lege ennå. 707 er taking og tyding.',
  'interpreter not qualified': () => 'Tolken hadde ikke tilstrekkelig kompetanse.',
  emergency: () => 'Kan ikke kreves ved øyeblikkelig hjelp (helsepersonelloven § 7).',
  'same material to the same laboratory': () =>
    'Flere prøver av samme materiale til samme laboratorium er én forsendelse (merknad F1).',
  'disposables are included': ({ what }) =>
    `${what}: engangsutstyr er med i taksten og kan ikke kreves i tillegg (merknad B5).`,
  'not told beforehand': () => 'Pasienten var ikke informert om gebyret på forhånd (merknad B2).',
};

const notesNb: Said<NoteReason> = {
  'frikort has no data': () =>
    'Helfo har ingen opplysninger om frikort. Det kan bety at pasienten har reservert seg: spør før betaling.',
  'frikort not asked': () => 'Frikort er ikke sjekket. Summen kan bli en annen.',
  'ground missing': () => 'Grunnen til fritaket må stå i journalen før regningen lukkes.',
  'specified bill to Helfo': () => 'Legemidler og materiell dekkes av Helfo etter egen spesifisert regning.',
  'simple contact beside sampling': () =>
    '1ad og 701a på samme besøk: forskriften forbyr det ikke, men legen bør se på det.',
  'sample brought': () => 'Prøven var med hjemmefra. Om 701a kan kreves, avgjør legen.',
  'no code for the analysis': ({ what }) => `${what} har ingen takst i tabellen over analyser.`,
  'tell the patient beforehand': () =>
    'Spesialistens pasient skal være informert om gebyret på forhånd. Det er ikke registrert.',
  'corrected by the clinic': () => 'Minst ett beløp er rettet av klinikken.',
};

const reasonsEn: Said<LineReason> = {
  consultation: () => 'Consultation with the doctor, or with a nurse on delegation.',
  'home visit': () => 'Home visit.',
  time: ({ minutes }) => `Lasted ${minutes} minutes, longer than the code covers.`,
  specialist: () => 'The doctor is a specialist in general practice within the five-year period.',
  'outside the list system': () =>
    'The patient is outside the list system. Paid by the patient, and does not count towards frikort.',
  'list of another clinic': () => 'The patient is on the list of a doctor at another clinic.',
  interpreter: () => 'A sufficiently competent interpreter was used.',
  advice: () => 'Advice worth recording, by the doctor or by staff on delegation (note A1).',
  prescription: () => 'The contact led only to an e-prescription.',
  'prescription with advice': () => 'E-prescription with advice: 1bd whatever the form of contact (note A1).',
  'sick note or referral': () => 'Sick note or referral without advice (note A1).',
  'transport need': () => 'Medical assessment of transport need outside a consultation (note A1).',
  'sampling for another requester': () => 'Blood sample taken for an external requester (note A1).',
  'simple procedure by staff': (facts) => `Simple procedure done by staff on delegation: ${en(facts)}.`,
  'sample taken': ({ what }) =>
    what ? `Sample taken here: ${workName(what, 'en')}.` : 'Sample taken and sent to a laboratory.',
  'further consignment': ({ consignments }) => `${consignments} consignments; the first is part of the sample taking.`,
  'analysed here': (facts) => `Analysed at the office: ${en(facts)}.`,
  'ecg taken and read': () => 'ECG taken, and read by the doctor.',
  'procedure done': (facts) => `Done: ${en(facts)}.`,
  'small child sampled': () => 'Blood sample from a child under 7.',
  'material used': (facts) => `Consumables: ${en(facts)}. Paid by children and frikort patients too.`,
  'item at cost': () => 'At what the clinic paid (note B5).',
  'not attended': () => 'The time was not used, or cancelled later than 24 hours before. Not an egenandel (note B2).',
};

const blockedEn: Said<BlockReason> = {
  'consultation by staff alone': (facts) =>
    `Only ${role(facts, 'en') || 'staff'} met the patient. A consultation code cannot be claimed for work by assisting staff alone (note B1).`,
  "nurse's code for other staff": (facts) => `S-codes are for a nurse on delegation, not for ${role(facts, 'en')}.`,
  'no order or delegation': () => 'There is no order or delegation for the one who did this.',
  'pupil without a supervisor': () => 'A pupil did this without a named supervisor.',
  'no tariff for this date': () => 'There is no tariff table for this date.',
  'code unknown': () => 'The code does not exist.',
  'code not in the tariff of this date': () => 'The code is not in the table of the day of treatment.',
  'only the doctor': () => 'Only the doctor can trigger this code.',
  appointment: () => 'Enquiries about appointments are not billed (note A1).',
  'simple message': () => 'Simple messages are not billed (note A1).',
  'result without advice': () => 'Questions about results without advice are not billed (note A1).',
  'talk with a colleague': () => 'Talks with colleagues are not billed (note A1).',
  'prescription phoned in': () => 'Phoning in a prescription is not billed (note A1).',
  'near a consultation': () =>
    'It is within an hour of a consultation on another bill. Helfo rejects it (message 470).',
  'included in the consultation': (facts) => `${en(facts)} is part of the consultation (note B1).`,
  'needs a consultation or home visit': () => 'The code supplements a consultation or home visit (note E2).',
  'needs sample taking': () => '701c can only be used with 701a (note F1).',
  'may not stand beside': ({ other }) => `May not stand on the same bill as ${other}.`,
  'repeated too often': ({ count, most }) => `Recorded ${count} times; the code may stand ${most} times on one bill.`,
  'not read by the doctor': () => 'The ECG is taken but not yet read by the doctor. 707 is taking and reading.',
  'interpreter not qualified': () => 'The interpreter was not sufficiently competent.',
  emergency: () => 'Cannot be charged in an emergency (Health Personnel Act § 7).',
  'same material to the same laboratory': () =>
    'Several samples of one material to one laboratory are one consignment (note F1).',
  'disposables are included': ({ what }) =>
    `${what}: disposables are part of the fee and cannot be charged on top (note B5).`,
  'not told beforehand': () => 'The patient had not been told of the fee beforehand (note B2).',
};

const notesEn: Said<NoteReason> = {
  'frikort has no data': () => 'Helfo has no data on frikort. The patient may have opted out: ask before payment.',
  'frikort not asked': () => 'Frikort has not been checked. The sum may change.',
  'ground missing': () => 'The ground for the exemption must stand in the journal before the bill is closed.',
  'specified bill to Helfo': () => 'Medicines and materials are covered by Helfo on a specified bill.',
  'simple contact beside sampling': () =>
    '1ad and 701a at one visit: the regulation does not forbid it, but the doctor should look.',
  'sample brought': () => 'The sample was brought from home. Whether 701a may be charged is for the doctor.',
  'no code for the analysis': ({ what }) => `${what} has no code in the table of analyses.`,
  'tell the patient beforehand': () => "A specialist's patient must have been told of the fee. That is not recorded.",
  'corrected by the clinic': () => 'At least one amount has been corrected by the clinic.',
};

export const proposalTexts = texts({
  nb: {
    title: 'Forslag til regning',
    lines: 'Takster',
    stopped: 'Stoppet',
    lookAt: 'Se på dette',
    patientPays: 'Pasienten betaler',
    helfoPays: 'Helfo betaler',
    countsToFrikort: 'Av dette teller til frikort',
    nothingToBill: 'Ingenting å kreve for dette besøket.',
    hardStop: 'Kan ikke overstyres',
    reasons: reasonsNb,
    blocked: blockedNb,
    notes: notesNb,
  },
  en: {
    title: 'Proposed bill',
    lines: 'Codes',
    stopped: 'Stopped',
    lookAt: 'Look at this',
    patientPays: 'The patient pays',
    helfoPays: 'Helfo pays',
    countsToFrikort: 'Of which counts towards frikort',
    nothingToBill: 'Nothing to bill for this visit.',
    hardStop: 'Cannot be overridden',
    reasons: reasonsEn,
    blocked: blockedEn,
    notes: notesEn,
  },
});
