/** What loops put into the day board, the patient's screen and the foot of the frame. */

import { fill } from '#platform/web';
import { dayPanelSlot, footSlot, patientPanelSlot } from '#slots';
import { LoopsOfToday } from './loop-foot.tsx';
import { PatientLoops, WaitingPanel } from './loop-line.tsx';

fill(dayPanelSlot, 10, WaitingPanel);
fill(patientPanelSlot, 60, PatientLoops);
fill(footSlot, 10, LoopsOfToday);
