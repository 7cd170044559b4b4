import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AnswerOf } from '#platform/http/operation.ts';
import { call } from '#web/staff/api.ts';
import { confirmTotp, removeTotp, startTotp } from '../../contract.ts';
import { words } from '../words.ts';
import styles from './account.module.css';
import type { MeansProps } from './means.ts';
import { Outcome } from './outcome.tsx';
import { Part } from './part.tsx';
import { useCareful } from './use-careful.tsx';

const said = words.account.totp;

/** The authenticator app: set up by scanning and confirming, or removed. */
export function AuthenticatorPart({ means: { totp } }: MeansProps) {
  const [started, setStarted] = useState<AnswerOf<typeof startTotp> | null>(null);
  const [code, setCode] = useState('');
  const careful = useCareful();
  const start = () => careful.run(async () => setStarted(await call(startTotp, {})));
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    careful.run(async () => {
      await call(confirmTotp, { body: { code: code.replaceAll(' ', '') } });
      setStarted(null);
      setCode('');
    }, said.done);
  };
  return (
    <Part title={said.title}>
      <p className={styles.small}>{totp ? said.on : said.off}</p>
      <Outcome {...careful} />
      {started ? (
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
          <Button type="submit" loading={careful.busy}>
            {said.confirm}
          </Button>
        </form>
      ) : (
        <Button
          variant="default"
          loading={careful.busy}
          onClick={totp ? () => careful.run(() => call(removeTotp, {}), said.removed) : start}
        >
          {totp ? said.remove : said.start}
        </Button>
      )}
    </Part>
  );
}
