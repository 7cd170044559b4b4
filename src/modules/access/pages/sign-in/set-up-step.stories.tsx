import type { Story } from '#design-system/story.ts';
import { NewAuthenticator } from '../account/new-authenticator.tsx';
import { DOORSTEP } from '../doorstep-words/doorstep-words.ts';
import { SetUpStep } from './set-up-step.tsx';

const nothing = () => undefined;
// Nobody's: the letters a manual would print.
const picture = `data:image/svg+xml;utf8,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7h-7z"/></svg>')}`;
const started = { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Kinfold', picture };

export const story: Story = {
  name: 'SetUpStep',
  screen: true,
  states: {
    'which of the two': () => <SetUpStep ticket="a ticket" onSignedIn={async () => undefined} onStartAgain={nothing} />,
    'the app is being set up': () => (
      <NewAuthenticator said={DOORSTEP.en.app} started={started} busy={false} onCode={nothing} />
    ),
    'its code is looked at': () => <NewAuthenticator said={DOORSTEP.es.app} started={started} busy onCode={nothing} />,
  },
};
