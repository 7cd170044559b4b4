import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Story } from '#design-system/story.ts';
import { LateModal } from './late-modal.tsx';

function Opened() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        Open the dialog
      </Button>
      <LateModal opened={open} onClose={() => setOpen(false)} title="Drawn when it was asked for">
        Closed, it gives the focus back to the button.
      </LateModal>
    </>
  );
}

export const story: Story = { name: 'LateModal', states: { 'before it is opened': () => <Opened /> } };
