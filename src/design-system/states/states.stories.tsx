import { Button } from '@mantine/core';
import type { Story } from '#design-system/story.ts';
import { EmptyState } from './empty-state.tsx';
import { FailedState } from './failed-state.tsx';
import { LoadingState } from './loading-state.tsx';

export const story: Story = {
  name: 'Empty loading failed',
  states: {
    empty: () => (
      <EmptyState title="Nothing is owed today" action={<Button variant="default">Show the next 7 days</Button>}>
        The next thing is due on Thu 15 Oct.
      </EmptyState>
    ),
    loading: () => <LoadingState label="Loading the worklist" />,
    failed: () => (
      <FailedState
        title="The worklist could not be shown"
        kept="Nothing was lost: the note you were writing is kept as a draft."
        reference="7F3A-22"
        onRetry={() => undefined}
      />
    ),
  },
};
