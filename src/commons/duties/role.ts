/** The roles (roller) people hold at a clinic; one person may hold several, each for its own time. */

import { z } from 'zod';

export const roles = ['doctor', 'nurse', 'bioengineer', 'helsesekretaer', 'pupil', 'head', 'it'] as const;
/** `pupil` is a helsesekretær pupil (elev) on placement: the profession has no apprentices. */
export type Role = (typeof roles)[number];
export const roleSchema = z.enum(roles);

/** Professions that the Health Personnel Act authorises; a role of this kind is worth nothing without it. */
export const authorisedRoles = ['doctor', 'nurse', 'bioengineer', 'helsesekretaer'] as const satisfies readonly Role[];
export type AuthorisedRole = (typeof authorisedRoles)[number];

export function needsAuthorisation(role: Role): role is AuthorisedRole {
  return (authorisedRoles as readonly Role[]).includes(role);
}
