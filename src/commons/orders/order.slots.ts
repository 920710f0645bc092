/** What orders put on the patient's screen. */

import { fill } from '#platform/web';
import { patientPanelSlot } from '#slots';
import { OrderPanel } from './order-panel.tsx';

fill(patientPanelSlot, 20, OrderPanel);
