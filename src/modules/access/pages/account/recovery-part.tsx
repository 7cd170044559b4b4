import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '#web/staff/api.ts';
import { makeRecoveryCodes } from '../../contract.ts';
import { words } from '../words.ts';
import styles from './account.module.css';
import type { MeansProps } from './means.ts';
import { Outcome } from './outcome.tsx';
import { Part } from './part.tsx';
import { useCareful } from './use-careful.tsx';

const said = words.account.recovery;

/** Codes for the day the telephone is lost; shown once, kept nowhere on the page after it. */
export function RecoveryPart({ means }: MeansProps) {
  const [codes, setCodes] = useState<readonly string[]>([]);
  const careful = useCareful();
  const possible = means.totp || means.passkeys.length > 0;
  const make = () => careful.run(async () => setCodes((await call(makeRecoveryCodes, {})).codes));
  return (
    <Part title={said.title}>
      <p className={styles.small}>{possible ? said.left(means.recoveryCodesLeft) : said.needs}</p>
      <Outcome {...careful} />
      {codes.length > 0 ? (
        <>
          <p role="status">{said.shown}</p>
          <ul className={styles.codes}>
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </>
      ) : null}
      {possible ? (
        <Button variant="default" loading={careful.busy} onClick={make}>
          {said.make}
        </Button>
      ) : null}
    </Part>
  );
}
