/** The OpenAPI document of every call: for outside parties; our own screens take the types from the code. */

import { z } from 'zod';
import { placedCalls } from './house-calls.ts';
import { placeOf } from './markdown.ts';

const says = (description: string): object => ({
  description,
  content: { 'application/json': { schema: { type: 'object' } } },
});
const answers = {
  200: says('Done, or what was asked for: `value`.'),
  403: says('Not allowed: `why`.'),
  409: says('Refused by the clinic’s rules: `why`, and the `facts` of the sentence.'),
  422: says('The input does not fit: `issues` with paths.'),
  500: says('A fault: its `id`.'),
};

export function openApi(): string {
  const paths = Object.fromEntries(
    placedCalls.map(({ call, path }) => [
      `/call/${call.name}`,
      {
        post: {
          operationId: call.name,
          tags: [placeOf(path)],
          summary: call.kind === 'act' ? 'changes something' : 'looks',
          'x-who': call.who,
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: z.toJSONSchema(call.takes, { io: 'input', unrepresentable: 'any' }) },
            },
          },
          responses: Object.fromEntries(
            Object.keys(answers).map((status) => [status, { $ref: `#/components/responses/${status}` }]),
          ),
        },
      },
    ]),
  );
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'dagsverk',
      version: '1',
      description:
        'Written by `npm run generate`. Every call is a POST with a session cookie and the header `x-dagsverk: 1`; a command may carry `x-command` (a UUID) and is then done once, however often it is sent.',
    },
    paths,
    components: { responses: answers },
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
