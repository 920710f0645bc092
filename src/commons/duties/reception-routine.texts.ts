/** How the reception's duties are done, step by step; the clinic's own routine may say more. */

import type { ReceptionDuty } from './duty.ts';
import type { Routine } from './duty-line.ts';

export const receptionRoutines: Record<ReceptionDuty, Routine> = {
  'reception.it': {
    nb: [
      'Logg på som deg selv.',
      'Gå gjennom tavlen for dagens systemer og prøv etikettskriveren.',
      'Følg opp meldinger uten kvittering.',
      'Meld feil til leverandøren og noter når den oppsto og ble løst.',
      'Ta ut morgendagens liste til nøddrift før du går.',
    ],
    en: [
      'Sign in as yourself.',
      'Go through the board of today’s systems and test the label printer.',
      'Follow up messages without a receipt.',
      'Report faults to the vendor and note when they began and ended.',
      'Take out tomorrow’s list for downtime before you leave.',
    ],
  },
  'reception.calling-and-receiving': {
    nb: [
      'Finn grunnen til innkallingen og vurder hast.',
      'Velg timetype og lengde, og tilby tid.',
      'Send nøytral innkalling og noter svar.',
      'Ved oppmøte: be om navn og fødselsnummer, se legitimasjon.',
      'Spør om endringer, forberedelse, tolk og smitte.',
      'Merk som møtt, hold øye med venterommet og si fra om forsinkelse.',
      'Uteblitt: følg opp den sårbare før du tenker på gebyr.',
    ],
    en: [
      'Find the reason for calling in and judge the haste.',
      'Choose type and length, and offer a time.',
      'Send a neutral notice and record the answer.',
      'On arrival: ask for name and national number, see identification.',
      'Ask about changes, preparation, interpreter and infection.',
      'Mark as arrived, watch the waiting room and tell of delays.',
      'Not come: look after the vulnerable before you think of a fee.',
    ],
  },
  'reception.telephone': {
    nb: [
      'Si hvor du er og hvem du er.',
      'Finn ut hvem det gjelder, hvem som ringer, og nummeret tilbake.',
      'La innringeren fortelle; hør etter livsfare først.',
      'Vurder hast med beslutningsstøtten og velg tiltak.',
      'Gjenta avtalen og si når de skal ringe igjen.',
      'Skriv det som var mer enn en timeavtale.',
    ],
    en: [
      'Say where and who you are.',
      'Find out whom it concerns, who is calling, and the number back.',
      'Let the caller tell; listen for danger to life first.',
      'Judge haste with the decision support and choose the action.',
      'Repeat what was agreed and say when to ring again.',
      'Write down whatever was more than an appointment.',
    ],
  },
  'reception.digital-messages': {
    nb: [
      'Les de øverste først: det som kan haste.',
      'Ring pasienten når innholdet ikke tåler å vente.',
      'Svar på det administrative.',
      'Gjør fornyelser og medisinske spørsmål klare for legen.',
      'Lag oppgave av hver bestilling i et brev, og lukk meldingen.',
    ],
    en: [
      'Read the top first: what may be urgent.',
      'Phone the patient when it cannot wait.',
      'Answer what is administrative.',
      'Prepare renewals and medical questions for the doctor.',
      'Make a task of every request in a letter, and close the message.',
    ],
  },
  'reception.forms': {
    nb: [
      'Finn skjemaet, hvem som ber om det, og hvem som betaler.',
      'Hent opplysningene fra journalen med kilde.',
      'La tomt det du ikke har kilde til.',
      'Legg til legen for vurdering og underskrift.',
      'Send i rett kanal og legg kopi i journalen.',
    ],
    en: [
      'Find the form, who asks for it and who pays.',
      'Fetch the facts from the record with their source.',
      'Leave empty what has no source.',
      'Put it before the doctor to assess and sign.',
      'Send by the right channel and file a copy.',
    ],
  },
  'reception.documentation': {
    nb: [
      'Åpne rett pasient og les navnet høyt for deg selv.',
      'Skriv hva som ble spurt, sett, gjort og rådet.',
      'Legg målinger i sine egne felt med enhet.',
      'Oppgi hvem som ordinerte eller delegerte.',
      'Signer samme dag; rett med ny innføring.',
    ],
    en: [
      'Open the right patient and read the name to yourself.',
      'Write what was asked, seen, done and advised.',
      'Put measurements in their own fields with units.',
      'State who ordered or delegated.',
      'Sign the same day; correct by a new entry.',
    ],
  },
  'reception.patient-accounts': {
    nb: [
      'Se over forslaget til takster for kontakten.',
      'Kontroller egenandel, fritaksgrunn og materiell.',
      'Ta betalt eller lag faktura.',
      'Send krav til Helfo fortløpende.',
      'Rett avviste krav og send dem igjen.',
    ],
    en: [
      'Look over the proposed codes for the contact.',
      'Check charge, reason for exemption and materials.',
      'Take payment or make an invoice.',
      'Send claims to Helfo as you go.',
      'Correct rejected claims and send them again.',
    ],
  },
  'reception.payment-terminal': {
    nb: [
      'Prøv terminalen og tell vekslepengene.',
      'La beløpet gå fra regningen til terminalen.',
      'Gi kvittering; refusjon går til samme kort.',
      'Ta ut dagsrapporten for hver terminal.',
      'Sammenlign, forklar forskjeller, dater og signer.',
    ],
    en: [
      'Test the terminal and count the float.',
      'Let the amount go from the bill to the terminal.',
      'Give a receipt; refunds go to the same card.',
      'Take the day report of each terminal.',
      'Compare, explain differences, date and sign.',
    ],
  },
  'reception.bookkeeping': {
    nb: [
      'Samle dagsoppgjør, fakturaer og utbetalinger.',
      'Koble innbetalinger til regninger.',
      'Send purring når fristen er nådd, med nøytral tekst.',
      'Sett saker på vent ved tvist, dødsfall eller sperret adresse.',
      'Overlever til regnskapsfører og legen.',
    ],
    en: [
      'Gather settlements, invoices and payments.',
      'Match money received to bills.',
      'Send reminders when the term is reached, in neutral words.',
      'Pause on dispute, death or protected address.',
      'Hand over to the accountant and the doctor.',
    ],
  },
  'reception.post': {
    nb: [
      'Åpne og datostemple; personlig post leveres uåpnet.',
      'Sorter: helse, skjema, regnskap, varer.',
      'Koble til pasient og legg det som haster hos en lege som er til stede.',
      'Kontroller utgående: ett brev, ett navn, én adresse.',
    ],
    en: [
      'Open and date-stamp; personal post stays closed.',
      'Sort: clinical, forms, accounts, goods.',
      'Match to the patient and give what is urgent to a doctor who is present.',
      'Check outgoing: one letter, one name, one address.',
    ],
  },
  'reception.office-supplies': {
    nb: [
      'Tell mot avtalt nivå.',
      'Samle ønsker i én bestilling.',
      'Kontroller leveransen mot bestillingen.',
      'Sett på plass og send fakturaen videre.',
    ],
    en: [
      'Count against the agreed level.',
      'Gather wishes in one order.',
      'Check the delivery against the order.',
      'Put away and pass on the invoice.',
    ],
  },
  'reception.archiving': {
    nb: [
      'Kontroller navn og nummer i dokumentet mot pasienten.',
      'Velg type og dokumentets egen dato.',
      'Ved flytting: be om pasientens ønske, plukk det nødvendige.',
      'Ta med det som står åpent, og send sikkert.',
      'Noter hva som gikk, til hvem og når.',
    ],
    en: [
      'Check name and number in the document against the patient.',
      'Choose type and the document’s own date.',
      'On transfer: get the patient’s wish, pick what is needed.',
      'Include what is still open, and send safely.',
      'Note what went, to whom and when.',
    ],
  },
  'reception.scanning': {
    nb: [
      'Tell arkene før du legger dem i.',
      'Skann begge sider og tell igjen.',
      'Velg pasient, type og dokumentets dato.',
      'Send til ansvarlig lege.',
      'Makuler først når kopien er kontrollert og sett.',
    ],
    en: [
      'Count the sheets before feeding them.',
      'Scan both sides and count again.',
      'Choose patient, type and the document’s date.',
      'Send to the responsible doctor.',
      'Shred only when the copy is checked and seen.',
    ],
  },
  'reception.follow-up': {
    nb: [
      'Åpne listen over det som mangler svar.',
      'Ta det eldste og det farligste først.',
      'Kontakt pasient, laboratorium eller sykehus, og noter forsøket.',
      'Løft til en lege som er til stede når fristen er over.',
      'Lukk når beviset finnes.',
    ],
    en: [
      'Open the list of what has no answer.',
      'Take the oldest and the most dangerous first.',
      'Contact patient, laboratory or hospital, and note the attempt.',
      'Raise to a doctor who is present when the time is over.',
      'Close when the evidence is there.',
    ],
  },
  'reception.patient-transport': {
    nb: [
      'Avklar om reisen dekkes.',
      'Be behandleren vurdere behovet.',
      'Bestill før fristen dagen før, med tid, hjelpemiddel og ledsager.',
      'Si til pasienten når og hvor, og nummeret for endring.',
      'Bestill hjemreisen.',
    ],
    en: [
      'Clear whether the trip is covered.',
      'Ask the practitioner to assess the need.',
      'Order before the cut-off the day before, with time, aid and companion.',
      'Tell the patient when and where, and the number for changes.',
      'Order the way home.',
    ],
  },
  'reception.interpreter': {
    nb: [
      'Spør om språk, dialekt og ønske om kjønn.',
      'Bestill kvalifisert tolk til hele timen pluss litt.',
      'Noter tolkens kvalifikasjon ved oppmøte.',
      'Signer tiden etterpå og meld avvik.',
    ],
    en: [
      'Ask for language, dialect and preferred sex.',
      'Order a qualified interpreter for the whole slot and some more.',
      'Note the interpreter’s qualification on arrival.',
      'Sign the hours afterwards and report deviations.',
    ],
  },
  'reception.ambulance': {
    nb: [
      'Ring 113. Hold linjen åpen.',
      'Rop på lege.',
      'Si adresse, inngang og etasje.',
      'Bli hos pasienten og følg legens anvisning.',
      'Noter tider; gi videre legemiddelliste og CAVE.',
    ],
    en: [
      'Call 113. Keep the line open.',
      'Shout for a doctor.',
      'Give address, entrance and floor.',
      'Stay with the patient and follow the doctor.',
      'Note times; hand over medication list and CAVE.',
    ],
  },
};
