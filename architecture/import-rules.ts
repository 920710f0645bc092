/** Who may import whom: the floors, the rooms, the doors, and what each role of a file may know. */

import type { IRegularForbiddenRuleType } from 'dependency-cruiser';
import { roles } from './role.ts';

const anything = { path: '^src/' };
const throughADoor = ['aliased-subpath-import' as const];
const onlyTypes = ['type-only' as const];
const outside: string[] = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'core'];

/** Packages that know neither Node, React, clock nor database: a thing may lean on them. */
const purePackages = [
  'zod',
  '@navikt/diagnosekoder',
  // The XML reader is one file of WebAssembly, the same in browser and server.
  'libxml2-wasm',
];

const pure = { path: roles.feature, pathNot: [roles.test, roles.web, roles.api, roles.store] };
const forbid = (
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType => ({ name, comment, severity: 'error', from, to }) as IRegularForbiddenRuleType;

const floors = [
  forbid(
    'the ground carries itself',
    'kernel imports nothing of ours',
    { path: '^src/kernel/', pathNot: roles.test },
    { path: '^src/(platform|commons|rooms|main)/' },
  ),
  forbid(
    'platform below commons',
    'power and water know no clinic word',
    { path: '^src/platform/', pathNot: roles.test },
    { path: '^src/(commons|rooms|main)/' },
  ),
  forbid(
    'commons below rooms',
    'the corridor knows no room',
    { path: '^src/commons/', pathNot: roles.test },
    { path: '^src/(rooms|main)/' },
  ),
  forbid(
    'rooms below main',
    'a room does not know who opens it',
    { path: '^src/rooms/', pathNot: roles.test },
    { path: '^src/main/' },
  ),
  forbid(
    'rooms apart',
    'a room reaches another by a door, an event or a slot',
    { path: '^src/rooms/([^/]+)/' },
    { path: '^src/rooms/', pathNot: '^src/rooms/$1/' },
  ),
  forbid(
    'tests use the test house',
    'of main, a test of a feature knows the test house and the demo people only',
    { path: `^src/(kernel|commons|rooms)/.*${roles.test}` },
    { path: '^src/main/', pathNot: '^src/main/(testing|demo)/' },
  ),
  forbid(
    'platform is tested in a whole house',
    'a test of power and water may open a house and found a clinic, and knows no room',
    { path: `^src/platform/.*${roles.test}` },
    { path: '^src/(main|rooms)/', pathNot: '^src/main/(testing/|demo/|house\\.ts$|clinics\\.ts$)' },
  ),
  forbid(
    'the test house is for tests',
    'production code does not know that there are tests',
    { path: '^src/', pathNot: [roles.test, '^src/main/testing/'] },
    { path: '^src/main/testing/' },
  ),
];

const samples = [
  forbid(
    'samples are for tests',
    'invented things stay out of the product',
    { path: '^src/', pathNot: roles.test },
    { path: roles.sample },
  ),
];

const doors = [
  forbid(
    'a common is entered by its door',
    'outside its own folder a common goes through #names',
    { path: '^src/commons/([^/]+)/', pathNot: roles.test },
    { path: '^src/', pathNot: '^src/commons/$1/', dependencyTypesNot: throughADoor },
  ),
  forbid(
    'a room goes out through doors',
    'outside its own room a feature goes through #names',
    { path: '^src/rooms/([^/]+)/', pathNot: roles.test },
    { path: '^src/', pathNot: '^src/rooms/$1/', dependencyTypesNot: throughADoor },
  ),
  forbid(
    'a test presses the buttons of commons',
    'state is made by commands, so a test may call those of commons; all else goes through doors',
    { path: `^src/rooms/([^/]+)/.*${roles.test}` },
    {
      path: '^src/',
      pathNot: ['^src/rooms/$1/', '^src/main/(testing|demo)/', '^src/commons/.*\\.api\\.ts$'],
      dependencyTypesNot: throughADoor,
    },
  ),
  forbid(
    'platform stands on #kernel',
    'the ground has its #name for platform too',
    { path: '^src/platform/' },
    { path: '^src/kernel/', dependencyTypesNot: throughADoor },
  ),
  forbid(
    'server and browser apart',
    'the server knows nothing of the browser',
    { path: '^src/platform/server/' },
    { path: '^src/platform/web/' },
  ),
  forbid(
    'the browser knows the server by type',
    'a value of the server in the browser would bring the server with it',
    { path: ['^src/platform/web/', '^src/main/web/'], pathNot: roles.test },
    { path: ['^src/platform/server/', '^src/main/[^/]+\\.ts$'], dependencyTypesNot: onlyTypes },
  ),
];

const things = [
  forbid('a thing is pure', 'no platform, store, api or screen in a rule', pure, {
    path: ['^src/platform/', roles.store, roles.api, roles.web],
  }),
  forbid('a thing stands on few packages', 'no Node, no React, no database in a rule', pure, {
    dependencyTypes: outside as never,
    pathNot: purePackages.map((name) => `node_modules/${name}/`),
  }),
  forbid(
    'the ground is pure',
    'no Node and no React on the ground',
    { path: '^src/kernel/', pathNot: roles.test },
    { dependencyTypes: outside as never, pathNot: 'node_modules/zod/' },
  ),
];

const stores = [
  forbid(
    'a store speaks SQL and nothing else',
    'it knows its thing and the database',
    { path: `${roles.feature}.*${roles.store}` },
    { path: ['^src/platform/web/', roles.api, roles.web] },
  ),
  forbid(
    'a store is its own',
    'another feature is asked through its door, not through its tables',
    { path: `^(src/.*/)[^/]+${roles.store}` },
    { path: roles.store, pathNot: '^$1[^/]+$' },
  ),
  forbid(
    'an api knows no screen',
    'React and the browser stay in the browser',
    { path: roles.api },
    { path: [roles.web, '^src/platform/web/', 'node_modules/react(-dom)?/'] },
  ),
];

const screens = [
  forbid(
    'a screen knows the api by type',
    'the types of a call, and never the call itself',
    { path: roles.web, pathNot: roles.test },
    { path: [roles.api, roles.store], dependencyTypesNot: onlyTypes },
  ),
  forbid(
    'a screen has no server in it',
    'no server and no Node in the browser',
    { path: roles.web, pathNot: roles.test },
    { path: '^src/platform/server/', dependencyTypesNot: onlyTypes },
  ),
  forbid(
    'no Node in the browser',
    'the browser has no files and no processes',
    { path: [roles.web, '^src/platform/web/', '^src/main/web/'], pathNot: roles.test },
    { dependencyTypes: ['core'] },
  ),
];

const whole = [
  forbid('no circles', 'two files that need one another are one file', anything, { circular: true }),
  forbid('every import is found', 'an import that leads nowhere', anything, { couldNotResolve: true }),
  forbid(
    'tools stay out of the product',
    'what is not shipped cannot be imported',
    { path: '^src/', pathNot: [roles.test, '^src/main/testing/', '^src/main/check\\.ts$'] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: onlyTypes, pathNot: 'node_modules/@types/' },
  ),
];

export const importRules: readonly IRegularForbiddenRuleType[] = [
  ...floors,
  ...samples,
  ...doors,
  ...things,
  ...stores,
  ...screens,
  ...whole,
];
