import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { fieldId, useForm } from './form-state.ts';
import type { TextField } from './form-values.ts';
import { FORM, LABELS } from './form-words.ts';

interface FieldProps {
  readonly name: TextField;
  readonly hint?: string | undefined;
  readonly required?: boolean;
}

function useField({ name, hint, required = false }: FieldProps) {
  const { values, wrong, set } = useForm();
  return {
    id: fieldId(name),
    label: LABELS[name],
    description: hint,
    error: wrong[name],
    value: values[name],
    withAsterisk: required,
    'aria-required': required || undefined,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      set({ [name]: event.currentTarget.value }),
  };
}

export interface LineProps extends FieldProps {
  readonly kind?: 'text' | 'date' | 'time' | 'tel' | 'email';
  readonly most?: number;
  readonly inputMode?: 'numeric';
}

/** One line of text, a day or an hour. */
export function Line({ kind = 'text', most = 200, inputMode, ...field }: LineProps) {
  const props = useField(field);
  const limit = kind === 'text' ? { maxLength: most } : {};
  return <TextInput {...props} {...limit} type={kind} inputMode={inputMode} autoComplete="off" />;
}

/** Several lines of text. */
export function Lines({ rows = 4, ...field }: FieldProps & { readonly rows?: number }) {
  return <Textarea {...useField(field)} rows={rows} resize="vertical" />;
}

export interface PickProps extends FieldProps {
  /** Codes with their words, in the order on screen. */
  readonly options: Readonly<Record<string, string>>;
  /** Given, nothing is chosen at first. */
  readonly unchosen?: string;
}

/** One of a list. */
export function Pick({ options, unchosen, ...field }: PickProps) {
  const data = Object.entries(options).map(([value, label]) => ({ value, label }));
  const first = unchosen === undefined ? [] : [{ value: '', label: unchosen }];
  return <NativeSelect {...useField(field)} data={[...first, ...data]} />;
}

/** The words told, asked for when the list has no better answer than "somebody else". */
export function OtherWords({ of, name }: { readonly of: TextField; readonly name: TextField }) {
  const { values } = useForm();
  return values[of] === 'other' ? <Line name={name} hint={FORM.inTheirWords} most={300} /> : null;
}
