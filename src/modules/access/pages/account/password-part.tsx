import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { call } from '#web/staff/api.ts';
import { changePassword } from '../../contract.ts';
import { words } from '../words.ts';
import styles from './account.module.css';
import type { MeansProps } from './means.ts';
import { Outcome } from './outcome.tsx';
import { Part } from './part.tsx';
import { useCareful } from './use-careful.tsx';
import { sayWhen } from './when.ts';

const said = words.account.password;

/** The password, and a new one. */
export function PasswordPart({ means: { password } }: MeansProps) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const careful = useCareful();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    careful.run(async () => {
      await call(changePassword, { body: { current: password ? current : null, next } });
      setCurrent('');
      setNext('');
    }, said.done);
  };
  const setAt = password?.setAt ? said.set(sayWhen(password.setAt)) : null;
  return (
    <Part title={said.title}>
      <p className={styles.small}>{password ? setAt : said.unset}</p>
      <Outcome {...careful} />
      <form className={styles.form} onSubmit={submit}>
        {password ? (
          <PasswordInput
            label={said.current}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        ) : null}
        <PasswordInput
          label={said.next}
          description={said.nextHint}
          autoComplete="new-password"
          required
          withAsterisk={false}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={careful.busy}>
          {said.submit}
        </Button>
      </form>
    </Part>
  );
}
