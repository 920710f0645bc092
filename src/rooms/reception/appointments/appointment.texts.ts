/** Every sentence about appointments and visits. */

import { texts } from '#kernel/texts';
import type { BookingChannel, StateRefusal, WaitingPlace, Wish } from './appointment.ts';
import type { AppointmentState } from './appointment-state.ts';
import type { NotFree } from './availability.ts';
import type { FragileSign, NoFee } from './cancellation.ts';
import type { LateReason, OfferVerdict } from './offer-clock.ts';

type Why =
  | NotFree
  | StateRefusal
  | NoFee
  | 'first contact is in the future'
  | 'same time'
  | 'not today'
  | 'waits there already'
  | 'not begun yet'
  | 'already offered'
  | 'before the first contact'
  | 'late needs a reason';

export const appointmentTexts = texts({
  nb: {
    title: 'Timer',
    noneFree: 'Ingen ledig time i perioden. Se lenger fram, velg en annen bok, eller sett pasienten på ventelisten.',
    nextFree: 'Neste ledige',
    squeezeIn: 'Sett inn ekstra',
    haste: 'Hastegrad',
    preparation: 'Si til pasienten',
    late: (minutes: number) => `${minutes} min forsinket`,
    states: {
      booked: 'Bestilt',
      arrived: 'Kommet',
      'called in': 'Ropt inn',
      with: 'Inne',
      done: 'Ferdig',
      left: 'Gikk før tur',
      'no-show': 'Ikke møtt',
      cancelled: 'Avlyst',
    } satisfies Record<AppointmentState, string>,
    channels: {
      telephone: 'telefon',
      desk: 'luke',
      digital: 'digitalt',
      letter: 'brev',
      recall: 'innkalling',
      doctor: 'legen',
      'waiting list': 'venteliste',
    } satisfies Record<BookingChannel, string>,
    wishes: { patient: 'pasientens ønske', clinic: 'klinikkens behov' } satisfies Record<Wish, string>,
    places: { 'waiting room': 'Venterom', 'separate room': 'Eget rom', 'at home': 'Hjemme' } satisfies Record<
      WaitingPlace,
      string
    >,
    lateReasons: {
      'patient wished later': 'Pasienten ønsket senere',
      'no free time': 'Ingen ledig time',
      'doctor absent': 'Legen borte',
      'waits for result or reply': 'Venter på svar',
      'clinic closed': 'Kontoret stengt',
    } satisfies Record<LateReason, string>,
    verdicts: {
      within: 'Innen fem dager',
      'still open': 'Tid igjen',
      'later by own wish': 'Senere etter eget ønske',
      breach: 'Over fem dager',
    } satisfies Record<OfferVerdict['kind'], string>,
    fragileSigns: {
      frail: 'skrøpelig',
      'mental health': 'psykisk helse',
      dementia: 'demens',
      pregnant: 'gravid',
      child: 'barn',
      anticoagulated: 'blodfortynnet',
      'urgent haste': 'hastegrad 1',
    } satisfies Record<FragileSign, string>,
    ringFirst: 'Ring og hør hvordan det går før noen tenker på gebyr.',
    refusals: {
      'time is past': 'Tidspunktet er passert.',
      'outside opening hours': 'Boken er ikke åpen da. Sett inn ekstra med en grunn hvis det må til.',
      'not released yet': 'Timen er holdt av og er ikke sluppet ennå.',
      'time is taken': 'Timen er tatt. Velg en annen, eller sett inn ekstra med en grunn.',
      'first contact is in the future': 'Dagen pasienten først tok kontakt kan ikke være fram i tid.',
      'same time': 'Det er den timen pasienten har.',
      'not today': 'Timen er ikke i dag.',
      'waits there already': 'Pasienten venter der allerede.',
      'not begun yet': 'Timen har ikke begynt, så pasienten kan fortsatt komme.',
      'already offered': 'Første tilbud er skrevet og endres ikke.',
      'before the first contact': 'Tilbudet kan ikke være før pasienten tok kontakt.',
      'late needs a reason': 'Tilbudet er senere enn fristen. Velg grunnen.',
      'not arrived yet': 'Pasienten er ikke kommet.',
      'already arrived': 'Pasienten er allerede registrert som kommet.',
      'already called in': 'Pasienten er allerede ropt inn.',
      'already with someone': 'Pasienten er allerede inne.',
      'already done': 'Besøket er ferdig.',
      'left before being seen': 'Pasienten gikk før tur.',
      'marked as no-show': 'Timen står som ikke møtt.',
      cancelled: 'Timen er avlyst. Bestill en ny.',
      'not called in': 'Pasienten er ikke ropt inn.',
      'not seen by anyone yet': 'Ingen har sett pasienten ennå.',
      'not done yet': 'Besøket er ikke ferdig.',
      'not missed': 'Pasienten har ikke uteblitt.',
      'cancelled in time': 'Avlyst i tide: ikke noe gebyr.',
      'cancelled by the clinic': 'Klinikken avlyste: ikke noe gebyr.',
      'patient was not told beforehand': 'Pasienten fikk ikke vite om gebyret på forhånd.',
      'moved by the clinic': 'Klinikken flyttet timen: ikke noe gebyr.',
    } satisfies Record<Why, string>,
  },
  en: {
    title: 'Appointments',
    noneFree: 'No free time in the period. Look further ahead, choose another book, or use the waiting list.',
    nextFree: 'Next free',
    squeezeIn: 'Squeeze in',
    haste: 'Haste grade',
    preparation: 'Tell the patient',
    late: (minutes: number) => `${minutes} min late`,
    states: {
      booked: 'Booked',
      arrived: 'Arrived',
      'called in': 'Called in',
      with: 'Being seen',
      done: 'Done',
      left: 'Left unseen',
      'no-show': 'Did not come',
      cancelled: 'Cancelled',
    },
    channels: {
      telephone: 'telephone',
      desk: 'desk',
      digital: 'digital',
      letter: 'letter',
      recall: 'recall',
      doctor: 'the doctor',
      'waiting list': 'waiting list',
    },
    wishes: { patient: 'the patient’s wish', clinic: 'the clinic’s need' },
    places: { 'waiting room': 'Waiting room', 'separate room': 'Separate room', 'at home': 'At home' },
    lateReasons: {
      'patient wished later': 'The patient wished later',
      'no free time': 'No free time',
      'doctor absent': 'Doctor absent',
      'waits for result or reply': 'Waits for a result or reply',
      'clinic closed': 'Clinic closed',
    },
    verdicts: {
      within: 'Within five days',
      'still open': 'Time left',
      'later by own wish': 'Later by own wish',
      breach: 'Over five days',
    },
    fragileSigns: {
      frail: 'frail',
      'mental health': 'mental health',
      dementia: 'dementia',
      pregnant: 'pregnant',
      child: 'child',
      anticoagulated: 'on a blood thinner',
      'urgent haste': 'haste grade 1',
    },
    ringFirst: 'Ring and ask how they are before anyone thinks of a fee.',
    refusals: {
      'time is past': 'The time has passed.',
      'outside opening hours': 'The book is not open then. Squeeze in with a reason if it must be.',
      'not released yet': 'The time is kept free and not released yet.',
      'time is taken': 'The time is taken. Choose another, or squeeze in with a reason.',
      'first contact is in the future': 'The day the patient first asked cannot lie ahead.',
      'same time': 'That is the time the patient has.',
      'not today': 'The appointment is not today.',
      'waits there already': 'The patient waits there already.',
      'not begun yet': 'The time has not begun, so the patient may still come.',
      'already offered': 'The first offer is written and does not change.',
      'before the first contact': 'The offer cannot be before the patient asked.',
      'late needs a reason': 'The offer is later than the limit. Choose the reason.',
      'not arrived yet': 'The patient has not arrived.',
      'already arrived': 'The patient is marked as arrived already.',
      'already called in': 'The patient is called in already.',
      'already with someone': 'The patient is being seen already.',
      'already done': 'The visit is done.',
      'left before being seen': 'The patient left before being seen.',
      'marked as no-show': 'The patient is marked as not having come.',
      cancelled: 'The appointment is cancelled. Book a new one.',
      'not called in': 'The patient has not been called in.',
      'not seen by anyone yet': 'Nobody has seen the patient yet.',
      'not done yet': 'The visit is not done.',
      'not missed': 'The patient has not stayed away.',
      'cancelled in time': 'Cancelled in time: no fee.',
      'cancelled by the clinic': 'The clinic cancelled: no fee.',
      'patient was not told beforehand': 'The patient was not told of the fee beforehand.',
      'moved by the clinic': 'The clinic moved the time: no fee.',
    },
  },
});
