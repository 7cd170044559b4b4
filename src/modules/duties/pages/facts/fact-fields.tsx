import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import styles from '../forms.module.css';
import { words } from '../words.ts';
import { codeLabel, fieldLabel } from './code-words.ts';
import type { FactField } from './fields-of-kind.ts';
import { type KnownFact, referencesIn } from './references.ts';

export type FactData = Readonly<Record<string, unknown>>;

export interface FactFieldsProps {
  readonly fields: readonly FactField[];
  readonly data: FactData;
  readonly onChange: (data: FactData) => void;
  /** The chart's facts, for fields that refer to one. */
  readonly facts: readonly KnownFact[];
  /** Says which required fields are empty. */
  readonly tried: boolean;
}

/** Whether a required field is still empty. */
export function isMissing(field: FactField, data: FactData): boolean {
  const value = data[field.name];
  return field.required && (value === undefined || value === '' || (Array.isArray(value) && value.length === 0));
}

/** Asks for exactly what a kind of fact holds: codes to choose, yes or no, numbers, days, references; no free text. */
export function FactFields({ fields, data, onChange, facts, tried }: FactFieldsProps) {
  const set = (name: string) => (value: unknown) => {
    const { [name]: _, ...others } = data;
    onChange(value === undefined || value === '' ? others : { ...others, [name]: value });
  };
  return fields.map((field) => (
    <OneField
      key={field.name}
      field={field}
      value={data[field.name]}
      onChange={set(field.name)}
      facts={facts}
      error={tried && isMissing(field, data) ? words.problems['missing'] : undefined}
    />
  ));
}

interface OneFieldProps {
  readonly field: FactField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly facts: readonly KnownFact[];
  readonly error: string | undefined;
}

function OneField({ field, value, onChange, facts, error }: OneFieldProps) {
  const named = fieldLabel(field.name);
  const label = field.required ? named : words.record.optional(named);
  if (field.asks === 'many') {
    const chosen = Array.isArray(value) ? value.map(String) : [];
    return (
      <Checkbox.Group label={label} value={chosen} onChange={onChange} error={error}>
        <div className={styles.choices}>
          {field.codes.map((code) => (
            <Checkbox key={code} value={code} label={codeLabel(code)} />
          ))}
        </div>
      </Checkbox.Group>
    );
  }
  if (field.asks === 'yes-no') {
    return (
      <Checkbox label={named} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
    );
  }
  if (field.asks === 'number')
    return <NumberInput label={label} value={Number(value ?? 0)} onChange={onChange} error={error} min={0} />;
  if (field.asks === 'day') {
    const change = (event: React.ChangeEvent<HTMLInputElement>) => onChange(event.currentTarget.value);
    return <TextInput type="date" label={label} value={String(value ?? '')} onChange={change} error={error} />;
  }
  const known = field.asks === 'one' ? field.codes.map((code) => ({ value: code, label: codeLabel(code) })) : [];
  const options = field.asks === 'one' ? known : referencesIn(facts, field.name);
  if (options.length === 0 && !field.required) return null;
  return (
    <NativeSelect
      label={label}
      description={options.length === 0 ? words.record.nothingToEnd : undefined}
      data={[{ value: '', label: words.record.chooseOne }, ...options]}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}
