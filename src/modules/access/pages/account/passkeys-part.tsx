import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { call } from '#web/staff/api.ts';
import { addPasskey, passkeyRegistrationOptions, removePasskey } from '../../contract.ts';
import { madePasskey } from '../passkey.ts';
import { words } from '../words.ts';
import styles from './account.module.css';
import type { MeansProps } from './means.ts';
import { Outcome } from './outcome.tsx';
import { Part } from './part.tsx';
import { useCareful } from './use-careful.tsx';
import { sayWhen } from './when.ts';

const said = words.account.passkeys;

/** Passkeys: one for each telephone, computer or key. */
export function PasskeysPart({ means: { passkeys } }: MeansProps) {
  const [label, setLabel] = useState('');
  const careful = useCareful();
  const add = (event: FormEvent) => {
    event.preventDefault();
    careful.run(async () => {
      const { ticket, options } = await call(passkeyRegistrationOptions, {});
      await call(addPasskey, { body: { ticket, label, response: await madePasskey(options) } });
      setLabel('');
    }, said.done);
  };
  return (
    <Part title={said.title}>
      {passkeys.length === 0 ? <p className={styles.small}>{said.none}</p> : null}
      <Outcome {...careful} />
      <ul className={styles.list}>
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <span>
              {passkey.label}{' '}
              <span className={styles.small}>{said.used(passkey.lastUsedAt ? sayWhen(passkey.lastUsedAt) : null)}</span>
            </span>
            <Button
              size="xs"
              variant="default"
              aria-label={`${said.remove}: ${passkey.label}`}
              onClick={() => careful.run(() => call(removePasskey, { params: { id: passkey.id } }), said.removed)}
            >
              {said.remove}
            </Button>
          </li>
        ))}
      </ul>
      <form className={styles.form} onSubmit={add}>
        <TextInput
          label={said.label}
          description={said.labelHint}
          required
          withAsterisk={false}
          maxLength={60}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={careful.busy}>
          {said.add}
        </Button>
      </form>
    </Part>
  );
}
