/** What the record puts on the patient's screen and the day board. */

import { fill } from '#platform/web';
import { dayFigureSlot, patientPanelSlot } from '#slots';
import { JournalPanel } from './journal-panel.tsx';
import { UnsignedFigure } from './unsigned-figure.tsx';

fill(patientPanelSlot, 10, JournalPanel);
fill(dayFigureSlot, 60, UnsignedFigure);
