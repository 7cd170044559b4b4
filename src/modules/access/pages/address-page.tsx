import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '#web/staff/api.ts';
import { HOME } from '#web/staff/routing/home.ts';
import { proveAddress } from '../contract.ts';
import styles from './doorstep.module.css';
import { Doorstep, Problem } from './doorstep.tsx';
import { useDoorstepWords, useLanguage } from './language.ts';
import { useAttempt } from './use-attempt.ts';

/**
 * Where the link leads that shows that mail arrives. A button, because mail servers open links by themselves; the token
 * stays in the fragment, which no server sees and no log keeps.
 */
export default function AddressPage() {
  const said = useDoorstepWords().address;
  const [token] = useState(() => location.hash.slice(1));
  const [shown, setShown] = useState(false);
  const { busy, problem, run } = useAttempt(useLanguage());
  const prove = () =>
    run(async () => {
      await call(proveAddress, { body: { token } });
      setShown(true);
    });
  return (
    <Doorstep title={said.title}>
      <div className={styles.form}>
        <Problem words={problem} />
        <p role="status">{shown ? said.done : said[token === '' ? 'noToken' : 'says']}</p>
        {shown || token === '' ? (
          <Button component="a" href={HOME} variant="default">
            {said.go}
          </Button>
        ) : (
          <Button size="md" loading={busy} onClick={prove}>
            {said.confirm}
          </Button>
        )}
      </div>
    </Doorstep>
  );
}
