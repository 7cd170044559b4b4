import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AnswerOf } from '#platform/http/operation.ts';
import { call } from '#web/staff/api.ts';
import { confirmTotp, removeTotp, startTotp } from '../../contract.ts';
import { DOORSTEP } from '../doorstep-words/doorstep-words.ts';
import { words } from '../words.ts';
import styles from './account.module.css';
import type { MeansProps } from './means.ts';
import { NewAuthenticator } from './new-authenticator.tsx';
import { Outcome } from './outcome.tsx';
import { Part } from './part.tsx';
import { useCareful } from './use-careful.tsx';

const said = words.account.totp;

/** The authenticator app: set up by scanning and confirming, or removed. */
export function AuthenticatorPart({ means: { totp } }: MeansProps) {
  const [started, setStarted] = useState<AnswerOf<typeof startTotp> | null>(null);
  const careful = useCareful();
  const start = () => careful.run(async () => setStarted(await call(startTotp, {})));
  const confirm = (code: string) =>
    careful.run(async () => {
      await call(confirmTotp, { body: { code } });
      setStarted(null);
    }, said.done);
  return (
    <Part title={said.title}>
      <p className={styles.small}>{totp ? said.on : said.off}</p>
      <Outcome {...careful} />
      {started ? (
        <NewAuthenticator said={DOORSTEP.en.app} started={started} busy={careful.busy} onCode={confirm} />
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
