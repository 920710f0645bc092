/** What the room of confidentiality puts into the frame: emergency mode. */

import { fill } from '#platform/web';
import { footSlot, topBarSlot } from '#slots';
import { EmergencyBar, EmergencyKey } from './emergency-bar.tsx';

fill(topBarSlot, 10, EmergencyBar);
fill(footSlot, 90, EmergencyKey);
