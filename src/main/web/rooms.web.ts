/** The only list of rooms in the browser: their screens, and what they put into slots. */

import '../../commons/journal/journal.slots.ts';
import '../../commons/loops/loop.slots.ts';
import '../../commons/orders/order.slots.ts';
import '../../rooms/money/money.slots.ts';
import '../../rooms/laboratory/laboratory.slots.ts';
import '../../rooms/reception/appointments/appointment.slots.ts';
import '../../rooms/reception/telephone/telephone.slots.ts';
import '../../rooms/treatment-room/treatment-room.slots.ts';
import '../../rooms/staff-room/confidentiality/confidentiality.slots.ts';
import { type Screen, screen } from '#platform/web';
import { screens as journal } from '../../commons/journal/journal.screens.ts';
import { screens as orders } from '../../commons/orders/order.screens.ts';
import { screens as patients } from '../../commons/patients/patient.screens.ts';
import { screens as laboratory } from '../../rooms/laboratory/laboratory.screens.ts';
import { screens as money } from '../../rooms/money/money.screens.ts';
import { screens as appointments } from '../../rooms/reception/appointments/appointment.screens.ts';
import { screens as handover } from '../../rooms/reception/handover/handover.screens.ts';
import { screens as readiness } from '../../rooms/reception/readiness/readiness.screens.ts';
import { screens as telephone } from '../../rooms/reception/telephone/telephone.screens.ts';
import { screens as today } from '../../rooms/reception/today/today.screens.ts';
import { screens as confidentiality } from '../../rooms/staff-room/confidentiality/confidentiality.screens.ts';
import { screens as staffRoom } from '../../rooms/staff-room/staff-room.screens.ts';
import { screens as vitalSigns } from '../../rooms/treatment-room/vital-signs/vital-signs.screens.ts';
import { screens as treatmentList } from '../../rooms/treatment-room/work-list/work-list.screens.ts';

/** Not of any room: how one signs in. */
const mySignIn = screen({
  path: '/my-sign-in',
  room: 'staff-room',
  title: { nb: 'Min innlogging', en: 'My sign-in' },
  duties: [],
  load: () => import('./my-sign-in.screen.tsx'),
});

export const screens: readonly Screen[] = [
  ...telephone,
  ...readiness,
  ...handover,
  ...today,
  ...appointments,
  ...laboratory,
  ...patients,
  ...journal,
  ...orders,
  ...money,
  ...treatmentList,
  ...vitalSigns,
  ...staffRoom,
  ...confidentiality,
  mySignIn,
];
