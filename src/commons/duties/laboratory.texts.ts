/** What each of the laboratory's duties is, and what one does not do under it. */

import type { LaboratoryDuty } from './duty.ts';
import type { DutyWords } from './duty-line.ts';

export const laboratoryWords: Record<LaboratoryDuty, DutyWords> = {
  'laboratory.blood-sampling': {
    description: {
      nb: 'Rett prøve fra rett pasient på rett måte: pasienten sier selv hvem hun er, rørene merkes ved stolen, og rekkefølge, stase og vending følges. En prøve som er tatt feil, er verre enn en som ikke er tatt, for den blir trodd.',
      en: 'The right sample from the right patient in the right way: the patient says who she is, tubes are labelled at the chair, and order of draw, tourniquet and inversions are kept. A sample taken wrongly is worse than one not taken, because it is believed.',
    },
    limits: {
      nb: 'Bare på bestilling fra lege. Bytt person når det ikke lykkes. Elev stikker under direkte observasjon til hun er godkjent.',
      en: 'Only on a doctor’s order. Change person when it does not succeed. A pupil draws under direct observation until signed off.',
    },
  },
  'laboratory.centrifugation': {
    description: {
      nb: 'Blodet skal stå til det har levret seg, sentrifugeres på riktig program til riktig tid, ses på, og om nødvendig avpipetteres til et rør med ny merking. Klokken går fra stikket.',
      en: 'Blood stands until it has clotted, is spun on the right programme at the right time, looked at, and if needed pipetted to a newly labelled tube. The clock runs from the puncture.',
    },
    limits: { nb: 'Gelrør sentrifugeres aldri to ganger.', en: 'A gel tube is never spun twice.' },
  },
  'laboratory.local-analyses': {
    description: {
      nb: 'Prøver som analyseres på huset gir svar mens pasienten er her. Instrumentet må ha bestått dagens kontroll, reagenset må være gyldig, og et svar som ikke ligner det forrige, får et ekstra blikk før det går til legen.',
      en: 'Samples analysed in the house give an answer while the patient is here. The instrument must have passed today’s control, the reagent must be valid, and a result unlike the last gets another look before it goes to the doctor.',
    },
    limits: {
      nb: 'Opplæring på hvert instrument. Elevens svar frigis av en ansatt. Legen tolker.',
      en: 'Training on each instrument. A pupil’s result is released by staff. The doctor interprets.',
    },
  },
  'laboratory.urine-and-faeces': {
    description: {
      nb: 'Pasienten får vite hvordan prøven tas, beholderen merkes, og tiden fra blære til avlesning holdes. Stiks leses på klokken, dyrkingsprøver sendes riktig, og avføringsprøver som er delt ut, følges til de kommer tilbake.',
      en: 'The patient learns how to take the sample, the container is labelled, and the time from bladder to reading is kept. Strips are read by the clock, cultures are sent correctly, and stool kits handed out are followed until they return.',
    },
    limits: {
      nb: 'Negativ stiks utelukker ikke; legen tolker.',
      en: 'A negative strip excludes nothing; the doctor interprets.',
    },
  },
  'laboratory.equipment-maintenance': {
    description: {
      nb: 'Hvert apparat har en ansvarlig, en plan og en historie. Renhold, kontroll, kalibrering og service gjøres til tiden, og et apparat som ikke kan stoles på, merkes og tas ut før noen bruker det.',
      en: 'Every device has someone responsible, a plan and a history. Cleaning, checks, calibration and service are done on time, and a device that cannot be trusted is marked and taken out before anyone uses it.',
    },
    limits: {
      nb: 'Brukervedlikehold; resten er for godkjent service. Elev rengjør og fører logg.',
      en: 'User maintenance; the rest is for authorised service. A pupil cleans and keeps the log.',
    },
  },
  'laboratory.shipment': {
    description: {
      nb: 'Prøver som skal ut, pakkes etter laboratorium og temperatur i tre lag, merkes og rekker budet. Den som sender, har ansvaret for pakken, og for å merke når svaret ikke kommer.',
      en: 'Samples that leave are packed by laboratory and temperature in three layers, marked and in time for the courier. The sender answers for the parcel, and for noticing when no result comes.',
    },
  },
  'laboratory.cleaning': {
    description: {
      nb: 'Det arbeides fra rent til urent, flater og kjøleskap rengjøres etter plan, søl tas straks, og kanyleboksen byttes før den er full. Smittefarlig avfall leveres med kvittering.',
      en: 'Work goes from clean to dirty, surfaces and fridge are cleaned by plan, spills are dealt with at once, and the sharps box is changed before it is full. Infectious waste is delivered against a receipt.',
    },
  },
  'laboratory.quality-assurance': {
    description: {
      nb: 'Internkontroll viser om instrumentet måler rett i dag; ekstern kontroll viser om laboratoriet gjør det over tid. Den første verdien blir stående, et avvik får en årsak, og arbeidet stopper til det er forstått.',
      en: 'Internal control shows whether the instrument measures right today; external rounds show whether the laboratory does so over time. The first value stands, a deviation gets a cause, and work stops until it is understood.',
    },
    limits: { nb: 'Kontroller kjøres ikke om igjen til de passer.', en: 'Controls are not rerun until they fit.' },
  },
  'laboratory.supplies': {
    description: {
      nb: 'Rør, nåler, stiks, reagenser og kontroller bestilles etter forbruk og holdbarhet. Kalde varer skal i kjøleskap med en gang, og et nytt parti prøves med kontroll før pasienter.',
      en: 'Tubes, needles, strips, reagents and controls are ordered by use and shelf life. Cold goods go into the fridge at once, and a new lot is tried with a control before patients.',
    },
    limits: {
      nb: 'Innenfor beløpsgrensen. Elev teller og lager utkast.',
      en: 'Within the amount limit. A pupil counts and drafts.',
    },
  },
};
