/** How the laboratory's duties are done, step by step; the clinic's own routine may say more. */

import type { LaboratoryDuty } from './duty.ts';
import type { Routine } from './duty-line.ts';

export const laboratoryRoutines: Record<LaboratoryDuty, Routine> = {
  'laboratory.blood-sampling': {
    nb: [
      'Les bestillingen: prøver, rør, forberedelse.',
      'La pasienten si navn og fødselsnummer.',
      'Spør om blodfortynnende, besvimelse, allergi og arm som ikke skal brukes.',
      'La pasienten sitte i ro.',
      'Stikk, fyll rørene i rekkefølge, vend dem, løsne stasen.',
      'Merk ved stolen, noter tid, se på pasienten.',
    ],
    en: [
      'Read the order: tests, tubes, preparation.',
      'Let the patient say name and national number.',
      'Ask about blood thinners, fainting, allergy and an arm not to be used.',
      'Let the patient sit at rest.',
      'Puncture, fill tubes in order, invert them, release the tourniquet.',
      'Label at the chair, note the time, look at the patient.',
    ],
  },
  'laboratory.centrifugation': {
    nb: [
      'La serumrør stå opprett til de har levret.',
      'Sett rørene i balanse og velg programmet for rotoren.',
      'Se på gelen og serumet.',
      'Pipetter til nytt rør som er merket fra det første.',
      'Sett rett temperatur og noter tid.',
    ],
    en: [
      'Let serum tubes stand upright until clotted.',
      'Balance the tubes and choose the programme for the rotor.',
      'Look at gel and serum.',
      'Pipette to a new tube labelled from the first.',
      'Keep at the right temperature and note the time.',
    ],
  },
  'laboratory.local-analyses': {
    nb: [
      'Se at dagens kontroll er bestått.',
      'Kontroller parti, utløp og temperatur.',
      'Kontroller hvem prøven er fra.',
      'Analyser etter bruksanvisningen og på klokken.',
      'Vurder svaret mot forrige; gjenta ved tvil.',
      'Gi videre; kritisk svar på telefon, med gjentakelse.',
    ],
    en: [
      'See that today’s control has passed.',
      'Check lot, expiry and temperature.',
      'Check whose sample it is.',
      'Analyse by the instructions and by the clock.',
      'Compare with the last; repeat in doubt.',
      'Pass on; critical results by phone, read back.',
    ],
  },
  'laboratory.urine-and-faeces': {
    nb: [
      'Forklar prøvetakingen og merk beholderen.',
      'Noter når prøven ble avgitt.',
      'Les stiksen til rett tid.',
      'Sett dyrking eller gjør klar til sending.',
      'Følg utdelte prøvesett til de er levert.',
    ],
    en: [
      'Explain the collection and label the container.',
      'Note when it was passed.',
      'Read the strip at the right time.',
      'Set the culture or prepare for sending.',
      'Follow kits handed out until returned.',
    ],
  },
  'laboratory.equipment-maintenance': {
    nb: [
      'Åpne planen for apparatet.',
      'Gjør kontrollen etter bruksanvisningen.',
      'Noter verdi og utfall.',
      'Feil: stopp, merk, bytt og si fra.',
      'Prøv før det tas i bruk igjen.',
    ],
    en: [
      'Open the plan of the device.',
      'Do the check by the instructions.',
      'Note value and outcome.',
      'Fault: stop, mark, replace and tell.',
      'Test before it is used again.',
    ],
  },
  'laboratory.shipment': {
    nb: [
      'Samle etter laboratorium og temperatur.',
      'Kontroller merking mot bestilling.',
      'Pakk i tre lag og merk.',
      'Lever til bud over disk og noter tid.',
      'Se etter prøver som ble igjen.',
    ],
    en: [
      'Gather by laboratory and temperature.',
      'Check labels against orders.',
      'Pack in three layers and mark.',
      'Hand to the courier and note the time.',
      'Look for samples left behind.',
    ],
  },
  'laboratory.cleaning': {
    nb: [
      'Følg planen for sonen.',
      'Fjern søl, rengjør, desinfiser.',
      'Bytt kanyleboks i tide.',
      'Lever smitteavfall og ta vare på kvitteringen.',
      'Signer.',
    ],
    en: [
      'Follow the plan of the area.',
      'Remove spills, clean, disinfect.',
      'Change the sharps box in time.',
      'Deliver infectious waste and keep the receipt.',
      'Sign.',
    ],
  },
  'laboratory.quality-assurance': {
    nb: [
      'Kjør kontroll etter planen, før pasienter.',
      'Noter første verdi som den er.',
      'Utenfor grensen: stopp, finn årsak, rett.',
      'Behandle ekstern prøve som en pasientprøve og svar i tide.',
      'Gå gjennom tilbakemeldingen sammen.',
    ],
    en: [
      'Run the control by plan, before patients.',
      'Note the first value as it is.',
      'Outside the limits: stop, find the cause, correct.',
      'Treat the external sample as a patient’s and answer in time.',
      'Go through the verdict together.',
    ],
  },
  'laboratory.supplies': {
    nb: [
      'Tell og se på utløpsdato.',
      'Bestill etter forbruk og timebok.',
      'Kontroller leveransen; kaldt først.',
      'Sett eldste fremst og merk med åpnet dato.',
      'Kjør kontroll på nytt parti.',
    ],
    en: [
      'Count and look at expiry.',
      'Order by use and booked work.',
      'Check the delivery; cold first.',
      'Put the oldest in front and mark the opening date.',
      'Run a control on a new lot.',
    ],
  },
};
