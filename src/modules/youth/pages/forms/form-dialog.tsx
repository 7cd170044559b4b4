import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { ConfirmDialog } from '#design-system/forms/confirm-dialog.tsx';
import { ConflictDialog } from '#design-system/forms/conflict-dialog.tsx';
import { ErrorSummary } from '#design-system/forms/error-summary.tsx';
import styles from '#design-system/forms/forms.module.css';
import { LateModal } from '#design-system/forms/late-modal.tsx';
import type { ApiError } from '#web/staff/data/api-error.ts';
import { newId } from '#web/staff/data/new-id.ts';
import { useCommand } from '#web/staff/data/use-command.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import type { Editing } from './editing.ts';
import { type Field, inWords, toForm, toRecord, type Value, type Values, wrongHere } from './field.ts';
import { FormField } from './form-field.tsx';
import { REFUSALS } from './words.ts';

interface FormDialogProps {
  readonly editing: Editing | null;
  readonly onClose: () => void;
}

/** The form that is open, in a dialog. Closed without saving, nothing was changed; with words in it, it asks first. */
export function FormDialog({ editing, onClose }: FormDialogProps) {
  const [written, setWritten] = useState(false);
  const [asking, setAsking] = useState(false);
  const close = () => {
    setWritten(false);
    setAsking(false);
    onClose();
  };
  const leave = () => (written ? setAsking(true) : close());
  return (
    <LateModal opened={editing !== null} onClose={leave} title={editing?.title ?? ''} size="lg">
      {editing ? <Form editing={editing} onWritten={() => setWritten(true)} onLeave={leave} onClose={close} /> : null}
      {/* Not there before it asks: the Escape that led here would close it again. */}
      {asking ? (
        <ConfirmDialog
          open
          title="Close without saving?"
          confirm="Close without saving"
          danger
          onConfirm={close}
          onClose={() => setAsking(false)}
        >
          What you wrote in this form is not kept.
        </ConfirmDialog>
      ) : null}
    </LateModal>
  );
}

interface FormProps {
  readonly editing: Editing;
  /** Something was written that nobody saved yet. */
  readonly onWritten: () => void;
  /** Away without saving: asks first where something was written. */
  readonly onLeave: () => void;
  /** Saved, or let go of. */
  readonly onClose: () => void;
}

function Form({ editing, onWritten, onLeave, onClose }: FormProps) {
  const { fields, start, operation, params } = editing;
  const [values, setValues] = useState<Values>(() => startOf(fields, start));
  const [attempt, setAttempt] = useState(0);
  const base = useRef(editing.base);
  const write = useRef(newId());
  const saving = useCommand(operation, {
    changes: ['youth', 'chart', 'duties', 'worklists', 'referral', 'relationships'],
    onDone: onClose,
  });
  const shown = fields.filter(({ when }) => when?.(values) !== false);
  const written = Object.fromEntries(fields.map((field) => [field.name, toRecord(field, values[field.name])]));
  const theirs = conflictOf(saving.error);
  const errors = attempt === 0 ? {} : { ...wrongBefore(shown, values), ...refusedFields(saving.error) };
  const change = (name: string, value: Value) => {
    // Something else is written: it is another write, and what was refused is no longer said.
    write.current = newId();
    saving.reset();
    onWritten();
    setValues({ ...values, [name]: value });
  };
  const send = () => {
    const body = { ...(editing.body?.(written) ?? written), id: write.current };
    saving.mutate({ params, body: base.current === undefined ? body : { ...body, base: base.current } });
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (Object.keys(wrongBefore(shown, values)).length === 0) send();
  };
  const general = !theirs && Object.keys(refusedFields(saving.error)).length === 0;
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary
        attempt={attempt}
        errors={Object.entries(errors).map(([name, message]) => ({
          fieldId: `family-${name}`,
          message: named(fields, name, message),
        }))}
      />
      <WriteFailed error={general ? saving.error : null} refusals={REFUSALS} />
      {shown.map((field) => (
        <FormField
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          error={errors[field.name]}
          onChange={(value) => change(field.name, value)}
        />
      ))}
      <div className={styles.choices}>
        <Button variant="default" onClick={onLeave}>
          Go back
        </Button>
        <Button type="submit" loading={saving.isPending}>
          {editing.save}
        </Button>
      </div>
      <ConflictDialog
        open={theirs !== null}
        what="Somebody saved this while you were writing."
        fields={theirs === null ? [] : compared(fields, written, theirs)}
        onKeepMine={() => {
          base.current = Number(theirs?.['revision']);
          write.current = newId();
          send();
        }}
        onTakeTheirs={onClose}
        onClose={() => saving.reset()}
      />
    </form>
  );
}

const startOf = (fields: readonly Field[], start: Editing['start']): Values =>
  Object.fromEntries(fields.map((field) => [field.name, toForm(field, start[field.name])]));

/** What can be told wrong before anything is sent. */
function wrongBefore(fields: readonly Field[], values: Values): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const code = wrongHere(field, values[field.name]);
      if (code === null) return [];
      return [[field.name, code === 'missing' ? `${field.label}: this is needed.` : wordsOf(code)]];
    }),
  );
}

/** In the summary, away from its field: "Since: that day has not come yet." */
function named(fields: readonly Field[], name: string, message: string): string {
  const label = fields.find((field) => field.name === name)?.label;
  if (!label || message.startsWith(label)) return message;
  return `${label}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

const wordsOf = (code: string): string => REFUSALS[code] ?? 'This cannot be read.';

function refusedFields(error: ApiError | null): Record<string, string> {
  const problems = error?.problem?.problems ?? [];
  // `iepMeeting.on` belongs to the field `iepMeeting.on` or, when the form has none of that name, is said in general.
  return Object.fromEntries(problems.map(({ field, code }) => [field, wordsOf(code)]));
}

function conflictOf(error: ApiError | null): Readonly<Record<string, unknown>> | null {
  const current = error?.problem?.code === 'changed-meanwhile' ? error.problem['current'] : null;
  return typeof current === 'object' ? (current as Readonly<Record<string, unknown>> | null) : null;
}

function compared(
  fields: readonly Field[],
  mine: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
) {
  return fields
    .filter(({ name }) => name in theirs)
    .map((field) => {
      const [left, right] = [inWords(field, mine[field.name]), inWords(field, theirs[field.name])];
      return { label: field.label, left, right, match: left === right ? ('same' as const) : ('differs' as const) };
    });
}
