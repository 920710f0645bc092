/** How the treatment room's duties are done, step by step; the clinic's own routine may say more. */

import type { TreatmentDuty } from './duty.ts';
import type { Routine } from './duty-line.ts';

export const treatmentRoutines: Record<TreatmentDuty, Routine> = {
  'treatment.first-aid': {
    nb: [
      'Se, rop, ring 113.',
      'Begynn med luftvei, pust og sirkulasjon.',
      'Ta rollen på tiltakskortet.',
      'Noter tid for alt som gis og gjøres.',
      'Gi over til mannskapet; fyll opp; gå gjennom etterpå.',
    ],
    en: [
      'See, shout, call 113.',
      'Begin with airway, breathing and circulation.',
      'Take the role on the action card.',
      'Note the time of all that is given and done.',
      'Hand over to the crew; restock; go through it afterwards.',
    ],
  },
  'treatment.injections': {
    nb: [
      'Se at ordinasjonen er gyldig for denne pasienten.',
      'La pasienten si hvem hun er.',
      'Spør om allergi, tidligere reaksjon, graviditet og feber.',
      'Kontroller legemiddel, dose, utløp og parti; merk sprøyten.',
      'Sett, kast nålen, observer.',
      'Før i journalen, meld til registeret, avtal neste.',
    ],
    en: [
      'See that the order is valid for this patient.',
      'Let the patient say who she is.',
      'Ask about allergy, earlier reaction, pregnancy and fever.',
      'Check drug, dose, expiry and lot; label the syringe.',
      'Give, discard the needle, observe.',
      'Record, report to the register, agree the next.',
    ],
  },
  'treatment.wound-care': {
    nb: [
      'Les legens plan og forrige notat.',
      'Ta av, mål, ta bilde med klinikkens kamera.',
      'Se etter infeksjon og dårlig sirkulasjon.',
      'Rens og bandasjer etter planen.',
      'Skriv, avtal neste, si når pasienten skal ringe.',
    ],
    en: [
      'Read the doctor’s plan and the last note.',
      'Take off, measure, photograph with the clinic’s camera.',
      'Look for infection and poor circulation.',
      'Clean and dress by the plan.',
      'Write, agree the next, say when to ring.',
    ],
  },
  'treatment.ecg': {
    nb: [
      'Kontroller navn og nummer i apparatet.',
      'Finn ribbensrommene og sett elektrodene.',
      'Be pasienten ligge varmt og stille; ta opp.',
      'Se etter støy og ombyttede armer.',
      'Symptomer nå: vis legen med en gang. Lagre.',
    ],
    en: [
      'Check name and number in the machine.',
      'Find the rib spaces and place the electrodes.',
      'Let the patient lie warm and still; record.',
      'Look for noise and swapped arms.',
      'Symptoms now: show the doctor at once. Store.',
    ],
  },
  'treatment.vital-signs': {
    nb: [
      'La pasienten sitte i ro med ryggstøtte og føttene i gulvet.',
      'Velg mansjett etter armen, i hjertehøyde.',
      'Mål flere ganger, uten å snakke.',
      'Kjenn pulsen; er den ujevn, tell et helt minutt.',
      'Før alle verdier, arm og mansjett.',
    ],
    en: [
      'Let the patient sit at rest, back supported, feet on the floor.',
      'Choose the cuff by the arm, at heart level.',
      'Measure several times, without talking.',
      'Feel the pulse; if uneven count a whole minute.',
      'Record all values, arm and cuff.',
    ],
  },
  'treatment.ankle-arm-index': {
    nb: [
      'La pasienten ligge flatt i ro.',
      'Mål begge armer.',
      'Finn begge pulser på hver ankel med doppler og mål.',
      'Før de seks trykkene.',
      'Vis legen når indeksen er lav eller uventet høy.',
    ],
    en: [
      'Let the patient lie flat at rest.',
      'Measure both arms.',
      'Find both pulses at each ankle with Doppler and measure.',
      'Record the six pressures.',
      'Show the doctor when the index is low or unexpectedly high.',
    ],
  },
  'treatment.orthostatic': {
    nb: [
      'La pasienten ligge i ro og mål.',
      'Reis pasienten med en til stede.',
      'Mål straks og på faste minutter.',
      'Spør om svimmelhet; la pasienten legge seg ved ubehag.',
      'Før hver måling med tid.',
    ],
    en: [
      'Let the patient lie at rest and measure.',
      'Raise the patient with someone near.',
      'Measure at once and at fixed minutes.',
      'Ask about dizziness; let the patient lie down when unwell.',
      'Record each measurement with its time.',
    ],
  },
  'treatment.saturation': {
    nb: [
      'Varm hånd, ren negl, rett probe.',
      'Vent til kurven er jevn og pulsen stemmer.',
      'Gjenta en verdi som ikke passer.',
      'Før verdi, puls, og luft eller oksygen.',
      'Si fra om lav verdi.',
    ],
    en: [
      'Warm hand, clean nail, right probe.',
      'Wait until the curve is even and the pulse agrees.',
      'Repeat a value that does not fit.',
      'Record value, pulse, and air or oxygen.',
      'Tell of a low value.',
    ],
  },
  'treatment.cryotherapy': {
    nb: [
      'Se at delegeringen gjelder, og at legen har sett vorten.',
      'Gå gjennom stoppreglene.',
      'Fortell hva som kommer, og om blemmer.',
      'Frys til kanten, tin, gjenta om det er bestemt.',
      'Før sted, antall og runde; avtal neste eller stopp.',
    ],
    en: [
      'See that the delegation holds and that the doctor has seen the wart.',
      'Go through the stop rules.',
      'Tell what is coming, and about blisters.',
      'Freeze to the rim, thaw, repeat if decided.',
      'Record place, number and session; agree the next or stop.',
    ],
  },
  'treatment.audiometry': {
    nb: [
      'Se i ørene; vent ved voks.',
      'Forklar knappen og sett på hodetelefonene riktig vei.',
      'Begynn med det beste øret og følg trappen.',
      'Gjenta usikre toner.',
      'Vis legen; stor forskjell eller brått tap samme dag.',
    ],
    en: [
      'Look into the ears; wait if there is wax.',
      'Explain the button and put the headphones on the right way.',
      'Begin with the better ear and follow the staircase.',
      'Repeat uncertain tones.',
      'Show the doctor; a large difference or sudden loss the same day.',
    ],
  },
  'treatment.spirometry': {
    nb: [
      'Kontroller apparatet.',
      'Spør om det som gjør det utrygt nå.',
      'Mål høyde; noter når medisin sist ble tatt.',
      'Vis, og gjenta til forsøkene er gode og like.',
      'Etter medisin om det er bestilt. Send til legen.',
    ],
    en: [
      'Verify the device.',
      'Ask about what makes it unsafe now.',
      'Measure height; note when medicine was last taken.',
      'Show, and repeat until attempts are good and alike.',
      'After medicine if ordered. Send to the doctor.',
    ],
  },
  'treatment.eye-and-ear': {
    nb: [
      'Les bestillingen og si siden høyt.',
      'Se etter det som gjør skylling utrygt.',
      'Kontroller flaske, utløp og temperatur.',
      'Drypp eller skyll; stopp ved smerte eller svimmelhet.',
      'Se igjen etterpå, tørk, gi råd, skriv.',
    ],
    en: [
      'Read the order and say the side aloud.',
      'Look for what makes irrigation unsafe.',
      'Check bottle, expiry and temperature.',
      'Drop or rinse; stop at pain or dizziness.',
      'Look again afterwards, dry, advise, write.',
    ],
  },
  'treatment.suture-removal': {
    nb: [
      'Les når og hvor mange.',
      'Se på såret før du begynner.',
      'Vask, klipp og trekk.',
      'Tell: ut lik inn.',
      'Strips ved behov, råd, skriv.',
    ],
    en: [
      'Read when and how many.',
      'Look at the wound before you begin.',
      'Wash, cut and pull.',
      'Count: out equals in.',
      'Strips if needed, advice, write.',
    ],
  },
  'treatment.minor-surgery': {
    nb: [
      'Legg fram pakken og kontroller dato og indikator.',
      'Ta en pause sammen: navn, sted, inngrep, allergi, blodfortynnende.',
      'Rekk, noter og tell.',
      'Merk beholderen, ikke lokket.',
      'Åpne sløyfen for prøvesvar, gi råd, bestill fjerning av sting.',
    ],
    en: [
      'Lay out the pack and check date and indicator.',
      'Pause together: name, site, procedure, allergy, blood thinners.',
      'Hand, note and count.',
      'Label the container, not the lid.',
      'Open the loop for the result, advise, book stitch removal.',
    ],
  },
  'treatment.restocking': {
    nb: [
      'Gå listen for rommet.',
      'Fyll opp, eldste fremst.',
      'Ta ut det som er utløpt.',
      'Les kjøleskapets høyeste og laveste, og nullstill.',
      'Kontroller plombe, oksygen og hjertestarter. Signer.',
    ],
    en: [
      'Walk the list of the room.',
      'Fill up, oldest in front.',
      'Take out what has expired.',
      'Read the fridge’s highest and lowest, and reset.',
      'Check seal, oxygen and defibrillator. Sign.',
    ],
  },
  'treatment.cleaning': {
    nb: [
      'Tørk av med en gang og bring til vask.',
      'Vask, tørk, se etter.',
      'Pakk og merk med dato, last og navn.',
      'Steriliser med rett program for formen.',
      'Les utskrift, indikator og tørrhet før du frigir.',
    ],
    en: [
      'Wipe at once and bring to wash.',
      'Wash, dry, inspect.',
      'Pack and mark with date, load and name.',
      'Sterilise by the right programme for the shape.',
      'Read printout, indicator and dryness before release.',
    ],
  },
  'treatment.supplies': {
    nb: [
      'Tell mot nivå for rom og pakker.',
      'Bestill fra godkjent liste.',
      'Ta imot det kalde først og noter temperatur.',
      'Sett på plass, eldste fremst.',
      'Oppdater pris ut til pasient.',
    ],
    en: [
      'Count against levels for rooms and packs.',
      'Order from the approved list.',
      'Receive cold goods first and note the temperature.',
      'Put away, oldest in front.',
      'Update the price to patients.',
    ],
  },
};
