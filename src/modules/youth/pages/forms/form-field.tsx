import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import forms from '#design-system/forms/forms.module.css';
import { type Field, rowsOf, type Value } from './field.ts';
import styles from './forms.module.css';
import { LanguageRows } from './language-rows.tsx';

interface FormFieldProps {
  readonly field: Field;
  readonly value: Value;
  readonly error: string | undefined;
  readonly onChange: (value: Value) => void;
}

const ANSWERS = [
  { value: '', label: 'Not said' },
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** One field of a form, by its kind. */
export function FormField({ field, value, error, onChange }: FormFieldProps) {
  const shared = {
    id: `family-${field.name}`,
    className: forms.field ?? '',
    label: field.label,
    description: field.hint,
    error,
  };
  const text = typeof value === 'string' ? value : '';
  const required = field.required === true;
  switch (field.kind) {
    case 'text':
    case 'day':
      return (
        <TextInput
          {...shared}
          type={field.kind === 'day' ? 'date' : 'text'}
          value={text}
          required={required}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'words':
    case 'lines':
      return (
        <Textarea
          {...shared}
          minRows={2}
          value={text}
          required={required}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'choice':
    case 'yes-no': {
      const choices =
        field.kind === 'choice'
          ? [
              ...(required ? [] : [{ value: '', label: field.none ?? 'Not said' }]),
              ...Object.entries(field.choices).map(([code, label]) => ({ value: code, label })),
            ]
          : ANSWERS;
      return (
        <NativeSelect
          {...shared}
          value={text}
          data={choices}
          required={required}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    }
    case 'tick':
      return (
        <Checkbox {...shared} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
      );
    case 'languages':
      return (
        <LanguageRows
          id={shared.id}
          label={field.label}
          hint={field.hint}
          rows={rowsOf(value)}
          error={error}
          onChange={onChange}
        />
      );
    case 'ticks':
      return (
        <Checkbox.Group {...shared} value={Array.isArray(value) ? value.map(String) : []} onChange={onChange}>
          {Object.entries(field.choices).map(([code, label]) => (
            <Checkbox key={code} value={code} label={label} className={styles.tick ?? ''} />
          ))}
        </Checkbox.Group>
      );
  }
}
