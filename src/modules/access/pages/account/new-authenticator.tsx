import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AnswerOf } from '#platform/http/operation.ts';
import type { startTotp } from '../../contract.ts';
import type { DoorstepWords } from '../doorstep-words/doorstep-words.ts';
import styles from './account.module.css';

export interface NewAuthenticatorProps {
  readonly said: DoorstepWords['app'];
  readonly started: AnswerOf<typeof startTotp>;
  readonly busy: boolean;
  /** Six digits, without the space some apps show in them. */
  readonly onCode: (code: string) => void;
}

/** An authenticator app that is being set up: the picture to scan, the same to type, and the first code from it. */
export function NewAuthenticator({ said, started, busy, onCode }: NewAuthenticatorProps) {
  const [code, setCode] = useState('');
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    onCode(code.replaceAll(' ', ''));
  };
  return (
    <form className={styles.form} onSubmit={confirm}>
      <p>{said.scan}</p>
      <img className={styles.qr} src={started.picture} alt={said.pictureAlt} />
      <p className={styles.small}>
        {said.byHand} <span className={styles.secret}>{started.secret}</span>
      </p>
      <TextInput
        label={said.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        withAsterisk={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy}>
        {said.confirm}
      </Button>
    </form>
  );
}
