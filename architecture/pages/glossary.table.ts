/** The standards and codes that things of the clinic answer to, and the words that stay Norwegian. */

/** By English name; `norsk` where the file itself does not say it. */
type Answer = { readonly code: string; readonly norsk?: string };
export const standards: Readonly<Record<string, Answer>> = {
  apprec: { code: 'HIS 80415 (AppRec 1.0, 1.1)', norsk: 'applikasjonskvittering' },
  appointment: { code: 'FHIR Appointment' },
  'appointment type': { code: 'FHIR HealthcareService' },
  availability: { code: 'FHIR Slot' },
  bill: { code: 'KUHR; FHIR ChargeItem' },
  'blood pressure': { code: 'LOINC 85354-9' },
  book: { code: 'FHIR Schedule' },
  consent: { code: 'FHIR Consent' },
  control: { code: 'Westgard; FHIR Observation' },
  'day close': { code: 'bokføringsforskriften §§ 5-3 and 5-4' },
  delegation: { code: 'helsepersonelloven § 5', norsk: 'delegering' },
  device: { code: 'FHIR Device; UDI' },
  'diagnosis code': { code: 'ICPC-2 (Volven 7170), ICD-10 (Volven 7110)' },
  document: { code: 'FHIR DocumentReference' },
  duty: { code: 'FHIR PractitionerRole' },
  emergency: { code: 'helsepersonelloven § 7' },
  entry: { code: 'FHIR Composition; pasientjournalforskriften § 10' },
  exemption: { code: 'Volven 7461', norsk: 'fritak for egenandel' },
  'external quality': { code: 'Noklus; ISO 13528' },
  'laboratory report': { code: 'HIS 80822 (Svarrapport 1.3, 1.4); FHIR DiagnosticReport' },
  loop: { code: 'FHIR Task' },
  msghead: { code: 'HIS 80601 (MsgHead 1.2)', norsk: 'hodemelding' },
  news2: { code: 'Royal College of Physicians 2017', norsk: 'NEWS2' },
  order: { code: 'FHIR ServiceRequest' },
  patient: { code: 'FHIR Patient', norsk: 'pasient' },
  'patient list': { code: 'HIS 1023' },
  person: { code: 'FHIR Practitioner; HPR' },
  'process code': { code: 'ICPC-2 components 2–6', norsk: 'prosesskode' },
  profession: { code: 'Volven 9060', norsk: 'profesjon' },
  receipt: { code: 'bokføringsforskriften § 5-1-1' },
  relation: { code: 'FHIR RelatedPerson' },
  restriction: { code: 'pasientjournalloven § 17; adressebeskyttelse in Folkeregisteret' },
  takst: { code: 'stønadsforskriften, FOR-2024-06-26-1322', norsk: 'takst' },
  temperature: { code: 'LOINC 8310-5' },
  upkeep: { code: 'FOR-2013-11-29-1373 §§ 10–11' },
  visit: { code: 'FHIR Encounter', norsk: 'besøk' },
};

type LawWord = { readonly word: string; readonly means: string; readonly source: string };

export const lawWords: readonly LawWord[] = [
  { word: 'egenandel', means: 'the share that the patient pays', source: 'stønadsforskriften § 3' },
  { word: 'frikort', means: 'proof that this year’s ceiling of egenandel is reached', source: 'egenandelsforskriften' },
  {
    word: 'takst',
    means: 'one code of the fee regulation, with its amounts and conditions',
    source: 'stønadsforskriften chapter II',
  },
  {
    word: 'honorar',
    means: 'what the doctor earns for a takst: the patient’s share and the state’s',
    source: 'stønadsforskriften § 2',
  },
  { word: 'refusjon', means: 'the part of the honorar that Helfo pays', source: 'folketrygdloven § 5-4' },
  { word: 'fastlege', means: 'the doctor on whose list a person stands', source: 'fastlegeforskriften' },
  {
    word: 'epikrise',
    means: 'the letter that ends a stay or a treatment elsewhere',
    source: 'pasientjournalforskriften',
  },
  {
    word: 'helsesekretaer',
    means: 'an authorised profession: medical secretary, laboratory and treatment room',
    source: 'helsepersonelloven § 48',
  },
  {
    word: 'fnr, dnr, hnr, fhnr, duf',
    means: 'national number, and the numbers that stand in for it',
    source: 'folkeregisterforskriften; Volven 8116',
  },
  {
    word: 'ordinasjon, rekvisisjon',
    means: 'a doctor’s order, to the treatment room or to a laboratory',
    source: 'legemiddelhåndteringsforskriften § 7',
  },
  { word: 'HER-id', means: 'the address of a unit or a person in the health net', source: 'Adresseregisteret' },
  { word: 'KID', means: 'the number on an invoice by which a payment finds it', source: 'Nets; MOD10, MOD11' },
  { word: 'hpl', means: 'helsepersonelloven, the Health Personnel Act', source: 'LOV-1999-07-02-64' },
];
