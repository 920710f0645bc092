/** All generated pages, by the file they are written to. */

import type pg from 'pg';
import { dutiesPage } from './duties.ts';
import { eventsPage } from './events.ts';
import { glossaryPage } from './glossary.ts';
import { notices } from './notices.ts';
import { openApi } from './openapi.ts';
import { statesPage } from './states.ts';
import { tablesPage } from './tables.ts';
import { whoMayPage } from './who-may-do-what.ts';

/** `client` speaks to a database on which every step has run. */
export const pages: Readonly<Record<string, (client: pg.Client) => string | Promise<string>>> = {
  'docs/generated/states.md': statesPage,
  'docs/generated/who-may-do-what.md': whoMayPage,
  'docs/generated/events.md': eventsPage,
  'docs/generated/tables.md': tablesPage,
  'docs/generated/duties.md': dutiesPage,
  'docs/generated/openapi.json': openApi,
  'docs/glossary.md': glossaryPage,
  'THIRD-PARTY-NOTICES.md': notices,
};
