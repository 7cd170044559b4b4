import { Button, PasswordInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { AnswerOf, BodySent } from '#platform/http/operation.ts';
import { call } from '#web/staff/api.ts';
import { HOME, SIGN_IN } from '#web/staff/routing/home.ts';
import { acceptInvitation, invitationPasskeyOptions, readInvitation } from '../contract.ts';
import styles from './doorstep.module.css';
import { Doorstep, Problem } from './doorstep.tsx';
import { madePasskey } from './passkey.ts';
import { SetUpStep } from './sign-in/set-up-step.tsx';
import { useAttempt } from './use-attempt.ts';
import { words } from './words.ts';

/** Where an invitation's link leads. The token stays in the fragment, which no server sees and no log keeps. */
export default function InvitationPage() {
  const [token] = useState(() => location.hash.slice(1));
  const found = useQuery({
    queryKey: ['invitation'],
    queryFn: () => call(readInvitation, { body: { token } }),
    enabled: token !== '',
    retry: false,
  });
  if (token === '' || found.isError) {
    return (
      <Doorstep title={words.invitation.over}>
        <p>{token === '' ? words.invitation.noToken : words.invitation.overHint}</p>
        <Button component="a" href={SIGN_IN} variant="default">
          {words.signIn.title}
        </Button>
      </Doorstep>
    );
  }
  return found.data ? <Accept token={token} invitation={found.data} /> : null;
}

function Accept({
  token,
  invitation,
}: {
  readonly token: string;
  readonly invitation: AnswerOf<typeof readInvitation>;
}) {
  const [password, setPassword] = useState('');
  const [ticket, setTicket] = useState<string | null>(null);
  const { busy, problem, run } = useAttempt();
  const accept = async (body: BodySent<typeof acceptInvitation>) => {
    const answer = await call(acceptInvitation, { body });
    if (answer.state === 'set-up-second-factor') setTicket(answer.ticket);
    else location.assign(answer.state === 'signed-in' ? HOME : SIGN_IN);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(() => accept({ token, password }));
  };
  const passkey = () =>
    run(async () => {
      const { ticket, options } = await call(invitationPasskeyOptions, { body: { token } });
      const label = words.invitation.passkeyLabel;
      await accept({ token, passkey: { ticket, label, response: await madePasskey(options) } });
    });
  if (ticket !== null)
    return (
      <SetUpStep
        ticket={ticket}
        onSignedIn={async () => location.assign(HOME)}
        onStartAgain={() => location.assign(SIGN_IN)}
      />
    );
  return (
    <Doorstep title={words.invitation.title(invitation.name)}>
      <p className={styles.says}>{words.invitation.says(invitation.agencyName)}</p>
      <form className={styles.form} onSubmit={submit}>
        <Problem words={problem} />
        <PasswordInput
          label={words.invitation.password}
          description={words.invitation.passwordHint(invitation.leastLength)}
          autoComplete="new-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={busy}>
          {words.invitation.submit}
        </Button>
      </form>
      <p className={styles.or}>{words.signIn.or}</p>
      <div className={styles.stack}>
        <Button variant="default" size="md" onClick={passkey} disabled={busy}>
          {words.invitation.passkey}
        </Button>
        <p className={styles.small}>{words.invitation.passkeyHint}</p>
      </div>
    </Doorstep>
  );
}
