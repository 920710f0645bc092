/** What the laboratory puts into the day board and on the patient's screen. */

import { fill } from '#platform/web';
import { dayFigureSlot, dayPanelSlot, patientPanelSlot } from '#slots';
import { InstrumentsPanel } from './quality-control/instruments-panel.tsx';
import { CriticalFigure } from './results/critical-figure.tsx';
import { PatientResults } from './results/patient-results.tsx';

fill(dayFigureSlot, 30, CriticalFigure);
fill(dayPanelSlot, 30, InstrumentsPanel);
fill(patientPanelSlot, 30, PatientResults);
