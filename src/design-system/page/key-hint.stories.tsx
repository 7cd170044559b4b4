import type { Story } from '#design-system/story.ts';
import { KeyHint } from './key-hint.tsx';

export const story: Story = {
  name: 'KeyHint',
  states: {
    keys: () => (
      <p>
        Press <KeyHint keys="/" /> to search, <KeyHint keys="n" /> for a note, <KeyHint keys="Ctrl K" /> for everything
      </p>
    ),
  },
};
