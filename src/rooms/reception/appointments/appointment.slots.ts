/** What appointments put on the patient's screen. */

import { fill } from '#platform/web';
import { patientPanelSlot } from '#slots';
import { PatientAppointments } from './patient-appointments.tsx';

fill(patientPanelSlot, 10, PatientAppointments);
