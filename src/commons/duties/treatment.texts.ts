/** What each of the treatment room's duties is, and what one does not do under it. */

import type { TreatmentDuty } from './duty.ts';
import type { DutyWords } from './duty-line.ts';

export const treatmentWords: Record<TreatmentDuty, DutyWords> = {
  'treatment.first-aid': {
    description: {
      nb: 'Den som ser at noe er galt, begynner å hjelpe, roper på lege og ringer 113. Alle har en rolle på forhånd, utstyret er klart hver dag, og tider noteres mens det skjer fordi ingen husker dem etterpå.',
      en: 'Whoever sees that something is wrong starts to help, shouts for a doctor and calls 113. Everyone has a role beforehand, the equipment is ready every day, and times are noted as it happens because nobody remembers them afterwards.',
    },
    limits: {
      nb: 'Legemidler gis etter ordinasjon eller skriftlig prosedyre. Hjelp først, spørsmål etterpå.',
      en: 'Medicines are given on order or written procedure. Help first, questions afterwards.',
    },
  },
  'treatment.injections': {
    description: {
      nb: 'En injeksjon begynner med en gyldig ordinasjon og slutter med en observert pasient og en journalført dose. Imellom kontrolleres pasient, legemiddel, dose, måte og tid, allergi, utløp og når forrige ble gitt.',
      en: 'An injection begins with a valid order and ends with an observed patient and a recorded dose. In between, patient, drug, dose, route and time, allergy, expiry and the date of the last one are checked.',
    },
    limits: {
      nb: 'Individuelt vurdert kompetanse, og lege som kan nås. Elev bare under direkte observasjon.',
      en: 'Individually assessed competence, and a doctor within reach. A pupil only under direct observation.',
    },
  },
  'treatment.wound-care': {
    description: {
      nb: 'Såret ses, måles og beskrives likt hver gang, slik at en kan se om det gror. Stell og bandasje følger legens plan, og tegn på infeksjon eller dårlig sirkulasjon stopper skiftet og henter legen.',
      en: 'The wound is seen, measured and described the same way each time, so that one can tell whether it heals. Care and dressing follow the doctor’s plan, and signs of infection or poor circulation stop the change and fetch the doctor.',
    },
    limits: {
      nb: 'Legen stiller diagnosen og reviderer med skarpt. Ingen kompresjon uten kjent ankel-arm-indeks.',
      en: 'The doctor diagnoses and debrides with sharp instruments. No compression without a known ankle-arm index.',
    },
  },
  'treatment.ecg': {
    description: {
      nb: 'Et godt EKG er et rolig opptak med elektrodene på rett sted og rett navn i apparatet. Har pasienten smerter nå, ser legen det før pasienten går.',
      en: 'A good ECG is a calm recording with electrodes in the right place and the right name in the machine. If the patient has pain now, the doctor sees it before the patient leaves.',
    },
    limits: { nb: 'Tas opp, tolkes ikke.', en: 'Recorded, not interpreted.' },
  },
  'treatment.vital-signs': {
    description: {
      nb: 'Blodtrykk, puls og temperatur måles i ro, med rett mansjett og rett stilling, flere ganger når det trengs. Alle målingene står, ikke bare den peneste.',
      en: 'Blood pressure, pulse and temperature are measured at rest, with the right cuff and posture, more than once when needed. All readings stand, not only the nicest.',
    },
    limits: { nb: 'Legen avgjør hva tallene betyr.', en: 'The doctor decides what the numbers mean.' },
  },
  'treatment.ankle-arm-index': {
    description: {
      nb: 'Trykket i anklene sammenlignes med armenes for å se om blodet kommer fram. Pasienten ligger i ro først, begge ben og begge armer måles, og utregningen gjøres av systemet.',
      en: 'Ankle pressures are compared with the arms to see whether blood gets through. The patient lies at rest first, both legs and both arms are measured, and the system does the sum.',
    },
    limits: { nb: 'Legen tolker før kompresjon.', en: 'The doctor interprets before compression.' },
  },
  'treatment.orthostatic': {
    description: {
      nb: 'Blodtrykk og puls måles liggende og så stående på faste minutter, mens en ser på pasienten. Faller trykket, kan pasienten falle også; en seng og en hånd skal være nær.',
      en: 'Blood pressure and pulse are measured lying and then standing at fixed minutes, while one watches the patient. If the pressure falls the patient may too; a bed and a hand should be near.',
    },
    limits: { nb: 'Avbryt ved ubehag. Legen tolker.', en: 'Stop when unwell. The doctor interprets.' },
  },
  'treatment.saturation': {
    description: {
      nb: 'Oksygenmetning måles på varm finger uten lakk, i ro, til kurven er stabil, og det noteres om pasienten pustet luft eller oksygen. En lav verdi gjentas og sies fra om.',
      en: 'Oxygen saturation is measured on a warm finger without polish, at rest, until the curve is steady, noting whether the patient breathed air or oxygen. A low value is repeated and told.',
    },
    limits: { nb: 'Legen setter pasientens eget mål.', en: 'The doctor sets the patient’s own target.' },
  },
  'treatment.cryotherapy': {
    description: {
      nb: 'Vorter som legen har sett, fryses med flytende nitrogen til en smal kant rundt, tines og eventuelt fryses igjen. Antall runder og virkning følges, så det stoppes når det ikke hjelper.',
      en: 'Warts that the doctor has seen are frozen with liquid nitrogen to a narrow rim, thawed and perhaps frozen again. Sessions and effect are followed, so that it stops when it does not help.',
    },
    limits: {
      nb: 'Bare etter delegering. Aldri pigmentert eller usikkert, i ansikt, på kjønnsorgan eller diabetesfot.',
      en: 'Only by delegation. Never pigmented or uncertain, in the face, on genitals or a diabetic foot.',
    },
  },
  'treatment.audiometry': {
    description: {
      nb: 'Hørselen måles tone for tone i et stille rom, ett øre om gangen, etter en fast trapp. Ørene ses i først, hodetelefonene sjekkes for høyre og venstre, og usikre svar gjentas.',
      en: 'Hearing is measured tone by tone in a quiet room, one ear at a time, by a fixed staircase. Ears are looked into first, the headphones checked for right and left, and uncertain answers repeated.',
    },
    limits: {
      nb: 'Legen tolker. Plutselig hørselstap går til lege samme dag.',
      en: 'The doctor interprets. Sudden hearing loss reaches a doctor the same day.',
    },
  },
  'treatment.spirometry': {
    description: {
      nb: 'Spirometri er å få pasienten til å puste alt ut, så hardt og lenge det går, flere ganger likt. Apparatet kontrolleres først, forhold som gjør det farlig spørres om, og kvaliteten på hvert forsøk vises.',
      en: 'Spirometry is getting the patient to breathe everything out, as hard and long as possible, several times alike. The device is verified first, conditions that make it dangerous are asked about, and the quality of each attempt is shown.',
    },
    limits: { nb: 'Legen tolker og stiller diagnosen.', en: 'The doctor interprets and diagnoses.' },
  },
  'treatment.eye-and-ear': {
    description: {
      nb: 'Dråper og skylling gjøres på rett side, med rett flaske og rett temperatur, etter at en har sett etter det som gjør det utrygt. Etsende stoff i øyet skylles straks, før noen ringer.',
      en: 'Drops and irrigation are done on the right side, with the right bottle and temperature, after looking for what makes it unsafe. A corrosive in the eye is rinsed at once, before anyone phones.',
    },
    limits: {
      nb: 'Etter delegering. Øre skylles ikke ved hull, dren, infeksjon eller tidligere operasjon. Stopp ved smerte.',
      en: 'By delegation. No ear irrigation with perforation, grommet, infection or earlier surgery. Stop at pain.',
    },
  },
  'treatment.suture-removal': {
    description: {
      nb: 'Sting og agraffer fjernes på dagen legen har satt, når såret er helt. Det telles: like mange ut som inn.',
      en: 'Stitches and staples are removed on the day the doctor set, when the wound has closed. They are counted: as many out as in.',
    },
    limits: {
      nb: 'Rødt, gapende eller væskende sår: hent legen først.',
      en: 'A red, gaping or weeping wound: fetch the doctor first.',
    },
  },
  'treatment.minor-surgery': {
    description: {
      nb: 'Før inngrepet gjøres rom, pakke, prøvebeholdere og pasient klare; under inngrepet rekkes, noteres og telles det; etterpå merkes prøven, og pasienten går hjem med råd og time. Prøven er ikke ferdig før pasienten har fått svaret.',
      en: 'Before the procedure, room, pack, specimen containers and patient are made ready; during it one hands, notes and counts; afterwards the specimen is labelled, and the patient goes home with advice and an appointment. The specimen is not done until the patient has the answer.',
    },
    limits: {
      nb: 'Legen er til stede. Elev ser på og holder, når pasienten samtykker.',
      en: 'The doctor is present. A pupil watches and holds, when the patient agrees.',
    },
  },
  'treatment.restocking': {
    description: {
      nb: 'Hvert rom har en liste. Det fylles opp, utløpte varer tas ut, akuttutstyr, oksygen og hjertestarter kontrolleres, og vaksinekjøleskapets høyeste og laveste temperatur leses og nullstilles.',
      en: 'Each room has a list. It is filled, expired goods are taken out, emergency kit, oxygen and defibrillator are checked, and the highest and lowest temperatures of the vaccine fridge are read and reset.',
    },
    limits: { nb: 'A-preparater bare av den som er utpekt.', en: 'Class A drugs only by the person named.' },
  },
  'treatment.cleaning': {
    description: {
      nb: 'Instrumenter vaskes samme dag, ses på, pakkes, steriliseres og frigis når parametere, indikator og tørrhet er i orden. Rommet rengjøres mellom pasienter og etter plan.',
      en: 'Instruments are washed the same day, inspected, packed, sterilised and released when parameters, indicator and dryness are in order. The room is cleaned between patients and by plan.',
    },
    limits: {
      nb: 'Ingen last frigis uten lest utskrift. Engangsutstyr steriliseres ikke.',
      en: 'No load is released without a read printout. Single-use items are not sterilised.',
    },
  },
  'treatment.supplies': {
    description: {
      nb: 'Bandasjer, sprøyter, nitrogen, oksygen, vaksiner og legemidler bestilles før hyllen er tom, etter liste legen har godkjent. Kjølevarer tas imot først.',
      en: 'Dressings, syringes, nitrogen, oxygen, vaccines and medicines are ordered before the shelf is empty, from a list the doctor has approved. Cold goods are received first.',
    },
    limits: {
      nb: 'A-preparater av utpekt person. Elev teller.',
      en: 'Class A drugs by a named person. A pupil counts.',
    },
  },
};
