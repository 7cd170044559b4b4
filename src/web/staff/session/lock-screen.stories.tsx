import type { Story } from '#design-system/story.ts';
import { LockScreen } from './lock-screen.tsx';

const common = {
  person: 'R. Osei',
  onReturn: async () => 'Not yet. Finish signing in there, then press this again.',
  onSignOut: () => undefined,
};

const wrong = async () => 'That does not open it. Try again.';

export const story: Story = {
  name: 'LockScreen',
  screen: true,
  states: {
    'by password': () => <LockScreen {...common} onPassword={wrong} ended={false} />,
    'by password or passkey': () => <LockScreen {...common} onPassword={wrong} onPasskey={wrong} ended={false} />,
    'by the agency’s own sign-in': () => (
      <LockScreen {...common} provider={{ agency: 15, name: 'FACT' }} ended={false} />
    ),
    'signed out without a connection': () => <LockScreen {...common} onPassword={wrong} ended={false} leaving />,
    ended: () => <LockScreen {...common} ended />,
    'by password, in Spanish': () => <LockScreen {...common} language="es" onPassword={wrong} ended={false} />,
  },
};
