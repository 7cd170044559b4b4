import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { FieldError } from '#design-system/forms/field-error.tsx';
import { LANGUAGE_NAMES } from '../../languages.ts';
import styles from './forms.module.css';
import { earlier, named, preferring, ticked, type WrittenLanguage, withAnother } from './written-languages.ts';

interface LanguageRowsProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly rows: readonly WrittenLanguage[];
  readonly error: string | undefined;
  readonly onChange: (rows: readonly WrittenLanguage[]) => void;
}

const NAMES = Object.values(LANGUAGE_NAMES);
const NOBODY_SAID = { value: '', label: 'Not said' };

/** The languages of a person: one row each, then which of them they would rather talk in and have letters in. */
export function LanguageRows({ id, label, hint, rows, error, onChange }: LanguageRowsProps) {
  const added = useRef<number | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const another = () => {
    const more = withAnother(rows);
    added.current = more.at(-1)?.row ?? null;
    onChange(more);
  };
  const preferred = (what: 'talk' | 'letters', ability: 'speaks' | 'reads', asked: string) => {
    const able = rows.filter((one) => one[ability] && one.text.trim() !== '');
    const chosen = able.find((one) => one[what]);
    return (
      <NativeSelect
        label={asked}
        disabled={able.length === 0}
        value={chosen ? String(chosen.row) : ''}
        data={[NOBODY_SAID, ...able.map(({ row, text }) => ({ value: String(row), label: text }))]}
        onChange={({ currentTarget: { value } }) =>
          onChange(preferring(rows, what, value === '' ? null : Number(value)))
        }
      />
    );
  };
  return (
    <fieldset id={id} className={styles.languages} tabIndex={-1} aria-describedby={error ? `${id}-wrong` : undefined}>
      <legend className={styles.legend}>{label}</legend>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      <FieldError id={`${id}-wrong`} message={error} />
      <datalist id={`${id}-names`}>
        {NAMES.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {rows.map(({ row, text, speaks, reads }, at) => (
        <div key={row} className={styles.language}>
          <TextInput
            ref={(input) => {
              if (added.current !== row || !input) return;
              added.current = null;
              input.focus();
            }}
            aria-label={`Language ${at + 1}`}
            list={`${id}-names`}
            autoComplete="off"
            maxLength={100}
            value={text}
            onChange={({ currentTarget }) => onChange(named(rows, row, currentTarget.value))}
          />
          <Checkbox
            label="Speaks or signs"
            checked={speaks}
            onChange={({ currentTarget }) => onChange(ticked(rows, row, { speaks: currentTarget.checked }))}
          />
          <Checkbox
            label="Reads"
            checked={reads}
            onChange={({ currentTarget }) => onChange(ticked(rows, row, { reads: currentTarget.checked }))}
          />
          <div className={styles.moves}>
            {at === 0 ? null : (
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={`Earlier: ${text || 'this language'}`}
                onClick={() => onChange(earlier(rows, row))}
              >
                Earlier
              </Button>
            )}
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={`Take away: ${text || 'this language'}`}
              onClick={() => {
                onChange(rows.filter((one) => one.row !== row));
                add.current?.focus();
              }}
            >
              Take away
            </Button>
          </div>
        </div>
      ))}
      <Button ref={add} variant="default" size="xs" onClick={another}>
        {rows.length === 0 ? 'Add a language' : 'Add another language'}
      </Button>
      {rows.length === 0 ? null : (
        <div className={styles.preferred}>
          {preferred('talk', 'speaks', 'Would rather talk in')}
          {preferred('letters', 'reads', 'Letters in')}
        </div>
      )}
    </fieldset>
  );
}
