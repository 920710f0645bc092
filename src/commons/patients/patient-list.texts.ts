/** What is said of reading in a doctor's list. */

import { texts } from '#kernel/texts';

export const patientListTexts = texts({
  nb: {
    title: 'Les inn pasientliste',
    place: (place: number, line: number) => `innslag ${place}, linje ${line}`,
    placeAlone: (place: number) => `innslag ${place}`,
    counts: (registered: number, changed: number, left: number, unchanged: number) =>
      `${registered} nye, ${changed} endret, ${left} har gått ut av listen, ${unchanged} uendret`,
    countDiffers: (stated: number, found: number) =>
      `Listen sier at den har ${stated} innslag, men har ${found}. Ingen regnes derfor som gått ut av den.`,
    neverHere: (count: number) => `${count} hadde gått ut av listen før de ble registrert her, og er ikke registrert`,
    unreadable: {
      'number missing': 'mangler nummer',
      'number is wrong': 'nummeret stemmer ikke',
      'number is of another kind': 'nummeret er av et annet slag enn oppgitt',
      'birth date does not fit the number': 'fødselsdatoen passer ikke til nummeret',
      'issuer needed': 'det er ikke oppgitt hvem som har laget nummeret',
      'synthetic number': 'testnummer i en virkelig klinikk',
      'number of a real person': 'kan være et virkelig nummer; øvingsklinikken tar bare testnummer',
      'birth date needed': 'mangler fødselsdato',
      'phone number is wrong': 'telefonnummeret stemmer ikke',
      'name missing': 'mangler fornavn eller etternavn',
      'first day missing': 'mangler første dag på listen',
      'last day wrong': 'siste dag på listen stemmer ikke',
      'twice in the list': 'samme nummer står tidligere i listen',
    },
    lookAt: {
      'birth date differs': 'annen fødselsdato i listen enn her; spør pasienten',
      'sex differs': 'annet kjønn i listen enn her; spør pasienten',
      'address was confirmed by the patient':
        'annen adresse i listen enn pasienten selv har sagt; pasientens er beholdt',
      'registered as dead': 'er registrert som død her, men står på listen',
      'not in the list any more':
        'står ikke lenger i listen, men den er ikke sikker nok til å si at pasienten har gått ut',
      'someone alike has no number':
        'noen med samme navn og fødselsdag er registrert her uten nummer; kan være samme person',
    },
    refusals: {
      'list turned away': 'Meldingen er ikke bygd slik en pasientliste skal være. Ingenting er lest inn.',
      'only the subscription': 'Meldingen forteller bare om abonnementet. Den har ingen pasienter.',
      'list without doctor': 'Listen sier ikke hvilken lege den gjelder.',
      'first day missing': 'Listen sier ikke hvilken dag den gjelder fra.',
      'newer list read': (from: string) => `En nyere liste, fra ${from}, er allerede lest inn.`,
      'doctor not known': (name: string) => `Si hvem av legene her som er ${name}.`,
      'not a doctor here': 'Den som er valgt, er ikke lege her i dag.',
      'registered meanwhile': 'Noen registrerte en av pasientene samtidig. Les inn listen en gang til.',
    },
  },
  en: {
    title: 'Read in a patient list',
    place: (place, line) => `entry ${place}, line ${line}`,
    placeAlone: (place) => `entry ${place}`,
    counts: (registered, changed, left, unchanged) =>
      `${registered} new, ${changed} changed, ${left} left the list, ${unchanged} unchanged`,
    countDiffers: (stated, found) =>
      `The list says that it holds ${stated} entries, and holds ${found}. So nobody is taken to have left it.`,
    neverHere: (count) => `${count} had left the list before they were registered here, and were not registered`,
    unreadable: {
      'number missing': 'has no number',
      'number is wrong': 'the number does not hold',
      'number is of another kind': 'the number is of another kind than stated',
      'birth date does not fit the number': 'the birth date does not fit the number',
      'issuer needed': 'it is not said who made the number',
      'synthetic number': 'a test number in a real clinic',
      'number of a real person': 'may be a real number; a practice clinic takes test numbers only',
      'birth date needed': 'has no birth date',
      'phone number is wrong': 'the telephone number does not hold',
      'name missing': 'has no given name or no family name',
      'first day missing': 'has no first day on the list',
      'last day wrong': 'the last day on the list does not hold',
      'twice in the list': 'the same number stands earlier in the list',
    },
    lookAt: {
      'birth date differs': 'another birth date in the list than here; ask the patient',
      'sex differs': 'another sex in the list than here; ask the patient',
      'address was confirmed by the patient':
        "another address in the list than the patient has told; the patient's stays",
      'registered as dead': 'is registered as dead here, but stands on the list',
      'not in the list any more':
        'is not in the list any more, but it is not sure enough to say that the patient has left',
      'someone alike has no number':
        'someone of the same name and birth date is registered here without a number; may be the same person',
    },
    refusals: {
      'list turned away': 'The message is not built as a patient list must be. Nothing was read in.',
      'only the subscription': 'The message tells of the subscription only. It holds no patients.',
      'list without doctor': 'The list does not say which doctor it is of.',
      'first day missing': 'The list does not say from which day it holds.',
      'newer list read': (from) => `A newer list, from ${from}, has been read in already.`,
      'doctor not known': (name) => `Say which of the doctors here ${name} is.`,
      'not a doctor here': 'Whoever was chosen is no doctor here today.',
      'registered meanwhile': 'Someone registered one of the patients at the same time. Read the list in once more.',
    },
  },
});
