import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { DigestPart } from '#modules/worklists/pages/digest-part.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { readMeans } from '../contract.ts';
import styles from './account/account.module.css';
import { AppearancePart } from './account/appearance-part.tsx';
import { AuthenticatorPart } from './account/authenticator-part.tsx';
import { MailPart } from './account/mail-part.tsx';
import { PasskeysPart } from './account/passkeys-part.tsx';
import { PasswordPart } from './account/password-part.tsx';
import { RecoveryPart } from './account/recovery-part.tsx';
import { SessionsPart } from './account/sessions-part.tsx';
import { words } from './words.ts';

/** One's own account: how one signs in, where one is signed in, how the screen looks. */
export default function AccountPage() {
  const means = useRead(readMeans, {});
  return (
    <WithPanel>
      <PageHeader title={words.account.title} />
      {means.isPending ? <LoadingState label={words.account.title} rows={5} /> : null}
      {means.isError ? (
        <FailedState title={words.account.failed} kept={words.account.kept} onRetry={() => void means.refetch()} />
      ) : null}
      {means.data ? (
        <div className={styles.parts}>
          <PasswordPart means={means.data} />
          <AuthenticatorPart means={means.data} />
          <RecoveryPart means={means.data} />
          <PasskeysPart means={means.data} />
          <MailPart means={means.data} />
          <SessionsPart />
          <DigestPart />
          <AppearancePart />
        </div>
      ) : null}
    </WithPanel>
  );
}
