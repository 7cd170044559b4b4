import type { Story } from '#design-system/story.ts';
import { LockScreen } from './lock-screen.tsx';

const common = {
  person: 'R. Osei',
  onUnlock: async () => 'That is not the password',
  onReturn: () => undefined,
  onSignOut: () => undefined,
};

export const story: Story = {
  name: 'LockScreen',
  screen: true,
  states: {
    locked: () => <LockScreen {...common} ended={false} />,
    ended: () => <LockScreen {...common} ended />,
  },
};
