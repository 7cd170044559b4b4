import type { Story } from '#design-system/story.ts';
import { NewAuthenticator } from '../account/new-authenticator.tsx';
import { SetUpStep } from './set-up-step.tsx';

const nothing = () => undefined;
// Nobody's: the letters a manual would print.
const started = { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Kinfold', picture: 'data:image/svg+xml;utf8,' };

export const story: Story = {
  name: 'SetUpStep',
  screen: true,
  states: {
    'which of the two': () => <SetUpStep ticket="a ticket" onSignedIn={async () => undefined} onStartAgain={nothing} />,
    'the app is being set up': () => <NewAuthenticator started={started} busy={false} onCode={nothing} />,
    'its code is looked at': () => <NewAuthenticator started={started} busy onCode={nothing} />,
  },
};
