/** How HELFO's list of a doctor's patients (pasientliste) must be built. */

import { type GrammarTable, kithTypes, sharedParts } from '#exchange';

const asked = 'FnrLege:string KommuneNr:string Format:CS?';

/** Source: HIS 1023:2010, NAV Pasientliste 1.0, schema of 1 February 2010; names as there. */
export const patientListTable: GrammarTable = {
  namespace: 'http://www.kith.no/xmlstds/nav/pasientliste/2010-02-01',
  source: 'HIS 1023:2010 NAV Pasientliste 1.0',
  year: 2010,
  roots: ['Pasientliste', 'PasientlisteForesporsel', 'PasientlisteAbonnementStatus'],
  uses: { fk1: sharedParts },
  dataTypes: kithTypes,
  elements: {
    Pasientliste:
      'ListeType:CS GjelderManed:count ListeFOMDato:date ListeTOMDato:date FnrLege:string? ListeNr:string?' +
      ' LegeNavn:string? Kommune:CS Antall:count Format:CS ( Diskettformat:base64? | Pasienter:Patients? )',
    Pasient:
      'PasientFOMDato:date PasientTOMDato:date? Endringskode:CS? Avgangsarsak:CS? NAVkontor:string' +
      ' FnrHovedperson:string? Person:fk1.Person',
    PasientlisteForesporsel:
      '( HentPasientliste:Asked | StartAbonnement:Asked | StoppAbonnement:Asked | HentAbonnementStatus:Asked )',
    PasientlisteAbonnementStatus: 'Status:Subscription Format:CS? Kanal:CS?',
  },
  types: {
    Patients: 'Pasient*',
    Asked: asked,
    Subscription: 'Statuskode:CS SistEndret:dateTime? SluttDato:date?',
  },
};
