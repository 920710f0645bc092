/** The page of duties: the job description with its rules, and where in the house each duty is carried out. */

import ts from 'typescript';
import { type Duty, duties, dutyRooms, dutyTexts, laws, needsInWords } from '#duties';
import { nodesOf } from '../tree.ts';
import { featureFiles, placedCalls, rolesOf } from './house-calls.ts';
import { code, page } from './markdown.ts';

export function dutiesPage(): string {
  const parts = dutyRooms.flatMap((room) => [
    `## ${dutyTexts.nb.rooms[room]} · ${dutyTexts.en.rooms[room]}`,
    ...duties.filter((duty) => duty.room === room).map(lineOf),
  ]);
  return page(
    '# Duties',
    'The job description (stillingsbeskrivelse) as the house knows it: defaults that the clinic’s doctor adapts and signs.',
    withoutScreen(),
    ...parts,
  );
}

/** Said plainly at the top, so that nobody believes that more is there than is. */
function withoutScreen(): string {
  const missing = duties.filter(({ id }) => screensOf(id).length === 0);
  const told = `${duties.length - missing.length} of ${duties.length} have a screen.`;
  return missing.length === 0 ? told : `${told} Without one: ${missing.map(({ id }) => code(id)).join(', ')}.`;
}

function lineOf(duty: Duty): string {
  const calls = placedCalls.filter(
    ({ call }) => call.who !== 'signed in' && 'duty' in call.who && call.who.duty === duty.id,
  );
  const facts: [string, string][] = [
    ['id', code(duty.id)],
    ['who, by default', rolesOf(duty.id)],
    ['needs', needsInWords(duty, 'en').join('; ')],
    [
      'stricter acts',
      Object.entries(duty.acts)
        .map(([act, rule]) => `${act} (${rolesIn(rule.who)})`)
        .join('; '),
    ],
    ['rhythm', `${duty.rhythm}${duty.fixedByLaw ? '; fixed by law' : ''}`],
    ['the software', duty.carry.join(', ')],
    ['law', duty.laws.map((law) => laws[law].cite.nb).join('; ')],
    ['screens', screensOf(duty.id).map(code).join(', ')],
    ['calls', calls.map(({ call }) => code(call.name)).join(', ')],
  ];
  return [
    `### ${duty.lineInDescription}. ${duty.name.nb} · ${duty.name.en}`,
    duty.description.en,
    facts
      .filter(([, words]) => words !== '')
      .map(([name, words]) => `- ${name}: ${words}`)
      .join('\n'),
  ].join('\n\n');
}

const rolesIn = (who: Duty['who']): string =>
  Object.entries(who)
    .map(([role, standing]) => `${role} ${standing}`)
    .join(', ');

/** Read from the `screen({ path, … duties: […] })` of the rooms, without opening them. */
const screens = featureFiles
  .filter(({ path }) => path.endsWith('.screens.ts'))
  .flatMap((file) => [...nodesOf(file.syntax())])
  .filter(ts.isObjectLiteralExpression)
  .map((offered) => ({ path: wordsOf(offered, 'path')[0] ?? '', duties: wordsOf(offered, 'duties') }));

function wordsOf(offered: ts.ObjectLiteralExpression, name: string): string[] {
  const property = offered.properties.find((part) => part.name?.getText() === name);
  return property ? [...nodesOf(property)].filter(ts.isStringLiteral).map(({ text }) => text) : [];
}

const screensOf = (duty: string): string[] =>
  screens.filter((screen) => screen.duties.includes(duty)).map(({ path }) => path);
