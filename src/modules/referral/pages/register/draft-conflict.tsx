import { ConflictDialog } from '#design-system/forms/conflict-dialog.tsx';
import type { ServerDraft } from '#modules/drafts/pages/use-server-draft.ts';
import type { FieldName, FormValues } from './form-values.ts';
import { FORM, LABELS } from './form-words.ts';

export interface DraftConflictProps {
  readonly draft: ServerDraft<FormValues>;
  readonly mine: FormValues;
}

/** The same form was open in two windows: what differs, and which words to keep. */
export function DraftConflict({ draft, mine }: DraftConflictProps) {
  const theirs = draft.conflict?.theirs;
  if (!theirs) return null;
  const fields = (Object.keys(mine) as FieldName[])
    .map((name) => ({ label: LABELS[name], left: String(mine[name]), right: String(theirs[name]) }))
    .filter(({ left, right }) => left !== right)
    .map((field) => ({ ...field, match: 'differs' as const }));
  return (
    <ConflictDialog
      of="draft"
      open
      what={FORM.conflict}
      fields={fields}
      onKeepMine={() => draft.settle(mine)}
      onTakeTheirs={() => draft.settle(theirs)}
      onClose={() => draft.settle(mine)}
    />
  );
}
