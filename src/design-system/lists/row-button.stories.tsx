import type { Story } from '#design-system/story.ts';
import { RowButton, RowLink } from './row-button.tsx';

export const story: Story = {
  name: 'RowButton',
  states: {
    'often done, seldom done, leading on': () => (
      <>
        <RowButton>Change</RowButton> <RowButton quiet>Set right…</RowButton>{' '}
        <RowButton quiet aria-label="More: Rosa Vargas">
          <span aria-hidden>⋯</span>
        </RowButton>{' '}
        <RowLink href="#row-button">Amend</RowLink>
      </>
    ),
  },
};
