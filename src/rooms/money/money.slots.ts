/** What money puts on the patient's screen and on the day board. */

import { fill } from '#platform/web';
import { dayFigureSlot, patientPanelSlot } from '#slots';
import { PatientBillsPanel, UnpaidFigure } from './bills/bill-slots.tsx';

fill(dayFigureSlot, 40, UnpaidFigure);
fill(patientPanelSlot, 40, PatientBillsPanel);
