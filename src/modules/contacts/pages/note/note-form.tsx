import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ConfirmDialog } from '#design-system/forms/confirm-dialog.tsx';
import { ConflictDialog } from '#design-system/forms/conflict-dialog.tsx';
import { ErrorSummary } from '#design-system/forms/error-summary.tsx';
import type { Overview } from '#modules/chart/contract.ts';
import type { ServerDraft } from '#modules/drafts/pages/use-server-draft.ts';
import { fieldProblems, problemSentence } from '#modules/duties/pages/problem-words.ts';
import type { ApiError } from '#web/staff/data/api-error.ts';
import { words } from '../words.ts';
import { checkNote, type NoteProblems } from './check-note.ts';
import { DraftStateLine } from './draft-state.tsx';
import styles from './note.module.css';
import type { NoteDraft } from './note-draft.ts';
import { NoteFields } from './note-fields.tsx';

export interface NoteFormProps {
  readonly overview: Overview;
  /** What the form starts with when no draft was kept. */
  readonly fresh: NoteDraft;
  readonly draft: ServerDraft<NoteDraft>;
  readonly amends: boolean;
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly onSign: (note: NoteDraft) => void;
  readonly onDiscard: () => void;
}

const compared = (mine: NoteDraft, theirs: NoteDraft) =>
  (
    [
      ['words', 'words'],
      ['day', 'day'],
      ['how', 'how'],
    ] as const
  ).map(([label, field]) => ({
    label: words.draft.fields[label],
    left: mine[field],
    right: theirs[field],
    match: mine[field] === theirs[field] ? ('same' as const) : ('differs' as const),
  }));

/** A note being written: kept as a draft all the while, looked over, signed. */
export function NoteForm({ overview, fresh, draft, amends, busy, error, onSign, onDiscard }: NoteFormProps) {
  const [attempt, setAttempt] = useState(0);
  const [leaving, setLeaving] = useState(false);
  const [keptWriting, setKeptWriting] = useState(false);
  const note = draft.value ?? fresh;
  const checked: NoteProblems = attempt > 0 ? checkNote(note, overview.today, amends) : {};
  const problems: NoteProblems = { ...fieldProblems(error), ...checked };
  const summary = Object.entries(problems).map(([fieldId, message]) => ({ fieldId, message: message ?? '' }));
  const whole = error && summary.length === 0 ? [{ fieldId: 'sign', message: problemSentence(error) }] : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (Object.keys(checkNote(note, overview.today, amends)).length === 0) onSign(note);
  };
  const keys = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  const { conflict } = draft;
  return (
    <form className={styles.note} onSubmit={submit} onKeyDown={keys} noValidate>
      <ErrorSummary errors={[...summary, ...whole]} attempt={attempt + (error ? 1 : 0)} />
      <NoteFields draft={note} onChange={draft.write} problems={problems} overview={overview} amends={amends} />
      <div className={styles.foot}>
        <DraftStateLine state={draft.state} savedAt={draft.savedAt} />
        <Button variant="subtle" onClick={() => setLeaving(true)}>
          {words.form.discard}
        </Button>
        <Button type="submit" id="sign" loading={busy} aria-keyshortcuts="Control+Enter">
          {amends ? words.form.signAmendment : words.form.sign}
        </Button>
      </div>
      <ConfirmDialog
        open={leaving}
        title={words.form.discardTitle}
        confirm={words.form.discard}
        danger
        onConfirm={onDiscard}
        onClose={() => setLeaving(false)}
      >
        {words.form.discardSays}
      </ConfirmDialog>
      {conflict ? (
        <ConflictDialog
          open={!keptWriting}
          what={words.draft.conflict}
          fields={compared(note, conflict.theirs)}
          onKeepMine={() => draft.settle(note)}
          onTakeTheirs={() => draft.settle(conflict.theirs)}
          onClose={() => setKeptWriting(true)}
        />
      ) : null}
    </form>
  );
}
