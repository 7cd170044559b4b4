import { useState } from 'react';
import { RowButton } from '#design-system/lists/row-button.tsx';
import type { Editing } from '#modules/youth/pages/forms/editing.ts';
import { FormDialog } from '#modules/youth/pages/forms/form-dialog.tsx';
import { useMay } from '#web/staff/session/use-may.ts';
import { WRONG, type WrongFact, wrongFactForm } from './wrong-form.ts';

interface WrongFactButtonProps {
  readonly chart: string;
  readonly fact: WrongFact;
  /** What it is called on the page. */
  readonly about: string;
}

/** Says that something that happened was recorded wrongly. Nothing where it is set right elsewhere or this seat may not. */
export function WrongFactButton({ chart, fact: { kind, on, data }, about }: WrongFactButtonProps) {
  const may = useMay();
  const [editing, setEditing] = useState<Editing | null>(null);
  const form = may('record.mend') ? wrongFactForm(chart, { kind, on, ...(data ? { data } : {}) }, about) : null;
  if (!form) return null;
  return (
    <>
      <div>
        <RowButton quiet flush onClick={() => setEditing(form)} aria-label={`${WRONG}: ${about}`}>
          {WRONG}
        </RowButton>
      </div>
      <FormDialog editing={editing} onClose={() => setEditing(null)} />
    </>
  );
}
