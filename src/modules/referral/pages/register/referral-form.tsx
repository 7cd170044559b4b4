import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ConfirmDialog } from '#design-system/forms/confirm-dialog.tsx';
import { ErrorSummary } from '#design-system/forms/error-summary.tsx';
import type { ServerDraft } from '#modules/drafts/pages/use-server-draft.ts';
import type { ApiError } from '#web/staff/data/api-error.ts';
import { todayHere } from '#web/staff/here.ts';
import { useGo } from '#web/staff/routing/use-page.ts';
import { DraftConflict } from './draft-conflict.tsx';
import styles from './form.module.css';
import { FormContext, fieldId } from './form-state.ts';
import { emptyForm, type FieldName, type FormValues } from './form-values.ts';
import { FORM } from './form-words.ts';
import { NotRegistered } from './number-used.tsx';
import {
  CaregiverSection,
  ConsentSection,
  HomeSection,
  KnownSection,
  NeedsSection,
  ReceivedSection,
  YouthSection,
} from './sections.tsx';
import type { Wrong } from './to-draft.ts';

export interface ReferralFormProps {
  readonly draft: ServerDraft<FormValues>;
  /** What stands in the form before anything is written; empty without it. */
  readonly start?: FormValues | undefined;
  /** Before the sections that both ways share. */
  readonly before?: ReactNode;
  readonly save: string;
  readonly busy: boolean;
  readonly error: ApiError | null;
  /** What is wrong with the form, or nothing when it was sent. */
  readonly onSubmit: (values: FormValues) => Wrong;
}

const draftWords = ({ value, state }: ServerDraft<FormValues>) =>
  value === null && state === 'saved' ? FORM.draft.empty : FORM.draft[state];

/** One long calm form in sections; what is written is kept as a draft, and nothing is asked twice. */
export function ReferralForm(props: ReferralFormProps) {
  const { draft, start, before, save, busy, error, onSubmit } = props;
  const [wrong, setWrong] = useState<Wrong>({});
  const [attempt, setAttempt] = useState(0);
  const values = { ...(start ?? emptyForm(todayHere())), ...draft.value };
  const set = (change: Partial<FormValues>) => {
    draft.write({ ...values, ...change });
    // What is being mended is no longer called wrong; saving looks again.
    const mended = Object.keys(change);
    setWrong((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !mended.includes(field))));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWrong(onSubmit(values));
    setAttempt(attempt + 1);
  };
  const errors = (Object.keys(values) as FieldName[]).flatMap((field) => {
    const message = wrong[field];
    return message ? [{ fieldId: fieldId(field), message }] : [];
  });
  return (
    <FormContext.Provider value={{ values, wrong, set }}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <DraftConflict draft={draft} mine={values} />
        <ErrorSummary errors={errors} attempt={attempt} />
        {before}
        <ReceivedSection />
        <YouthSection />
        <HomeSection />
        <CaregiverSection />
        <NeedsSection />
        <ConsentSection />
        <KnownSection />
        <NotRegistered error={error} number={values.externalId.trim()} />
        <div className={styles.foot}>
          <span className={styles.state} role="status">
            {draftWords(draft)}
          </span>
          <div className={styles.buttons}>
            <ThrowAway shown={draft.value !== null} onThrowAway={draft.discard} />
            <Button type="submit" loading={busy}>
              {save}
            </Button>
          </div>
        </div>
      </form>
    </FormContext.Provider>
  );
}

function ThrowAway({ shown, onThrowAway }: { readonly shown: boolean; readonly onThrowAway: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  const go = useGo();
  if (!shown) return null;
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {FORM.throwAway}
      </Button>
      <ConfirmDialog
        open={asking}
        title={FORM.throwTitle}
        confirm={FORM.throwAway}
        danger
        onConfirm={() => {
          void onThrowAway();
          go('/app/referrals');
        }}
        onClose={() => setAsking(false)}
      >
        {FORM.throwWords}
      </ConfirmDialog>
    </>
  );
}
