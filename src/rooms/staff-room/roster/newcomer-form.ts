/** What is typed for a new colleague: flat on the screen, whole when it is sent. */

import { z } from 'zod';
import { authorisedRoles, roles } from '#duties';
import { dayInput, lineInput, optionalLine } from '#kernel/inputs';
import type { NewcomerInput } from '#staff';

const chosen = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values).nullable().default(null);
const day = dayInput.nullable().default(null);

export const newcomerForm = z
  .object({
    givenName: lineInput(80),
    familyName: lineInput(80),
    hprNumber: optionalLine(12),
    isSpecialist: z.boolean().default(false),
    authorisedAs: chosen(authorisedRoles),
    authorisedFrom: day,
    authorisedUntil: day,
    kind: chosen(['employed', 'locum', 'owner', 'placement']),
    from: day,
    until: day,
    school: optionalLine(120),
    supervisor: z.string().nullable().default(null),
    role: chosen(roles),
  })
  .superRefine((form, context) => {
    const missing = (path: string): void =>
      context.addIssue({ code: 'too_small', origin: 'string', minimum: 1, path: [path], message: 'missing' });
    if (form.kind && !form.from) missing('from');
    if (form.authorisedAs && !form.authorisedFrom) missing('authorisedFrom');
  });
export type NewcomerForm = z.output<typeof newcomerForm>;

export function newcomerOf(form: NewcomerForm): NewcomerInput {
  const { givenName, familyName, hprNumber, isSpecialist, role, school } = form;
  const { authorisedAs, authorisedFrom, authorisedUntil, kind, from, until } = form;
  return {
    ...{ givenName, familyName, hprNumber, isSpecialist, role },
    authorisation:
      authorisedAs && authorisedFrom
        ? { role: authorisedAs, kind: 'authorisation', from: authorisedFrom, until: authorisedUntil }
        : null,
    employment: kind && from ? { kind, from, until, school, supervisor: form.supervisor as never } : null,
  };
}
