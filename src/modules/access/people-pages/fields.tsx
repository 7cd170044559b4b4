import { NativeSelect, TextInput } from '@mantine/core';
import { CAPACITY_LABEL, type Capacity } from '../model.ts';
import { type SeatLine, seatWords } from './seat-lines.ts';
import { FORMS } from './words.ts';

interface FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
}

export function DayField({ label, min, ...field }: FieldProps & { readonly label: string; readonly min?: string }) {
  return (
    <TextInput
      {...{ type: 'date', label, min, value: field.value, error: field.error, required: true, withAsterisk: false }}
      onChange={(event) => field.onChange(event.currentTarget.value)}
    />
  );
}

export function TitleField({ value, onChange }: FieldProps) {
  return (
    <TextInput
      label={FORMS.fields.title}
      description={FORMS.fields.titleHint}
      value={value}
      maxLength={80}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Capacities an agency of this kind has. */
export function CapacityField({
  capacities,
  value,
  onChange,
  error,
}: FieldProps & { readonly capacities: readonly Capacity[] }) {
  return (
    <NativeSelect
      label={FORMS.fields.capacity}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: FORMS.choose },
        ...capacities.map((capacity) => ({ value: capacity, label: CAPACITY_LABEL[capacity] })),
      ]}
    />
  );
}

/** A seat somebody holds; `none` is what no seat reads. */
export function SeatField({
  label,
  none,
  seats,
  value,
  onChange,
  error,
}: FieldProps & { readonly label: string; readonly none: string; readonly seats: readonly SeatLine[] }) {
  return (
    <NativeSelect
      label={label}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: none }, ...seats.map((line) => ({ value: line.seat.id, label: seatWords(line) }))]}
    />
  );
}
