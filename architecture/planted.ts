/** For each wall: files that break it on purpose, and files near by that do not. */

import { mostLinesOfFile, mostLinesOfFunction } from './budgets.ts';

/** A file, its text, and the files beside it that it needs to be judged. */
type Plot = readonly [path: string, text: string, beside?: Readonly<Record<string, string>>];
type Planted = { readonly bad: readonly Plot[]; readonly good: readonly Plot[] };

const thing = 'src/rooms/laboratory/samples/sample.ts';
const screen = 'src/rooms/laboratory/samples/sample.screen.tsx';
const api = 'src/rooms/laboratory/samples/sample.api.ts';
const step = 'src/rooms/laboratory/samples/tables/2026-11-22-401-sample.sql';
const lines = (count: number): string => 'x();\n'.repeat(count);
const body = (count: number): string => `function f() {\n${lines(count - 2)}}\n`;
/** Signs are put together here, so that the walls do not find this file. */
const biome = `biome-${'ignore'} lint/a11y/x`;
const expectError = `@ts-${'expect-error'}`;

const book = { 'src/commons/events.ts': 'export type Facts = { SampleCollected: { sample: string } };' };
const description = {
  'src/commons/duties/laboratory.table.ts': "const x = {\n  'laboratory.blood-sampling': {\n  },\n};",
};
const screens = {
  'src/rooms/laboratory/samples/sample.screens.ts': "screen({ path: '/samples', keys: 'gs' });",
};

export const planted: Readonly<Record<string, Planted>> = {
  'names say what is inside': {
    bad: [
      ['src/kernel/utils.ts', ''],
      ['src/rooms/laboratory/helpers/tube.ts', ''],
      ['src/rooms/laboratory/samples/sample-helper.ts', ''],
      ['src/rooms/laboratory/samples/types.ts', ''],
      ['src/rooms/laboratory/shared/tube.ts', ''],
      ['src/rooms/laboratory/samples/sample.service.ts', ''],
    ],
    good: [
      ['src/commons/patients/patient.ts', ''],
      ['src/rooms/reception/appointments/appointment-types.screen.tsx', ''],
    ],
  },
  'names are in kebab-case': {
    bad: [
      ['src/kernel/nationalNumbers.ts', ''],
      ['src/rooms/Money/bill.ts', ''],
      ['src/kernel/føde.ts', ''],
    ],
    good: [['src/rooms/treatment-room/ankle-arm-index/ankle-arm-index.api.test.ts', '']],
  },
  'table steps are dated': {
    bad: [
      ['src/rooms/laboratory/samples/tables/sample.sql', ''],
      ['src/rooms/laboratory/samples/2026-11-22-401-sample.sql', ''],
    ],
    good: [[step, '']],
  },
  'a suffix is a role': {
    bad: [
      ['src/rooms/laboratory/samples/sample.dto.ts', ''],
      ['src/commons/patients/patient.server.ts', ''],
      ['src/commons/patients/patient.hook.tsx', ''],
    ],
    good: [
      ['src/commons/patients/door.server.ts', ''],
      [api, ''],
      ['src/rooms/laboratory/samples/sample.message.test.ts', ''],
    ],
  },
  'a command is what staff say they do': {
    bad: [
      [api, "export const processSample = command({ name: 'processSample', who: 'signed in' });"],
      [api, "export const updateSampleStatus = command({ name: 'updateSampleStatus' });"],
      [api, "export const manageSample = query({ name: 'manageSample' });"],
      [api, "export const seeSample = query({ name: 'seeTube' });"],
    ],
    good: [[api, "export const collectSample = command({ name: 'collectSample' });"]],
  },
  'a fact has one line in the book of facts': {
    bad: [['src/commons/events.ts', 'export type Facts = { collectSample: { patient: string } };']],
    good: [['src/commons/events.ts', 'export type Facts = { SampleCollected: { patient: string } };']],
  },
  [`a file has at most ${mostLinesOfFile} lines`]: {
    bad: [
      [thing, lines(mostLinesOfFile + 1)],
      [step, '--\n'.repeat(mostLinesOfFile + 1)],
    ],
    good: [[thing, lines(mostLinesOfFile)]],
  },
  [`a function has at most ${mostLinesOfFunction} lines`]: {
    bad: [
      [thing, body(mostLinesOfFunction + 1)],
      [thing, `const f = () => {\n${lines(mostLinesOfFunction)}};\n`],
      [screen, `function outer() {\n return {\n  inner() {\n${lines(mostLinesOfFunction)}  },\n };\n}\n`],
    ],
    good: [
      [thing, body(mostLinesOfFunction)],
      [thing, `function outer() {\n${body(30)}${body(30)}}\n`],
    ],
  },
  'no any': {
    bad: [
      [thing, 'export const x = 1 as any;'],
      [screen, 'export function f(x: any[]) {}'],
    ],
    good: [[thing, "export const any = 'any'; // any"]],
  },
  'a rule is switched off only with its reason': {
    bad: [
      [screen, `// ${biome}: because\nx();`],
      [screen, `/* ${biome} */\nx();`],
      [thing, `// ${expectError}\nx();`],
      [thing, `// @ts-${'ignore'} the library is wrong about this\nx();`],
    ],
    good: [
      [screen, `// ${biome}: the reader announces the whole table once\nx();`],
      [thing, `// ${expectError} the package declares one argument too few\nx();`],
    ],
  },
  'no test sleeps': {
    bad: [
      ['src/kernel/time.test.ts', "test.skip('later', () => {});"],
      ['e2e/morning.day.ts', "test.only('alone', () => {});"],
    ],
    good: [['src/kernel/time.test.ts', "describe.skipIf(!found)('samples', () => {});"]],
  },
  'nothing is unfinished by its own words': {
    bad: [
      [thing, `// TO${'DO'}: the rest`],
      [screen, `<p>Kommer ${'snart'}</p>`],
      [thing, `throw new Error('not ${'implemented'}');`],
    ],
    good: [[step, 'with line as (select 1), todo as (select 2) select 3']],
  },
  'a file opens with what it is for': {
    bad: [
      [thing, "import { x } from './x.ts';\n/** Too late. */"],
      [screen, '/** */\nexport default 1;'],
      [step, 'create table sample ();'],
    ],
    good: [
      [thing, '/** A sample: what is drawn from a patient. */\nexport {};'],
      [step, '-- Samples.\ncreate table sample ();'],
    ],
  },
  'the clock is an argument': {
    bad: [
      [thing, 'export const at = Date.now();'],
      [thing, 'export const at = new Date();'],
      [thing, 'export const chance = Math.random();'],
      [api, 'export const at = () => new Date();'],
      [thing, 'export const word = crypto.getRandomValues(new Uint8Array(9));'],
      ['src/commons/loops/loop.table.ts', 'export const at = crypto.randomUUID();'],
    ],
    good: [
      [thing, 'export const at = (now: string) => new Date(now).getTime();'],
      [api, 'export const message = crypto.randomUUID();'],
      [screen, 'export const at = Date.now();'],
    ],
  },
  'a thing is given its ids': {
    bad: [[thing, 'export const made = { id: newId() };']],
    good: [
      [api, 'export const made = { id: newId() };'],
      ['src/rooms/laboratory/samples/sample.sample.ts', 'export const made = { id: newId() };'],
    ],
  },
  'only a store speaks SQL': {
    bad: [
      [api, "const all = statement('sample: all', 'select 1');"],
      [thing, "const all = statement<object>('sample: all', 'select 1');"],
    ],
    good: [['src/rooms/laboratory/samples/sample.store.ts', "const all = statement('sample: all', 'select 1');"]],
  },
  'a feature does not ask where it runs': {
    bad: [
      [api, 'export const isTest = process.env.VITEST;'],
      ['src/kernel/time.ts', 'export const zone = process.env.TZ;'],
    ],
    good: [['src/main/cli.ts', 'export const port = process.env.PORT;']],
  },
  'sentences stand with the texts': {
    bad: [
      [screen, 'export const x = <p>Prøven er tatt</p>;'],
      [screen, 'export const x = <input aria-label="Navn" />;'],
      [screen, "export const x = <p>{isDone ? 'Ferdig' : text.open}</p>;"],
    ],
    good: [
      [screen, "export const x = <p className='muted'>{text.collected} · {count} (<kbd>Ctrl L</kbd>)</p>;"],
      [screen, "export const x = <p>{state === 'collected' ? text.collected : text.open}</p>;"],
    ],
  },
  'a table of states leads to its own states': {
    bad: [[thing, "export const sampleNext = { requested: ['collected'], sent: [] } as const;"]],
    good: [[thing, "export const sampleNext = { requested: ['collected'], collected: [] } as const satisfies X;"]],
  },
  'what decides is asked by a test': {
    bad: [
      [thing, 'export function collect() {}'],
      [thing, 'export function collect() {}', { 'src/rooms/laboratory/samples/tube.test.ts': "import './tube.ts';" }],
      [api, "export const collectSample = command({ name: 'collectSample' });"],
      [
        api,
        "export const collectSample = command({ name: 'collectSample' });",
        {
          'src/rooms/laboratory/samples/other.api.ts': "import './sample.api.ts';",
          'src/rooms/laboratory/samples/other.test.ts': "import { x } from './other.api.ts';",
        },
      ],
    ],
    good: [
      [
        thing,
        'export function collect() {}',
        { [thing.replace('.ts', '.test.ts')]: "import { x } from './sample.ts';" },
      ],
      [
        'src/rooms/laboratory/samples/tube.ts',
        'export function tubeFor() {}',
        {
          [thing]: "import { x } from './tube.ts';",
          [thing.replace('.ts', '.test.ts')]: "import { x } from './sample.ts';",
        },
      ],
      [thing, 'export type Sample = number;'],
    ],
  },
  'what is listened for can happen': {
    bad: [
      [screen, "useAsk('seeSamples', {}, { hears: ['SampleColected'] });", book],
      [screen, "const sampleFacts = ['SampleCollected', 'SampleSend'];", book],
      [api, "export const onCollected = { name: 'x', on: 'SampleColected', does: async () => {} };", book],
    ],
    good: [
      [screen, "useAsk('seeSamples', {}, { hears: ['SampleCollected'] });", book],
      [api, "export const onCollected = { name: 'x', on: 'SampleCollected', does: async () => {} };", book],
      [thing, "export const tubes = ['serum', 'edta'];", book],
    ],
  },
  'a duty that is named is in the job description': {
    bad: [
      [api, "export const x = command({ who: { duty: 'laboratory.blood-sampeling' } });", description],
      [screen, "screen({ duties: ['laboratory.blood-sampling', 'blood-sampling'] });", description],
    ],
    good: [[api, "export const x = command({ who: { duty: 'laboratory.blood-sampling' } });", description]],
  },
  'an address and a key lead to one screen': {
    bad: [
      ['src/rooms/laboratory/samples/tube.screens.ts', "screen({ path: '/samples', keys: 'gt' });", screens],
      ['src/rooms/laboratory/samples/tube.screens.ts', "screen({ path: '/tubes', keys: 'gs' });", screens],
    ],
    good: [['src/rooms/laboratory/samples/tube.screens.ts', "screen({ path: '/tubes', keys: 'gt' });", screens]],
  },
  'a table step has a number of its room': {
    bad: [
      ['src/rooms/laboratory/samples/tables/2026-11-22-301-sample.sql', ''],
      ['src/commons/loops/tables/2026-11-22-401-loop.sql', ''],
      ['src/rooms/garden/roses/tables/2026-11-22-801-rose.sql', ''],
    ],
    good: [[step, '']],
  },
};
