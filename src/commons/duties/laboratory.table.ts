/** The laboratory's duties as the job description lists them: who may, what it takes, how often, on what law. */

import type { LaboratoryDuty } from './duty.ts';
import type { DutyLine } from './duty-line.ts';

export const laboratory = {
  'laboratory.blood-sampling': {
    name: { nb: 'Blodprøvetaking', en: 'Blood sampling' },
    group: 'sampling',
    carry: ['guides'],
    rhythm: 'all day',
    laws: ['hpl-4', 'hpl-12', 'sharps', 'tariff'],
  },
  'laboratory.centrifugation': {
    name: { nb: 'Sentrifugere og avpipettere blodprøver', en: 'Centrifuging and pipetting blood samples' },
    group: 'analyses',
    needs: { order: 'none' },
    carry: ['guides'],
    rhythm: 'all day',
    laws: ['hpl-4', 'device-8', 'device-10'],
  },
  'laboratory.local-analyses': {
    name: { nb: 'Analysere lokale prøver', en: 'Analysing local samples' },
    group: 'analyses',
    acts: { 'result-release': 'release', 'medical-decision': 'medical decision' },
    carry: ['guides', 'completes'],
    rhythm: 'all day',
    laws: ['device-8', 'device-10', 'hpl-4', 'tariff'],
  },
  'laboratory.urine-and-faeces': {
    name: { nb: 'Analysere urin og fæces', en: 'Analysing urine and faeces' },
    group: 'analyses',
    needs: { order: 'order or written procedure' },
    acts: { 'result-release': 'release', 'medical-decision': 'medical decision' },
    carry: ['guides'],
    rhythm: 'all day',
    laws: ['device-8', 'device-10', 'hpl-4', 'tariff'],
  },
  'laboratory.equipment-maintenance': {
    name: {
      nb: 'Ansvar for vedlikehold av medisinsk utstyr (kalibrering, kontroller og lignende)',
      en: 'Maintenance of medical equipment (calibration, checks and the like)',
    },
    group: 'skilled upkeep',
    needs: { device: true },
    carry: ['guides', 'completes'],
    rhythm: 'every week',
    laws: ['device-8', 'device-10', 'device-16'],
  },
  'laboratory.shipment': {
    name: { nb: 'Forsendelse av prøver', en: 'Shipment of samples' },
    group: 'skilled upkeep',
    carry: ['guides'],
    rhythm: 'every day',
    laws: ['transport', 'hpl-21'],
  },
  'laboratory.cleaning': {
    name: { nb: 'Renhold og dekontaminering', en: 'Cleaning and decontamination' },
    group: 'upkeep',
    carry: ['guides'],
    rhythm: 'every day',
    laws: ['waste', 'sharps', 'hpl-4'],
  },
  'laboratory.quality-assurance': {
    name: { nb: 'Kvalitetssikring/Noklus', en: 'Quality assurance/Noklus' },
    group: 'skilled upkeep',
    needs: { device: true },
    acts: { 'measure-decision': 'head decides' },
    carry: ['completes', 'prepares'],
    rhythm: 'every day',
    laws: ['quality-8', 'device-10'],
  },
  'laboratory.supplies': {
    name: { nb: 'Bestille forbruksmateriell', en: 'Ordering consumables' },
    group: 'desk',
    carry: ['completes'],
    rhythm: 'every week',
    laws: ['device-10', 'book-act'],
  },
} as const satisfies Record<LaboratoryDuty, DutyLine>;
