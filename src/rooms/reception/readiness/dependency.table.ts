/** What a clinic leans on through the day, with the card for each: what to do when it is down. */

import type { Words } from '#kernel/texts';
import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import type { Dependency } from './readiness.ts';

const eachMorning = 24 * 60;
const often = 60;
const words = (nb: string, en: string): Words => ({ nb, en });

const lines: readonly Dependency[] = [
  {
    code: 'journal',
    name: words('Journal', 'Patient record'),
    how: words('Åpne en testpasient.', 'Open a test patient.'),
    without: [
      words(
        'Hent kveldens utskrift: dagsliste, telefonnumre og advarsler.',
        'Fetch last evening’s print: day list, telephone numbers and warnings.',
      ),
      words(
        'Skriv på de nummererte skjemaene, med klokkeslett og navnet ditt.',
        'Write on the numbered forms, with the time and your name.',
      ),
      words(
        'Utsett det som kan vente. Øyeblikkelig hjelp tas som vanlig.',
        'Put off what can wait. Urgent patients are seen as usual.',
      ),
      words(
        'Før inn skjemaene når journalen er oppe, med det opprinnelige klokkeslettet.',
        'Enter the forms when the record is up, with the original time.',
      ),
    ],
    weight: 'stops the clinic',
    freshMinutes: often,
  },
  {
    code: 'network',
    name: words('Nett', 'Network'),
    how: words('Åpne en nettside utenfor huset.', 'Open a page outside the house.'),
    without: [
      words(
        'Se om andre i huset har nett, og start ruteren på nytt én gang.',
        'See whether others in the house have it, and restart the router once.',
      ),
      words('Bruk mobilnett til å ringe leverandøren.', 'Use a mobile telephone to ring the supplier.'),
    ],
    weight: 'stops the clinic',
    freshMinutes: often,
  },
  {
    code: 'message-gateway',
    name: words('Meldinger, Norsk Helsenett', 'Messages, Norsk Helsenett'),
    how: words('Se at en melding er sendt og kvittert i dag.', 'See that a message was sent and acknowledged today.'),
    without: [
      words(
        'Haster det, ring mottakeren og si at henvisningen er på vei.',
        'If it is urgent, ring the receiver and say that the referral is coming.',
      ),
      words(
        'Det som ikke er kvittert, står på tavlen til det er det.',
        'What is not acknowledged stays on the board until it is.',
      ),
    ],
    weight: 'slows the clinic',
    freshMinutes: often,
  },
  {
    code: 'helsenorge',
    name: words('Digital dialog med pasienter', 'Digital dialogue with patients'),
    how: words('Se at det er kommet en melding i dag.', 'See that a message has come today.'),
    without: [
      words(
        'Legg beskjed på telefonsvareren og nettsiden om å ringe.',
        'Say on the answering machine and the web page that patients should ring.',
      ),
      words('Ring dem som ventet på en melding i dag.', 'Ring those who waited for a message today.'),
    ],
    weight: 'slows the clinic',
    freshMinutes: often,
  },
  {
    code: 'telephone-queue',
    name: words('Telefonkø', 'Telephone queue'),
    how: words('Ring kontorets nummer fra en mobil.', 'Ring the clinic’s number from a mobile.'),
    without: [
      words('Viderekoble til mobilen i skrankeskuffen.', 'Forward to the mobile in the desk drawer.'),
      words(
        'Si fra til legevakta, og legg nummeret på nettsiden.',
        'Tell the out-of-hours service, and put the number on the web page.',
      ),
    ],
    weight: 'stops the clinic',
    freshMinutes: often,
  },
  {
    code: 'payment-terminal',
    name: words('Betalingsterminal', 'Payment terminal'),
    how: words('Kjør testkjøp eller se at den er pålogget.', 'Run a test or see that it is signed on.'),
    without: [
      words(
        'Tilby faktura uten gebyr: det er vi som mangler terminal.',
        'Offer an invoice without a fee: it is we who lack the terminal.',
      ),
      words(
        'Skriv beløp og navn på listen, og gjør opp før dagen lukkes.',
        'Write amount and name on the list, and settle before the day is closed.',
      ),
    ],
    weight: 'slows the clinic',
    freshMinutes: eachMorning,
  },
  {
    code: 'card-reader',
    name: words('Kortleser og pålogging', 'Card reader and sign-in'),
    how: words('Logg på med eget kort.', 'Sign in with your own card.'),
    without: [
      words(
        'Bruk den andre innloggingsmåten din. Ingen låner andres pålogging.',
        'Use your other way to sign in. Nobody borrows another’s.',
      ),
    ],
    weight: 'slows the clinic',
    freshMinutes: eachMorning,
  },
  {
    code: 'label-printer',
    name: words('Etikettskriver', 'Label printer'),
    how: words(
      'Skriv ut en testetikett, og se at den ikke henger én etter.',
      'Print a test label, and see that it is not one behind.',
    ),
    without: [
      words('Kast alle etiketter som ligger i skriveren.', 'Throw away every label that lies in the printer.'),
      words(
        'Skriv navn, fødselsnummer og klokkeslett for hånd på røret, ved stolen.',
        'Write name, national number and time on the tube by hand, at the chair.',
      ),
    ],
    weight: 'stops the clinic',
    freshMinutes: eachMorning,
  },
  {
    code: 'document-printer',
    name: words('Skriver', 'Printer'),
    how: words('Skriv ut en testside.', 'Print a test page.'),
    without: [
      words(
        'Skriv ut på naborommets skriver, og hent arket selv.',
        'Print in the next room, and fetch the sheet yourself.',
      ),
    ],
    weight: 'slows the clinic',
    freshMinutes: eachMorning,
  },
  {
    code: 'lab-instruments',
    name: words('Overføring fra laboratorieinstrumenter', 'Transfer from laboratory instruments'),
    how: words('Se at dagens kontroll er kommet over.', 'See that today’s control has come across.'),
    without: [
      words(
        'Skriv av svaret, og la en annen lese det opp mot skjermen på instrumentet.',
        'Copy the result, and let another read it against the instrument’s display.',
      ),
    ],
    weight: 'slows the clinic',
    freshMinutes: eachMorning,
  },
  {
    code: 'prescriptions',
    name: words('E-resept', 'Electronic prescriptions'),
    how: words('Se at dagens resepter er sendt.', 'See that today’s prescriptions were sent.'),
    without: [
      words(
        'Legen ringer resepten til apoteket hvis den haster.',
        'The doctor rings the pharmacy if the prescription is urgent.',
      ),
      words(
        'Be pasienten vente med å gå til apoteket til det er sendt.',
        'Ask the patient to wait before going to the pharmacy.',
      ),
    ],
    weight: 'slows the clinic',
    freshMinutes: eachMorning,
  },
  {
    code: 'backup',
    name: words('Sikkerhetskopi', 'Backup'),
    how: words('Se at nattens kopi er fullført.', 'See that last night’s copy was completed.'),
    without: [
      words(
        'Si fra til leverandøren før lunsj, og til lederen.',
        'Tell the supplier before lunch, and the head of the clinic.',
      ),
    ],
    weight: 'slows the clinic',
    freshMinutes: eachMorning,
  },
];

export const dependencies: readonly Dated<readonly Dependency[]>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source:
      'Clinic procedure 2026; other medium only while the record is down, entered as soon as possible: Pasientjournalforskriften FOR-2019-03-01-168 § 12.',
    value: lines,
  },
];
