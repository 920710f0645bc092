/** The kinds of appointment a clinic starts with; lengths and texts are the clinic's own procedure, changed by a new period. */

import type { IsoDate, TimeOfDay } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import type { AppointmentType } from './appointment-type.ts';
import { arrivalQuestions as ask } from './arrival-question.table.ts';

const withDoctor: readonly AppointmentType[] = [
  {
    code: 'consultation',
    name: { nb: 'Konsultasjon', en: 'Consultation' },
    minutes: 20,
    meeting: 'attendance',
    needs: ['doctor'],
    sessions: ['ordinary'],
    preparation: null,
    askAtArrival: [],
  },
  {
    code: 'double-consultation',
    name: { nb: 'Dobbelttime', en: 'Double consultation' },
    minutes: 40,
    meeting: 'attendance',
    needs: ['doctor'],
    sessions: ['ordinary'],
    preparation: null,
    askAtArrival: [],
  },
  {
    code: 'urgent-consultation',
    name: { nb: 'Øyeblikkelig hjelp', en: 'Same-day consultation' },
    minutes: 20,
    meeting: 'attendance',
    needs: ['doctor'],
    sessions: ['same day', 'ordinary'],
    preparation: null,
    askAtArrival: [],
  },
  {
    code: 'telephone-consultation',
    name: { nb: 'Telefonkonsultasjon', en: 'Telephone consultation' },
    minutes: 10,
    meeting: 'telephone',
    needs: ['doctor'],
    sessions: ['telephone', 'ordinary'],
    preparation: {
      nb: 'Legen ringer deg. Ha telefonen hos deg og sitt et sted der du kan snakke i ro.',
      en: 'The doctor rings you. Keep your telephone with you and sit where you can talk undisturbed.',
    },
    askAtArrival: [],
  },
  {
    code: 'video-consultation',
    name: { nb: 'Videokonsultasjon', en: 'Video consultation' },
    minutes: 20,
    meeting: 'video',
    needs: ['doctor'],
    sessions: ['video', 'ordinary'],
    preparation: {
      nb: 'Logg inn noen minutter før, og prøv lyd og bilde.',
      en: 'Sign in a few minutes before, and try sound and picture.',
    },
    askAtArrival: [],
  },
  {
    code: 'minor-surgery',
    name: { nb: 'Småkirurgi', en: 'Minor surgery' },
    minutes: 40,
    meeting: 'attendance',
    needs: ['doctor', 'treatment room'],
    sessions: ['ordinary', 'treatment'],
    preparation: {
      nb: 'Spis som vanlig. Ring oss på forhånd hvis du bruker blodfortynnende, har pacemaker eller er allergisk mot bedøvelse.',
      en: 'Eat as usual. Ring us beforehand if you take a blood thinner, have a pacemaker or are allergic to anaesthetics.',
    },
    askAtArrival: [ask.isOnBloodThinner, ask.hasHadReaction],
  },
];

const inLaboratory: readonly AppointmentType[] = [
  {
    code: 'blood-sampling',
    name: { nb: 'Blodprøve', en: 'Blood sampling' },
    minutes: 10,
    meeting: 'attendance',
    needs: ['laboratory chair'],
    sessions: ['laboratory'],
    preparation: {
      nb: 'Drikk gjerne vann, og kom i tide så du rekker å sitte ned først.',
      en: 'Drink some water, and come in time to sit down first.',
    },
    askAtArrival: [],
  },
  {
    code: 'blood-sampling-fasting',
    name: { nb: 'Blodprøve, fastende', en: 'Blood sampling, fasting' },
    minutes: 10,
    meeting: 'attendance',
    needs: ['laboratory chair'],
    sessions: ['laboratory'],
    latestStart: '10:00' as TimeOfDay,
    preparation: {
      nb: 'De siste 12 timene før timen: ikke spis, og drikk bare vann. Ta ikke morgenmedisin før prøven hvis legen har sagt det. Har du diabetes, ring oss først.',
      en: 'For the last 12 hours before: do not eat, and drink only water. If the doctor has said so, wait with your morning medicine. If you have diabetes, ring us first.',
    },
    askAtArrival: [ask.hasFasted, ask.hasTakenMorningMedicine],
  },
  {
    code: 'inr',
    name: { nb: 'INR-kontroll', en: 'INR control' },
    minutes: 10,
    meeting: 'attendance',
    needs: ['laboratory chair'],
    sessions: ['laboratory', 'treatment'],
    preparation: {
      nb: 'Ta med doseringskortet. Si fra om blødning, fall eller nye medisiner.',
      en: 'Bring your dosing card. Tell us of bleeding, falls or new medicines.',
    },
    askAtArrival: [ask.hasChangedMedicine],
  },
];

const inTreatmentRoom: readonly AppointmentType[] = [
  {
    code: 'blood-pressure',
    name: { nb: 'Blodtrykk', en: 'Blood pressure' },
    minutes: 20,
    meeting: 'attendance',
    needs: ['secretary'],
    sessions: ['treatment', 'laboratory'],
    preparation: {
      nb: 'Den siste halvtimen før: ingen kaffe, mat, røyk, snus eller trim. Ta medisinene som vanlig.',
      en: 'In the last half hour: no coffee, food, smoking, snus or exercise. Take your medicines as usual.',
    },
    askAtArrival: [ask.hasHurried],
  },
  {
    code: 'home-blood-pressure',
    name: { nb: '24-timers blodtrykk', en: '24-hour blood pressure' },
    minutes: 20,
    meeting: 'attendance',
    needs: ['secretary', 'home monitor'],
    sessions: ['treatment'],
    weekdays: [1, 2, 3, 4],
    preparation: {
      nb: 'Bruk en vid skjorte. Du skal ha på apparatet til neste dag, og kan ikke dusje så lenge.',
      en: 'Wear a loose shirt. You keep the device on until the next day and cannot shower meanwhile.',
    },
    askAtArrival: [],
  },
  {
    code: 'orthostatic',
    name: { nb: 'Ortostatisk blodtrykk', en: 'Orthostatic blood pressure' },
    minutes: 20,
    meeting: 'attendance',
    needs: ['secretary', 'treatment room'],
    sessions: ['treatment'],
    preparation: {
      nb: 'Ta medisinene som vanlig, og merk deg når du tok dem. Kom gjerne sammen med noen.',
      en: 'Take your medicines as usual and note when. Bring somebody along if you can.',
    },
    askAtArrival: [],
  },
  {
    code: 'ecg',
    name: { nb: 'EKG', en: 'ECG' },
    minutes: 20,
    meeting: 'attendance',
    needs: ['secretary', 'ecg device'],
    sessions: ['treatment'],
    preparation: {
      nb: 'Ikke smør inn overkroppen samme dag. Kle deg så det er lett å ta av på overkroppen.',
      en: 'No lotion on the chest that day. Wear something that is easy to take off above the waist.',
    },
    askAtArrival: [],
  },
  {
    code: 'spirometry',
    name: { nb: 'Spirometri', en: 'Spirometry' },
    minutes: 40,
    meeting: 'attendance',
    needs: ['secretary', 'spirometer'],
    sessions: ['treatment'],
    preparation: {
      nb: 'Følg legens beskjed om når du skal slutte med inhalator før undersøkelsen. Ikke røyk samme dag, og spis bare lett. Utsett timen hvis du er forkjølet.',
      en: 'Follow the doctor’s word on when to stop your inhaler beforehand. Do not smoke that day, and eat only lightly. Postpone if you have a cold.',
    },
    askAtArrival: [ask.hasUsedInhaler, ask.isIllToday],
  },
  {
    code: 'audiometry',
    name: { nb: 'Hørselsprøve', en: 'Hearing test' },
    minutes: 20,
    meeting: 'attendance',
    needs: ['secretary', 'audiometer'],
    sessions: ['treatment'],
    preparation: {
      nb: 'Unngå sterk støy fra kvelden før. Vent med timen hvis du er tett i ørene.',
      en: 'Stay away from loud noise from the evening before. Postpone if your ears are blocked.',
    },
    askAtArrival: [ask.hasRecentNoise],
  },
  {
    code: 'ankle-arm-index',
    name: { nb: 'Ankel-arm-indeks', en: 'Ankle-arm index' },
    minutes: 40,
    meeting: 'attendance',
    needs: ['secretary', 'treatment room'],
    sessions: ['treatment'],
    preparation: {
      nb: 'Ikke røyk eller drikk kaffe den siste timen. Bruk løse bukser, og kom i tide: du skal ligge og hvile først.',
      en: 'No smoking or coffee in the last hour. Wear loose trousers and come in time: you rest lying down first.',
    },
    askAtArrival: [ask.hasHurried],
  },
  {
    code: 'vaccine',
    name: { nb: 'Vaksine', en: 'Vaccine' },
    minutes: 10,
    meeting: 'attendance',
    needs: ['secretary'],
    sessions: ['treatment'],
    preparation: {
      nb: 'Regn med å sitte 20 minutter hos oss etterpå. Utsett timen hvis du har feber.',
      en: 'Expect to stay with us for 20 minutes afterwards. Postpone if you have a fever.',
    },
    askAtArrival: [ask.isIllToday, ask.hasHadReaction],
  },
  {
    code: 'injection',
    name: { nb: 'Injeksjon', en: 'Injection' },
    minutes: 10,
    meeting: 'attendance',
    needs: ['secretary'],
    sessions: ['treatment'],
    preparation: { nb: 'Ta med medisinen hvis du har den hjemme.', en: 'Bring the medicine if you keep it at home.' },
    askAtArrival: [ask.isIllToday, ask.hasHadReaction],
  },
  {
    code: 'wound-care',
    name: { nb: 'Sårskift', en: 'Wound care' },
    minutes: 30,
    meeting: 'attendance',
    needs: ['secretary', 'treatment room'],
    sessions: ['treatment'],
    preparation: {
      nb: 'La bandasjen være på. Ta med utstyr du har fått utlevert.',
      en: 'Leave the dressing on. Bring any supplies you have been given.',
    },
    askAtArrival: [],
  },
  {
    code: 'suture-removal',
    name: { nb: 'Fjerne sting', en: 'Suture removal' },
    minutes: 20,
    meeting: 'attendance',
    needs: ['secretary', 'treatment room'],
    sessions: ['treatment'],
    preparation: null,
    askAtArrival: [],
  },
  {
    code: 'ear-and-eye',
    name: { nb: 'Øye og øre', en: 'Eye and ear' },
    minutes: 20,
    meeting: 'attendance',
    needs: ['secretary', 'treatment room'],
    sessions: ['treatment'],
    preparation: {
      nb: 'Drypp øret med olje noen dager før, hvis du har fått beskjed om det. Ta av linser hvis det gjelder øyet.',
      en: 'Use oil drops in the ear for some days before if you were told to. Take out contact lenses if it is the eye.',
    },
    askAtArrival: [ask.hasEarTrouble],
  },
  {
    code: 'cryotherapy',
    name: { nb: 'Frysebehandling', en: 'Cryotherapy' },
    minutes: 20,
    meeting: 'attendance',
    needs: ['secretary', 'treatment room'],
    sessions: ['treatment'],
    preparation: {
      nb: 'Fil bort hard hud kvelden før, etter et varmt fotbad.',
      en: 'File away hard skin the evening before, after a warm foot bath.',
    },
    askAtArrival: [],
  },
];

export const appointmentTypes: readonly Dated<readonly AppointmentType[]>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source:
      'Clinic procedure 2026, approved by the responsible doctor. Consultation 20 min; fasting 12 h (laboratory handbooks vary 8–16 h); ' +
      'half an hour without coffee, food or smoke before blood pressure (LHL/Helsebiblioteket); 20 min stay after vaccine (FHI).',
    value: [...withDoctor, ...inLaboratory, ...inTreatmentRoom],
  },
];
