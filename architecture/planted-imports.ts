/** For each import rule: files that break it on purpose, and the one file that must be caught. */

type Planted = {
  /** Path and text; beside the small clinic below. */
  readonly files: Readonly<Record<string, string>>;
  readonly caught: string;
};

/** A clinic of few files in which every rule is kept. */
export const smallClinic: Readonly<Record<string, string>> = {
  'src/kernel/time.ts': "import { z } from 'zod';\nexport const day = z.string();\n",
  'src/platform/server/door.ts': "import { readFileSync } from 'node:fs';\nexport const statement = readFileSync;\n",
  'src/platform/web/door.ts': "export const Panel = 'panel';\n",
  'src/commons/events.ts': 'export const fact = 1;\n',
  'src/commons/slots.ts': "import { Panel } from '#platform/web';\nexport const place = Panel;\n",
  'src/commons/patients/patient.ts': "import { day } from '#kernel/time';\nexport const patient = day;\n",
  'src/commons/patients/door.ts': "export { patient } from './patient.ts';\n",
  'src/commons/patients/patient.store.ts':
    "import { statement } from '#platform/server';\nexport const byId = statement;\n",
  'src/commons/patients/patient.api.ts':
    "import { fact } from '#events';\nimport { byId } from './patient.store.ts';\nexport const seePatient = [byId, fact];\nexport type Seen = number;\n",
  'src/commons/patients/door.server.ts': "export { seePatient } from './patient.api.ts';\n",
  'src/rooms/laboratory/samples/sample.ts':
    "import { patient } from '#patients';\nimport { z } from 'zod';\nexport const sample = [patient, z];\n",
  'src/rooms/laboratory/samples/sample.store.ts':
    "import { statement } from '#platform/server';\nimport { sample } from './sample.ts';\nexport const all = [statement, sample];\n",
  'src/rooms/laboratory/samples/sample.api.ts':
    "import { seePatient } from '#patients/server';\nimport { all } from './sample.store.ts';\nexport const seeSamples = [all, seePatient];\nexport type Line = number;\n",
  'src/rooms/laboratory/samples/sample.screen.tsx':
    "import { useState } from 'react';\nimport { Panel } from '#platform/web';\nimport { place } from '#slots';\nimport type { Line } from './sample.api.ts';\nexport const line: Line = [useState, Panel, place].length;\n",
  'src/rooms/laboratory/samples/sample.api.test.ts':
    "import { testHouse } from '../../../main/testing/test-house.ts';\nimport { seePatient } from '../../../commons/patients/patient.api.ts';\nimport { seeSamples } from './sample.api.ts';\nexport const all = [testHouse, seeSamples, seePatient];\n",
  'src/main/testing/test-house.ts': "import { expect } from 'vitest';\nexport const testHouse = expect;\n",
  'src/main/server.ts': "export { seeSamples } from '../rooms/laboratory/samples/sample.api.ts';\n",
};

const plant = (caught: string, text: string, files: Readonly<Record<string, string>> = {}): Planted => ({
  caught,
  files: { ...files, [caught]: text },
});
const imports = (path: string): string => `import * as it from '${path}';\nexport const used = it;\n`;
const lab = 'src/rooms/laboratory/samples';
const money = { 'src/rooms/money/bills/bill.ts': 'export const bill = 1;\n' };
const loop = {
  'src/commons/loops/loop.ts': 'export const loop = 1;\n',
  'src/commons/loops/loop.store.ts': 'export const loops = 1;\n',
};

export const plantedImports: Readonly<Record<string, readonly Planted[]>> = {
  'the ground carries itself': [plant('src/kernel/measure.ts', imports('#patients'))],
  'platform below commons': [plant('src/platform/server/gate.ts', imports('#patients'))],
  'commons below rooms': [
    plant('src/commons/loops/loop.ts', imports('../../rooms/money/bills/bill.ts'), money),
    plant('src/commons/loops/loop.ts', imports('../../main/server.ts')),
  ],
  'rooms below main': [plant(`${lab}/clock.ts`, imports('../../../main/server.ts'))],
  'rooms apart': [
    plant(`${lab}/price.ts`, imports('../../money/bills/bill.ts'), money),
    plant(
      `${lab}/price.ts`,
      "import type { bill } from '../../money/bills/bill.ts';\nexport type P = typeof bill;\n",
      money,
    ),
    plant(`${lab}/price.test.ts`, imports('../../money/bills/bill.ts'), money),
  ],
  'tests use the test house': [plant(`${lab}/sample.test.ts`, imports('../../../main/server.ts'))],
  'platform is tested in a whole house': [
    plant('src/platform/server/gate.test.ts', imports('../../main/server.ts')),
    plant('src/platform/server/gate.test.ts', imports('../../rooms/laboratory/samples/sample.ts')),
  ],
  'the test house is for tests': [plant('src/main/start.ts', imports('./testing/test-house.ts'))],
  'samples are for tests': [
    plant(`${lab}/tube.ts`, imports('./tube.sample.ts'), { [`${lab}/tube.sample.ts`]: 'export const tube = 1;\n' }),
  ],
  'a common is entered by its door': [
    plant('src/commons/journal/entry.ts', imports('../loops/loop.ts'), loop),
    plant('src/commons/journal/entry.ts', imports('../../kernel/time.ts')),
  ],
  'a room goes out through doors': [
    plant(`${lab}/who.ts`, imports('../../../commons/patients/patient.ts')),
    plant(`${lab}/when.ts`, imports('../../../kernel/time.ts')),
  ],
  'a test presses the buttons of commons': [
    plant(`${lab}/who.test.ts`, imports('../../../commons/patients/patient.ts')),
    plant(`${lab}/who.test.ts`, imports('../../../commons/patients/patient.store.ts')),
    plant(`${lab}/who.test.ts`, imports('../../../kernel/time.ts')),
  ],
  'platform stands on #kernel': [plant('src/platform/server/clock.ts', imports('../../kernel/time.ts'))],
  'server and browser apart': [plant('src/platform/server/page.ts', imports('../web/door.ts'))],
  'the browser knows the server by type': [
    plant('src/platform/web/call.ts', imports('../server/door.ts')),
    plant('src/main/web/frame.tsx', imports('../server.ts')),
  ],
  'a thing is pure': [
    plant(`${lab}/tube.ts`, imports('#platform/server')),
    plant(`${lab}/tube.texts.ts`, imports('#platform/web')),
    plant(`${lab}/tube.table.ts`, imports('./sample.store.ts')),
    plant(`${lab}/tube.message.ts`, imports('./sample.api.ts')),
    plant(`${lab}/tube.ts`, imports('#patients/server')),
    plant(`${lab}/tube.ts`, imports('./sample.screen.tsx')),
    plant(`${lab}/tube.ts`, imports('#slots')),
    plant('src/commons/patients/door.ts', "export * from './patient.api.ts';\n"),
  ],
  'a thing stands on few packages': [
    plant(`${lab}/tube.ts`, imports('react')),
    plant(`${lab}/tube.ts`, imports('node:fs')),
    plant(`${lab}/tube.ts`, imports('pg')),
  ],
  'the ground is pure': [
    plant('src/kernel/file.ts', imports('node:fs')),
    plant('src/kernel/part.ts', imports('react')),
  ],
  'a store speaks SQL and nothing else': [
    plant(`${lab}/tube.store.ts`, imports('./sample.api.ts')),
    plant(`${lab}/tube.store.ts`, imports('#patients/server')),
    plant(`${lab}/tube.store.ts`, imports('#platform/web')),
  ],
  'a store is its own': [plant('src/rooms/laboratory/tubes/tube.store.ts', imports('../samples/sample.store.ts'))],
  'an api knows no screen': [
    plant(`${lab}/tube.api.ts`, imports('./sample.screen.tsx')),
    plant(`${lab}/tube.api.ts`, imports('react')),
    plant(`${lab}/tube.api.ts`, imports('#platform/web')),
    plant('src/commons/patients/door.server.ts', imports('#slots')),
  ],
  'a screen knows the api by type': [
    plant(`${lab}/tube.screen.tsx`, imports('./sample.api.ts')),
    plant(`${lab}/tube.screens.ts`, imports('./sample.store.ts')),
    plant(`${lab}/tube.tsx`, imports('#patients/server')),
  ],
  'a screen has no server in it': [plant(`${lab}/tube.screen.tsx`, imports('#platform/server'))],
  'no Node in the browser': [
    plant(`${lab}/tube.screen.tsx`, imports('node:path')),
    plant('src/platform/web/file.ts', imports('node:fs')),
  ],
  'no circles': [
    plant(`${lab}/egg.ts`, imports('./hen.ts'), { [`${lab}/hen.ts`]: imports('./egg.ts') }),
    plant(`${lab}/egg.ts`, "import type { used } from './hen.ts';\nexport type Egg = typeof used;\n", {
      [`${lab}/hen.ts`]: imports('./egg.ts'),
    }),
  ],
  'every import is found': [
    plant(`${lab}/lost.ts`, imports('./nowhere.ts')),
    plant(`${lab}/lost.ts`, imports('#nowhere')),
  ],
  'tools stay out of the product': [plant('src/main/start.ts', imports('vitest'))],
};
