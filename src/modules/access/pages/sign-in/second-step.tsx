import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { BodySent } from '#platform/http/operation.ts';
import { call } from '#web/staff/api.ts';
import { signInWithSecondFactor } from '../../contract.ts';
import styles from '../doorstep.module.css';
import { Doorstep, Problem } from '../doorstep.tsx';
import { useDoorstepWords, useLanguage } from '../language.ts';
import { usedPasskey } from '../passkey.ts';
import type { Ticket } from '../sign-in-page.tsx';
import { useAttempt } from '../use-attempt.ts';

export interface SecondStepProps {
  readonly ticket: Ticket;
  readonly onSignedIn: () => Promise<void>;
  readonly onStartAgain: () => void;
}

type Proof = BodySent<typeof signInWithSecondFactor>['proof'];

/** The second proof: a code, a recovery code or a passkey, whichever the person has. */
export function SecondStep({ ticket: { ticket, methods }, onSignedIn, onStartAgain }: SecondStepProps) {
  const [recovery, setRecovery] = useState(!methods.includes('totp'));
  const [code, setCode] = useState('');
  const words = useDoorstepWords();
  const { busy, problem, run } = useAttempt(useLanguage());
  const prove = (proof: () => Promise<Proof>) =>
    run(async () => {
      await call(signInWithSecondFactor, { body: { ticket, proof: await proof() } });
      await onSignedIn();
    });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const through = await prove(async () => (recovery ? { recoveryCode: code } : { totp: code.replaceAll(' ', '') }));
    if (!through) setCode('');
  };
  const byCode = methods.includes('totp') || methods.includes('recovery-code');
  const both = methods.includes('totp') && methods.includes('recovery-code');
  return (
    <Doorstep title={words.second.title}>
      <div className={styles.form}>
        <Problem words={problem} />
        {methods.includes('passkey') ? (
          <Button
            size="md"
            variant={byCode ? 'default' : 'filled'}
            loading={busy}
            onClick={() => prove(async () => ({ passkey: await usedPasskey({ for: 'second-factor', ticket }) }))}
          >
            {words.second.passkey}
          </Button>
        ) : null}
        {byCode ? (
          <form className={styles.form} onSubmit={submit}>
            <TextInput
              key={String(recovery)}
              label={recovery ? words.second.recovery : words.second.totp}
              description={recovery ? words.second.recoveryHint : undefined}
              inputMode={recovery ? 'text' : 'numeric'}
              autoComplete="one-time-code"
              required
              withAsterisk={false}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              autoFocus
            />
            <Button type="submit" size="md" loading={busy}>
              {words.second.submit}
            </Button>
          </form>
        ) : null}
        {both ? (
          <Button variant="subtle" onClick={() => setRecovery(!recovery)}>
            {recovery ? words.second.useTotp : words.second.useRecovery}
          </Button>
        ) : null}
        <Button variant="subtle" onClick={onStartAgain}>
          {words.second.startAgain}
        </Button>
      </div>
    </Doorstep>
  );
}
