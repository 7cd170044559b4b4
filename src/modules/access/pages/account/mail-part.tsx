import { Button } from '@mantine/core';
import { call } from '#web/staff/api.ts';
import { sendAddressProof } from '../../contract.ts';
import { words } from '../words.ts';
import styles from './account.module.css';
import type { MeansProps } from './means.ts';
import { Outcome } from './outcome.tsx';
import { Part } from './part.tsx';
import { useCareful } from './use-careful.tsx';

const said = words.account.mail;

/** Where mail goes, and whether anybody has shown that it arrives: until then only sign-in itself is written about. */
export function MailPart({ means: { mail } }: MeansProps) {
  const careful = useCareful();
  if (mail === null || (!mail.sends && mail.proven)) return null;
  const { address, proven, sends } = mail;
  return (
    <Part title={said.title}>
      <p className={styles.small}>{proven ? said.proven(address) : said.unproven(address)}</p>
      <Outcome {...careful} />
      {proven || sends ? null : <p className={styles.small}>{said.noServer}</p>}
      {proven || !sends ? null : (
        <Button
          variant="default"
          loading={careful.busy}
          onClick={() => careful.run(() => call(sendAddressProof, {}), said.sent)}
        >
          {said.send}
        </Button>
      )}
    </Part>
  );
}
