import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Story } from '#design-system/story.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { FieldError } from './field-error.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

function Opened({
  label,
  children,
}: {
  label: string;
  children: (open: boolean, close: () => void) => React.ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {children(open, () => setOpen(false))}
    </>
  );
}

export const story: Story = {
  name: 'Forms and dialogs',
  states: {
    'a field and its error': () => (
      <>
        <TextInput
          id="born"
          label="Date of birth"
          aria-describedby="born-error"
          aria-invalid
          defaultValue="31 Feb 2015"
        />
        <FieldError id="born-error" message="There is no 31 February" />
      </>
    ),
    'error summary': () => (
      <ErrorSummary
        attempt={0}
        errors={[
          { fieldId: 'born', message: 'Date of birth: there is no 31 February' },
          { fieldId: 'county', message: 'County: choose one' },
        ]}
      />
    ),
    confirm: () => (
      <Opened label="End the absence cover">
        {(open, close) => (
          <ConfirmDialog
            open={open}
            title="End the absence cover?"
            confirm="End the cover"
            danger
            onConfirm={close}
            onClose={close}
          >
            Nine youth return to T. Marsh today. It can be set up again.
          </ConfirmDialog>
        )}
      </Opened>
    ),
    reason: () => (
      <Opened label="Exempt…">
        {(open, close) => (
          <ReasonDialog
            open={open}
            title="Exempt this from the clause"
            label="Why is this exempt?"
            hint="Your supervisor and reviewers read this."
            confirm="Exempt"
            onConfirm={close}
            onClose={close}
          />
        )}
      </Opened>
    ),
    conflict: () => (
      <Opened label="Save">
        {(open, close) => (
          <ConflictDialog
            open={open}
            what="T. Marsh saved this at 14:05, while you were writing."
            onKeepMine={close}
            onTakeTheirs={close}
            onClose={close}
            fields={[
              {
                label: 'Strategy',
                left: 'Dance class on Saturdays',
                right: 'Dance class on Tuesdays',
                match: 'differs',
              },
              { label: 'Who', left: 'Tía Elena', right: 'Tía Elena', match: 'same' },
            ]}
          />
        )}
      </Opened>
    ),
  },
};
