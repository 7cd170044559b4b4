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
import { comparedNotes } from './compared.ts';
import { DraftStateLine } from './draft-state.tsx';
import styles from './note.module.css';
import { type NoteDraft, ofItsOwn } from './note-draft.ts';
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

/** The note was signed already, from another window or before the page was left, and written on since. */
const SIGNED_BEFORE = 'id-used-for-another-write';

const problemOf = (error: ApiError): string => words.problems[error.problem?.code ?? ''] ?? problemSentence(error);

/** A note being written: kept as a draft all the while, looked over, signed. */
export function NoteForm({ overview, fresh, draft, amends, busy, error, onSign, onDiscard }: NoteFormProps) {
  const [attempt, setAttempt] = useState(0);
  const [leaving, setLeaving] = useState(false);
  const [putAside, setPutAside] = useState<typeof draft.conflict>(null);
  const note = draft.value ?? fresh;
  const checked: NoteProblems = attempt > 0 ? checkNote(note, overview.today, amends) : {};
  const problems: NoteProblems = { ...fieldProblems(error), ...checked };
  const summary = Object.entries(problems).map(([fieldId, message]) => ({ fieldId, message: message ?? '' }));
  const signedBefore = error?.problem?.code === SIGNED_BEFORE;
  const whole = error && summary.length === 0 ? [{ fieldId: 'sign', message: problemOf(error) }] : [];
  const sign = (written: NoteDraft) => {
    setAttempt(attempt + 1);
    if (!busy && Object.keys(checkNote(written, overview.today, amends)).length === 0) onSign(written);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sign(note);
  };
  const signApart = () => {
    const apart = ofItsOwn(note);
    draft.write(apart);
    sign(apart);
  };
  const keys = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  const { conflict } = draft;
  return (
    <form className={styles.note} onSubmit={submit} onKeyDown={keys} noValidate>
      <ErrorSummary errors={[...summary, ...whole]} attempt={attempt + (error ? 1 : 0)} />
      {/* What is being signed stands still: a word written now would be in no note. */}
      <fieldset className={styles.still} disabled={busy}>
        <NoteFields draft={note} onChange={draft.write} problems={problems} overview={overview} amends={amends} />
      </fieldset>
      <div className={styles.foot}>
        <DraftStateLine state={draft.state} savedAt={draft.savedAt} />
        {signedBefore ? (
          <Button variant="default" onClick={signApart}>
            {words.form.signApart}
          </Button>
        ) : null}
        <Button variant="subtle" onClick={() => setLeaving(true)} disabled={busy}>
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
          open={conflict !== putAside}
          of="draft"
          what={words.draft.conflict}
          fields={comparedNotes(note, conflict.theirs)}
          onKeepMine={() => draft.settle(note)}
          onTakeTheirs={() => draft.settle(conflict.theirs)}
          onClose={() => setPutAside(conflict)}
        />
      ) : null}
    </form>
  );
}
