import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AnswerOf } from '#platform/http/operation.ts';
import { call } from '#web/staff/api.ts';
import { confirmSetUpTotp, setUpPasskey, setUpPasskeyOptions, setUpTotp } from '../../contract.ts';
import { NewAuthenticator } from '../account/new-authenticator.tsx';
import styles from '../doorstep.module.css';
import { Doorstep, Problem } from '../doorstep.tsx';
import { DOORSTEP, type Language } from '../doorstep-words/doorstep-words.ts';
import { useLanguage } from '../language.ts';
import { madePasskey } from '../passkey.ts';
import { useAttempt } from '../use-attempt.ts';

export interface SetUpStepProps {
  /** Names the sign-in whose password was right. */
  readonly ticket: string;
  /** What whoever signs in is written to in; left out, it is the browser's. */
  readonly usual?: Language;
  readonly onSignedIn: () => Promise<void>;
  readonly onStartAgain: () => void;
}

/** The agency demands a second factor and there is none: one is set up here, and nothing else is open until it is. */
export function SetUpStep({ ticket, usual, onSignedIn, onStartAgain }: SetUpStepProps) {
  const [started, setStarted] = useState<AnswerOf<typeof setUpTotp> | null>(null);
  const language = useLanguage(usual);
  const words = DOORSTEP[language];
  const said = words.setUp;
  const { busy, problem, run } = useAttempt(language);
  const passkey = () =>
    run(async () => {
      const asked = await call(setUpPasskeyOptions, { body: { ticket } });
      const response = await madePasskey(asked.options);
      const made = { ticket: asked.ticket, label: words.invitation.passkeyLabel, response };
      await call(setUpPasskey, { body: { ticket, passkey: made } });
      await onSignedIn();
    });
  const begin = () => run(async () => setStarted(await call(setUpTotp, { body: { ticket } })));
  const confirm = (code: string) =>
    run(async () => {
      await call(confirmSetUpTotp, { body: { ticket, code } });
      await onSignedIn();
    });
  return (
    <Doorstep title={said.title} usual={usual} foot={said.foot}>
      <p className={styles.says}>{said.says}</p>
      <div className={styles.form}>
        <Problem words={problem} />
        {started ? (
          <NewAuthenticator said={words.app} started={started} busy={busy} onCode={(code) => void confirm(code)} />
        ) : (
          <Button size="md" loading={busy} onClick={begin}>
            {said.app}
          </Button>
        )}
        <Button size="md" variant="default" disabled={busy} onClick={passkey}>
          {said.passkey}
        </Button>
        <p className={styles.small}>{words.invitation.passkeyHint}</p>
        <Button variant="subtle" onClick={onStartAgain}>
          {words.second.startAgain}
        </Button>
      </div>
    </Doorstep>
  );
}
