/** What each of the reception's duties is, and what one does not do under it. */

import type { ReceptionDuty } from './duty.ts';
import type { DutyWords } from './duty-line.ts';

export const receptionWords: Record<ReceptionDuty, DutyWords> = {
  'reception.it': {
    description: {
      nb: 'Helsesekretæren ser til at det klinikken lever av, er oppe før første pasient: journal, meldingsutveksling, skrivere, kortleser, betalingsterminal og telefonkø. Gjennom dagen følger hun meldinger som ikke er kvittert, melder feil, og sørger for at dagen kan gå videre på papir når noe står.',
      en: 'The secretary sees that what the clinic lives on is up before the first patient: the record, message exchange, printers, card reader, payment terminal and phone queue. Through the day she follows messages without a receipt, reports faults, and makes sure the day can go on by paper when something is down.',
    },
    limits: {
      nb: 'Hvem som får tilgang til journalen, avgjøres av lederen. Innlogging lånes aldri bort.',
      en: 'Who gets access to the record is decided by the head. A login is never lent.',
    },
  },
  'reception.calling-and-receiving': {
    description: {
      nb: 'Å kalle inn er å finne rett time til rett tid for den som trenger den, og å merke når noen ikke svarer. Å ta imot er å vite sikkert hvem som står der, om noe har endret seg, om personen er forberedt eller smittsom, og å holde øye med dem som venter.',
      en: 'Calling in is finding the right appointment at the right time for the one who needs it, and noticing who does not answer. Receiving is knowing for certain who is standing there, what has changed, whether the person is prepared or contagious, and keeping an eye on those who wait.',
    },
    limits: {
      nb: 'Eleven avgjør ikke hast. Legen avgjør avvisning og rekkefølge ved tvil. Ingen helseopplysninger i SMS.',
      en: 'The pupil does not decide haste. The doctor decides refusals and precedence in doubt. No health information in SMS.',
    },
  },
  'reception.telephone': {
    description: {
      nb: 'Den som svarer telefonen, hører først etter fare, så etter ærendet. Hun bruker legekontorets beslutningsstøtte til å vurdere hast, gir råd innenfor det legen har delegert, avtaler hva som skjer videre, og sier når innringeren skal ringe igjen.',
      en: 'Whoever answers listens first for danger, then for the errand. She uses the clinic’s decision support to judge haste, gives advice within what the doctor has delegated, agrees what happens next, and says when the caller should ring again.',
    },
    limits: {
      nb: 'Er du i tvil, spør legen; hast kan settes opp, aldri ned. Elev lytter og skriver utkast, men avslutter ikke samtalen.',
      en: 'In doubt, ask the doctor; haste may be raised, never lowered. A pupil listens and drafts but does not close a call.',
    },
  },
  'reception.digital-messages': {
    description: {
      nb: 'Innboksen rommer timebestillinger, fornyelser, e-konsultasjoner, spørsmål til kontoret og meldinger fra sykehus, kommune, NAV og apotek. Helsesekretæren finner det som haster, svarer på det administrative, gjør resten klart for legen og passer på at bestillinger gjemt i et brev blir til oppgaver.',
      en: 'The inbox holds bookings, renewals, e-consultations, questions to the office and messages from hospital, municipality, NAV and pharmacy. The secretary finds what is urgent, answers what is administrative, prepares the rest for the doctor and sees that requests hidden in a letter become tasks.',
    },
    limits: {
      nb: 'Medisinske svar er legens. Fornyelser forberedes, legen godkjenner hver enkelt.',
      en: 'Medical answers are the doctor’s. Renewals are prepared, the doctor approves each one.',
    },
  },
  'reception.forms': {
    description: {
      nb: 'Skjemaer og rekvisisjoner hentes fram, fylles med det som alt står i journalen, og legges til den som skal underskrive. Mottakeren bestemmer hvor mye som får stå der: en arbeidsgiver trenger ikke diagnosen.',
      en: 'Forms and requisitions are found, filled with what already stands in the record, and put before the one who signs. The receiver decides how much may stand there: an employer does not need the diagnosis.',
    },
    limits: {
      nb: 'Legen vurderer og underskriver. Helsesekretæren kan selv bekrefte oppmøte. Elev fyller bare inn personalia.',
      en: 'The doctor assesses and signs. The secretary may confirm attendance herself. A pupil fills in personal details only.',
    },
  },
  'reception.documentation': {
    description: {
      nb: 'Alt som blir sett, målt, gjort og sagt på selvstendig grunnlag, skrives samme dag under eget navn, med hvem som bestemte det. Personalia, kontaktopplysninger og språk holdes riktige, for resten av journalen hviler på dem.',
      en: 'Everything seen, measured, done and said on one’s own account is written the same day under one’s own name, with who decided it. Personal details, contacts and language are kept right, because the rest of the record rests on them.',
    },
    limits: {
      nb: 'Ingen skriver i en annens navn. En signert innføring rettes med en ny. Elevens notat medsigneres.',
      en: 'Nobody writes in another’s name. A signed entry is corrected by a new one. A pupil’s note is countersigned.',
    },
  },
  'reception.patient-accounts': {
    description: {
      nb: 'Hver ferdige kontakt blir til takster, egenandel eller fritak, betaling og krav til Helfo. Helsesekretæren passer at det bare kreves for det som er gjort av den som gjorde det, at frikort kommer i tide, og at avviste krav rettes og sendes igjen.',
      en: 'Every finished contact becomes tariff codes, a patient charge or exemption, a payment and a claim to Helfo. The secretary sees that only what was done, by the one who did it, is claimed, that exemption cards come in time, and that rejected claims are corrected and sent again.',
    },
    limits: {
      nb: 'Tilbakebetaling, sletting og kreditering krever en person til. Krav sendes i legens navn.',
      en: 'Refunds, write-offs and credits need a second person. Claims are sent in the doctor’s name.',
    },
  },
  'reception.payment-terminal': {
    description: {
      nb: 'Dagen åpnes med en prøve av terminalen og lukkes med et oppgjør for hver terminal og hver lege. Det som er betalt, skal være likt det som er regnet ut; er det ikke det, står forklaringen ved siden av.',
      en: 'The day opens with a test of the terminal and closes with a settlement for each terminal and each doctor. What was paid shall equal what was billed; where it does not, the explanation stands beside it.',
    },
    limits: {
      nb: 'Elev tar betalt sammen med en ansatt og gjør ikke dagsoppgjør alene.',
      en: 'A pupil takes payment together with staff and does not close the day alone.',
    },
  },
  'reception.bookkeeping': {
    description: {
      nb: 'Dagsoppgjør, fakturaer, oppgjør fra Helfo og bank samles og gjøres klare for regnskapet. Ubetalte fakturaer følges opp etter frister som ikke kan kortes ned, med tekst som ikke røper hva pasienten var hos legen for.',
      en: 'Day settlements, invoices, Helfo decisions and bank lines are gathered and made ready for the accountant. Unpaid invoices are followed by deadlines that cannot be shortened, in words that do not reveal why the patient saw the doctor.',
    },
    limits: {
      nb: 'Den næringsdrivende legen er bokføringspliktig og godkjenner.',
      en: 'The self-employed doctor is liable for the books and approves.',
    },
  },
  'reception.post': {
    description: {
      nb: 'Posten åpnes, stemples, kobles til rett pasient og legges der noen faktisk er på jobb. Det som haster går til lege samme dag, og det som går ut, kontrolleres mot navn og adresse før konvolutten lukkes.',
      en: 'Post is opened, stamped, matched to the right patient and put where someone is actually at work. What is urgent reaches a doctor the same day, and what goes out is checked against name and address before the envelope is closed.',
    },
  },
  'reception.office-supplies': {
    description: {
      nb: 'Papir, etiketter, toner og konvolutter skal finnes før noen savner dem. Beholdningen telles mot et avtalt nivå, bestilles samlet, kontrolleres ved mottak og settes på plass.',
      en: 'Paper, labels, toner and envelopes should be there before anyone misses them. Stock is counted against an agreed level, ordered together, checked on arrival and put away.',
    },
    limits: {
      nb: 'Innenfor beløpsgrensen lederen har satt. Elev lager utkast.',
      en: 'Within the amount the head has set. A pupil drafts.',
    },
  },
  'reception.archiving': {
    description: {
      nb: 'Dokumenter legges under rett pasient, rett type og rett dato, slik at de blir funnet igjen. Når pasienten bytter lege og ber om det, sendes det den nye legen trenger, sikkert og med spor av hva som gikk.',
      en: 'Documents are filed under the right patient, type and date so that they can be found again. When a patient changes doctor and asks for it, what the new doctor needs is sent, safely and with a trace of what went.',
    },
    limits: {
      nb: 'Sletting og utlevering avgjøres av lege eller leder. Ingenting slettes av seg selv.',
      en: 'Deletion and disclosure are decided by doctor or head. Nothing is deleted by itself.',
    },
  },
  'reception.scanning': {
    description: {
      nb: 'Papir blir til et lesbart, fullstendig bilde hos rett pasient, med dokumentets egen dato og en lege som har sett det. Først når kopien er kontrollert, kan papiret makuleres.',
      en: 'Paper becomes a readable, complete image with the right patient, carrying the document’s own date and a doctor who has seen it. Only when the copy is checked may the paper be shredded.',
    },
    limits: {
      nb: 'Elev skanner, en ansatt kontrollerer. Stemmer ikke navn og nummer, stopper det der.',
      en: 'A pupil scans, a member of staff checks. If name and number disagree, it stops there.',
    },
  },
  'reception.follow-up': {
    description: {
      nb: 'Helsesekretæren ser etter det som ikke kom: prøvesvar uten leser, henvisninger uten svar, kontroller som gled ut, lovede oppringninger. En sak er ferdig når det finnes bevis for det, ikke når noe er sendt.',
      en: 'The secretary looks for what did not come: results nobody read, referrals without an answer, checks that slipped, promised calls. A matter is done when there is evidence, not when something was sent.',
    },
    limits: {
      nb: 'Normale svar formidles når legen har godkjent teksten. Legen avgjør hva som gjøres med avvikende svar.',
      en: 'Normal results are passed on when the doctor has approved the words. The doctor decides on abnormal results.',
    },
  },
  'reception.patient-transport': {
    description: {
      nb: 'Pasienten som ikke kan ta buss eller egen bil, får skyss bestilt i tide når behandleren har vurdert behovet. Tidspunkt, hjelpemidler, ledsager og hjemreise skal være med, og flyttes timen, må skyssen flyttes med.',
      en: 'The patient who cannot take a bus or own car gets transport ordered in time once the practitioner has assessed the need. Time, aids, companion and the way home must be included, and when the appointment moves, so must the ride.',
    },
    limits: {
      nb: 'Behovet attesteres av behandleren selv. Den oppgaven kan ikke delegeres.',
      en: 'The need is attested by the practitioner in person. That act cannot be delegated.',
    },
  },
  'reception.interpreter': {
    description: {
      nb: 'Den som ikke får sagt det på norsk, får kvalifisert tolk i rett språk og rett form, og lang nok time. Behovet lagres på pasienten så ingen må begynne forfra neste gang.',
      en: 'Whoever cannot say it in Norwegian gets a qualified interpreter in the right language and form, and a long enough appointment. The need is kept with the patient so nobody starts over next time.',
    },
    limits: {
      nb: 'Barn tolker aldri. Unntak i nødstilfelle avgjøres av legen.',
      en: 'Children never interpret. Exceptions in an emergency are the doctor’s.',
    },
  },
  'reception.ambulance': {
    description: {
      nb: 'Ved fare for liv ringes 113 med en gang, av den som ser det først, mens lege tilkalles og noen blir hos pasienten. Planlagt ambulanse bestilles når legen har bestemt det, med det mannskapet trenger å vite.',
      en: 'When life is in danger, whoever sees it first calls 113 at once, while a doctor is fetched and someone stays with the patient. A planned ambulance is ordered when the doctor has decided it, with what the crew needs to know.',
    },
    limits: {
      nb: 'Alle ringer 113 uten å spørre. Planlagt ambulanse er legens avgjørelse.',
      en: 'Anyone calls 113 without asking. A planned ambulance is the doctor’s decision.',
    },
  },
};
