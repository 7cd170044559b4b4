import type { Story } from '#design-system/story.ts';
import { LockScreen } from './lock-screen.tsx';

const common = {
  person: 'R. Osei',
  onReturn: () => undefined,
  onSignOut: () => undefined,
};

const wrong = async () => 'That does not open it. Try again.';

export const story: Story = {
  name: 'LockScreen',
  screen: true,
  states: {
    'by password': () => <LockScreen {...common} onPassword={wrong} ended={false} />,
    'by password or passkey': () => <LockScreen {...common} onPassword={wrong} onPasskey={wrong} ended={false} />,
    'by the agency’s own sign-in': () => <LockScreen {...common} ended={false} />,
    ended: () => <LockScreen {...common} ended />,
  },
};
