import type { Story } from '#design-system/story.ts';
import { ProgressBar } from './progress-bar.tsx';

export const story: Story = {
  name: 'ProgressBar',
  states: {
    running: () => <ProgressBar label="Importing referrals" done={412} total={1000} state="running" />,
    finished: () => (
      <ProgressBar
        label="Importing referrals"
        done={1000}
        total={1000}
        state="finished"
        note="993 imported, 7 to mend."
      />
    ),
    stopped: () => (
      <ProgressBar
        label="Letters"
        done={12}
        total={40}
        state="failed"
        note="12 were made; the rest wait for the printer."
      />
    ),
  },
};
