/** The page of duties: the job description with its rules, and where in the house each duty is carried out. */

import { type Duty, duties, dutyRooms, dutyTexts, laws, needsInWords } from '#duties';
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
    ...parts,
  );
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
  .flatMap(({ text }) =>
    [...text.matchAll(/screen\(\{([\s\S]*?)\n\s*\}\)/g)].map(([, declared = '']) => ({
      path: /path: '([^']+)'/.exec(declared)?.[1] ?? '',
      duties: [.../* the list */ (/duties: \[([^\]]*)\]/.exec(declared)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(
        ([, duty]) => duty,
      ),
    })),
  );
const screensOf = (duty: string): string[] =>
  screens.filter((screen) => screen.duties.includes(duty)).map(({ path }) => path);
