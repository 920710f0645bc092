/** Measurements as the tables hold them. */

import type { PatientId } from '#patients';
import { type Db, statement } from '#platform/server';
import type { Filing } from './filing.ts';

const add = statement<Omit<Filing, 'taken' | 'finding'> & { kind: string; taken: string; finding: string }>(
  'vital signs: add',
  `insert into vital_signs (clinic, id, patient, kind, measured_at, performer, decider, clinical_order, order_item, entry, taken, finding)
   values (:clinic, :id, :patient, :kind, :measuredAt, :performer, :decider, :order, :number, :entry, :taken::jsonb, :finding::jsonb)`,
);
/** A measurement whose note was moved out of this record was another patient's. */
const ofPatient = statement<{ patient: PatientId; most: number }, Filing>(
  'vital signs: of patient',
  `select v.id, v.patient, v.measured_at as "measuredAt", v.performer, v.decider, v.clinical_order as "order", v.order_item as number,
     v.entry, v.taken, v.finding
   from vital_signs v join journal_entry e on e.clinic = v.clinic and e.id = v.entry
   where v.clinic = :clinic and v.patient = :patient and e.state <> 'moved' order by v.measured_at desc limit :most`,
);

export const addFiling = (db: Db, filing: Filing): Promise<number> =>
  db.run(add, {
    ...filing,
    kind: filing.taken.kind,
    taken: JSON.stringify(filing.taken),
    finding: JSON.stringify(filing.finding),
  });
/** The newest first. */
export const filingsOf = (db: Db, patient: PatientId, most = 30): Promise<Filing[]> =>
  db.rows(ofPatient, { patient, most });
