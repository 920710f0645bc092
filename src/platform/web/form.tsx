/** A form: the same schema as the server's, faults at their fields, Ctrl+Enter sends, and what was typed is never lost. */

import { zodResolver } from '@hookform/resolvers/zod';
import { Checkbox, Select, Textarea, TextField } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import {
  type DefaultValues,
  type FieldValues,
  FormProvider,
  type Path,
  type Resolver,
  useForm,
  useFormContext,
} from 'react-hook-form';
import type { z } from 'zod';
import { isDate } from '#kernel/time';
import type { Answered, No } from './call.ts';
import { gateWords } from './gate-words.ts';
import { useKeys } from './keys.tsx';
import { useLanguage, useTexts } from './language.tsx';
import { platformTexts } from './platform.texts.ts';
import './form.css';

type Props<Schema extends z.ZodType, Value, Why extends string> = {
  readonly schema: Schema;
  readonly start: Partial<z.input<Schema>>;
  /** Sends what was typed; a no for a field is shown at the field, any other by `NoNotice`. */
  readonly onSend: (input: z.output<Schema>) => Promise<Answered<Value, Why>>;
  readonly onDone?: (value: Value) => void;
  readonly onCancel?: () => void;
  readonly title: string;
  readonly sendWords: string;
  readonly children: ReactNode;
  readonly foot: (form: { send: () => void; isBusy: boolean }) => ReactNode;
};

export function Form<Schema extends z.ZodType, Value, Why extends string>(props: Props<Schema, Value, Why>) {
  const form = useForm<FieldValues>({
    resolver: zodResolver(props.schema as never) as unknown as Resolver<FieldValues>,
    defaultValues: props.start as DefaultValues<FieldValues>,
  });
  const send = form.handleSubmit(async (input) => {
    const answered = await props.onSend(input as z.output<Schema>);
    if (answered.ok) return props.onDone?.(answered.value);
    if (answered.no.kind === 'bad input') {
      for (const issue of answered.no.issues)
        form.setError(issue.path.join('.') as Path<FieldValues>, { type: issue.code, message: issue.message });
    }
  });
  useKeys(props.title, [
    { keys: 'Ctrl+Enter', words: props.sendWords, does: () => void send(), inFields: true },
    ...(props.onCancel ? [{ keys: 'Escape', words: '×', does: props.onCancel, inFields: true }] : []),
  ]);
  return (
    <FormProvider {...form}>
      <form className="form" noValidate aria-label={props.title} onSubmit={(event) => void send(event)}>
        {props.children}
        <div className="form-foot">{props.foot({ send: () => void send(), isBusy: form.formState.isSubmitting })}</div>
      </form>
    </FormProvider>
  );
}

type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isFirst?: boolean;
  readonly width?: 'short' | 'half' | 'whole';
};

/** The fault of a field in words. */
function useFault(name: string): string | undefined {
  const text = useTexts(platformTexts);
  const { formState } = useFormContext();
  const fault = name
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], formState.errors) as
    | { type?: string; message?: string }
    | undefined;
  if (!fault) return undefined;
  if (fault.message === 'not a date') return text.fieldNotADate;
  if (fault.type === 'too_small' || fault.type === 'invalid_type') return text.fieldMissing;
  return fault.type === 'too_big'
    ? text.fieldTooLong
    : fault.message && fault.type === 'said'
      ? fault.message
      : text.fieldWrong;
}

const emptyToNull = (value: unknown): unknown => (value === '' ? null : value);

export function TextInput({
  name,
  label,
  hint,
  isFirst,
  width = 'whole',
  isSecret,
  digits,
}: FieldProps & { isSecret?: boolean; digits?: boolean }) {
  const { register } = useFormContext();
  const kind = isSecret ? { type: 'password' as const } : {};
  return (
    <div className={`field field-${width}`}>
      <TextField
        size="small"
        label={label}
        error={useFault(name)}
        autoFocus={isFirst ?? false}
        autoComplete="off"
        {...(hint ? { description: hint } : {})}
        {...(digits ? { inputMode: 'numeric' as const } : {})}
        {...kind}
        {...register(name, { setValueAs: emptyToNull })}
      />
    </div>
  );
}

export function LongText({ name, label, hint, isFirst, rows = 3 }: FieldProps & { rows?: number }) {
  const { register } = useFormContext();
  return (
    <div className="field field-whole">
      <Textarea
        size="small"
        label={label}
        error={useFault(name)}
        minRows={rows}
        autoFocus={isFirst ?? false}
        {...(hint ? { description: hint } : {})}
        {...register(name)}
      />
    </div>
  );
}

export function NumberInput({ name, label, hint, isFirst, width = 'short' }: FieldProps) {
  const { register } = useFormContext();
  const read = (value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    return value.trim() === '' ? null : Number(value.replace(',', '.'));
  };
  return (
    <div className={`field field-${width}`}>
      <TextField
        size="small"
        label={label}
        error={useFault(name)}
        inputMode="decimal"
        autoFocus={isFirst ?? false}
        autoComplete="off"
        {...(hint ? { description: hint } : {})}
        {...register(name, { setValueAs: read })}
      />
    </div>
  );
}

/** Dates as they are typed at a desk: `31.12.2026`, `311226`, `2026-12-31`. */
export function readTypedDate(typed: string, today: string): string {
  const text = typed.trim();
  if (isDate(text)) return text;
  const found = /^(\d{1,2})[./ -]?(\d{1,2})[./ -]?(\d{4}|\d{2})$/.exec(text);
  if (!found) return text;
  const [, day = '', month = '', year = ''] = found;
  const century = Number(year) > Number(today.slice(2, 4)) + 5 ? '19' : '20';
  return `${year.length === 4 ? year : century + year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

export function DateInput({ name, label, hint, isFirst, width = 'short' }: FieldProps) {
  const { register } = useFormContext();
  const read = (value: unknown): unknown =>
    typeof value === 'string' ? emptyToNull(readTypedDate(value, new Date().toISOString())) : value;
  return (
    <div className={`field field-${width}`}>
      <TextField
        size="small"
        label={label}
        error={useFault(name)}
        inputMode="numeric"
        autoFocus={isFirst ?? false}
        autoComplete="off"
        {...(hint ? { description: hint } : {})}
        {...register(name, { setValueAs: read })}
      />
    </div>
  );
}

export type Option = { readonly value: string; readonly words: string };
export function Choice({
  name,
  label,
  hint,
  options,
  isFirst,
  width = 'half',
}: FieldProps & { options: readonly Option[] }) {
  const { register } = useFormContext();
  return (
    <div className={`field field-${width}`}>
      <Select
        size="small"
        label={label}
        error={useFault(name)}
        autoFocus={isFirst ?? false}
        {...(hint ? { description: hint } : {})}
        {...register(name, { setValueAs: emptyToNull })}
      >
        {options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    </div>
  );
}

export function Tick({ name, label }: { name: string; label: string }) {
  const { register } = useFormContext();
  return (
    <div className="field field-whole">
      <Checkbox size="small" {...register(name)}>
        {label}
      </Checkbox>
    </div>
  );
}

/** The words for a no that belongs to no field: `refusals` has a sentence for each of the decision's refusals. */
export function useNoWords<Why extends string>(
  refusals: Readonly<Partial<Record<Why, string | ((facts: never) => string)>>>,
): (no: No<Why> | undefined) => string | undefined {
  const text = useTexts(platformTexts);
  const { language } = useLanguage();
  return (no) => {
    if (!no) return undefined;
    if (no.kind === 'fault') return text.fault(no.id);
    if (no.kind === 'bad input') return text.badInput;
    if (no.kind === 'away') return text.away;
    if (no.kind === 'locked') return text.locked;
    if (no.kind === 'signed out') return text.signedOut;
    const sentence = refusals[no.why as Why] as string | ((facts: unknown) => string) | undefined;
    if (sentence) return typeof sentence === 'string' ? sentence : sentence(no.facts ?? {});
    const said = no.kind === 'not allowed' ? gateWords(language, no.why, no.facts ?? {}) : undefined;
    if (said) return said;
    if (no.kind === 'not allowed')
      return no.why === 'not for this role' ? text.notForThisRole : `${text.notAllowed} (${no.why})`;
    return no.why;
  };
}
