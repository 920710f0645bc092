/** What the treatment room puts on the patient's screen. */

import { fill } from '#platform/web';
import { patientPanelSlot } from '#slots';
import { SignsPanel } from './vital-signs/signs-panel.tsx';

fill(patientPanelSlot, 40, SignsPanel);
