/** What a command or a query declares: its name, who may, what it takes, what it does. The gate does the rest. */

import type { z } from 'zod';
import type { ClinicNumber, Id, PersonId } from '#kernel/ids';
import type { Refused, Result } from '#kernel/result';
import type { Moment } from '#kernel/time';
import type { Db } from './database.ts';

export type SessionId = Id<'Session'>;

/** Who is at the keyboard, as the gate knows it for this call. */
export type Me = {
  readonly person: PersonId;
  readonly session: SessionId;
  readonly clinic: ClinicNumber;
  readonly name: string;
  readonly roles: readonly string[];
  readonly workstation: string;
  /** A demo or practice clinic has synthetic people only; a real one has real people only. */
  readonly setting: 'production' | 'practice';
  /** Help first (helsepersonelloven § 7): stops are passed and asked about afterwards. */
  readonly isEmergency: boolean;
};

/** By which right the call was let through. */
export type Ground = 'role' | 'delegation' | 'supervised' | 'emergency' | 'signed in';

/** A fact for the other rooms; made with `fact()` of `#events`. */
export type Fact = { readonly name: string; readonly facts: Readonly<Record<string, unknown>> };

/** Someone signed in; holders of one of these roles; or those who may carry out this duty. */
export type Who =
  | 'signed in'
  | { readonly roles: readonly string[] }
  /** `act`: a stricter act within the duty (`medical-decision`), or the milder `prepare`; unless said otherwise `perform`. */
  | { readonly duty: string; readonly act?: string };

/** What bears on the permission beside the person; what a call says nothing of, its own rules answer for. */
export type Given = {
  /** The order that asks for it, or `written procedure`; null: there is none. */
  readonly order?: string | null | undefined;
  readonly deviceKind?: string | undefined;
  /** Where the input decides which act of the duty this is. A query is always `look`. */
  readonly act?: string | undefined;
};

export type Doing<Input> = {
  readonly input: Input;
  readonly db: Db;
  readonly me: Me;
  readonly now: Moment;
  readonly ground: Ground;
  /** The pupil's supervisor, where the ground is `supervised`. */
  readonly supervisor: PersonId | undefined;
  /** The patient that this turned out to concern: asks for restrictions, and stands in the access log. */
  readonly about: (patient: string) => Promise<void>;
  /** Patients whose details stand in a list that is answered; they stand in the access log. */
  readonly shows: (patients: readonly string[]) => void;
  /** Stored in the same transaction; the other desks hear of it when it is committed. */
  readonly tell: (fact: Fact) => void;
};

export type Call<
  Name extends string = string,
  Schema extends z.ZodType = z.ZodType,
  Answer extends Result<unknown> = Result<unknown>,
> = {
  readonly kind: 'act' | 'look';
  readonly name: Name;
  readonly who: Who;
  readonly takes: Schema;
  /** The patient, where the input says so. */
  readonly patient?: ((input: z.output<Schema>) => string | undefined) | undefined;
  readonly given?: ((input: z.output<Schema>) => Given) | undefined;
  readonly does: (doing: Doing<z.output<Schema>>) => Promise<Answer>;
};

/** Any call, as the gate holds it. */
export type AnyCall = {
  readonly kind: 'act' | 'look';
  readonly name: string;
  readonly who: Who;
  readonly takes: z.ZodType;
  readonly patient?: ((input: never) => string | undefined) | undefined;
  readonly given?: ((input: never) => Given) | undefined;
  readonly does: (doing: Doing<never>) => Promise<Result<unknown>>;
};

export type InputOf<C> = C extends { readonly takes: infer S extends z.ZodType } ? z.input<S> : never;
type AnswerOf<C> = C extends { readonly does: (doing: never) => Promise<infer A> } ? A : never;
export type ValueOf<C> = Extract<AnswerOf<C>, { ok: true }> extends { value: infer V } ? V : never;
export type RefusalOf<C> = Extract<AnswerOf<C>, Refused>['why'];

type Declared<Name extends string, Schema extends z.ZodType, Answer extends Result<unknown>> = Omit<
  Call<Name, Schema, Answer>,
  'kind'
>;

/** Changes something: one transaction, with its events and its line in the access log. */
export function command<const Name extends string, Schema extends z.ZodType, Answer extends Result<unknown>>(
  declared: Declared<Name, Schema, Answer>,
): Call<Name, Schema, Answer> {
  return { ...declared, kind: 'act' };
}

/** Looks at something and changes nothing; the look stands in the access log. */
export function query<const Name extends string, Schema extends z.ZodType, Answer extends Result<unknown>>(
  declared: Declared<Name, Schema, Answer>,
): Call<Name, Schema, Answer> {
  return { ...declared, kind: 'look' };
}
