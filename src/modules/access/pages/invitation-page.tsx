import { Button, PasswordInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { AnswerOf, BodySent } from '#platform/http/operation.ts';
import { call } from '#web/staff/api.ts';
import { ApiError } from '#web/staff/data/api-error.ts';
import { HOME, SIGN_IN } from '#web/staff/routing/home.ts';
import { acceptInvitation, invitationPasskeyOptions, readInvitation } from '../contract.ts';
import styles from './doorstep.module.css';
import { Doorstep, Problem } from './doorstep.tsx';
import type { Language } from './doorstep-words/doorstep-words.ts';
import { DOORSTEP } from './doorstep-words/doorstep-words.ts';
import { useDoorstepWords, useLanguage } from './language.ts';
import { madePasskey } from './passkey.ts';
import { SetUpStep } from './sign-in/set-up-step.tsx';
import { useAttempt } from './use-attempt.ts';

/** Where an invitation's link leads. The token stays in the fragment, which no server sees and no log keeps. */
export default function InvitationPage() {
  const words = useDoorstepWords();
  const [token] = useState(() => location.hash.slice(1));
  const found = useQuery({
    queryKey: ['invitation'],
    queryFn: () => call(readInvitation, { body: { token } }),
    enabled: token !== '',
    retry: false,
  });
  if (found.isError && !isOver(found.error)) {
    return (
      <Doorstep title={words.invitation.unread}>
        <p>{words.invitation.unreadHint}</p>
        <Button variant="default" loading={found.isFetching} onClick={() => void found.refetch()}>
          {words.invitation.again}
        </Button>
      </Doorstep>
    );
  }
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

/** Anything else, such as a connection that was lost, says nothing about the invitation. */
const isOver = (error: unknown): boolean => error instanceof ApiError && error.kind === 'refused';

function Accept({
  token,
  invitation,
}: {
  readonly token: string;
  readonly invitation: AnswerOf<typeof readInvitation>;
}) {
  const [password, setPassword] = useState('');
  const [ticket, setTicket] = useState<string | null>(null);
  const [signInNow, setSignInNow] = useState(false);
  // A family is written to in its own language, and what the letter's link opens speaks it too.
  const usual: Language = invitation.locale;
  const language = useLanguage(usual);
  const { invitation: said, signIn } = DOORSTEP[language];
  const { busy, problem, run } = useAttempt(language);
  const accept = async (body: BodySent<typeof acceptInvitation>) => {
    const answer = await call(acceptInvitation, { body });
    if (answer.state === 'set-up-second-factor') setTicket(answer.ticket);
    else if (answer.state === 'sign-in-now') setSignInNow(true);
    else location.assign(HOME);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(() => accept({ token, password }));
  };
  const passkey = () =>
    run(async () => {
      const { ticket, options } = await call(invitationPasskeyOptions, { body: { token } });
      const label = said.passkeyLabel;
      await accept({ token, passkey: { ticket, label, response: await madePasskey(options) } });
    });
  if (ticket !== null)
    return (
      <SetUpStep
        ticket={ticket}
        usual={usual}
        onSignedIn={async () => location.assign(HOME)}
        onStartAgain={() => location.assign(SIGN_IN)}
      />
    );
  if (signInNow)
    return (
      <Doorstep title={said.signInNow} usual={usual}>
        <p>{said.signInNowHint}</p>
        <Button component="a" href={SIGN_IN} size="md">
          {signIn.title}
        </Button>
      </Doorstep>
    );
  return (
    <Doorstep title={said.title(invitation.name)} usual={usual}>
      <p className={styles.says}>{said.says(invitation.agencyName)}</p>
      <form className={styles.form} onSubmit={submit}>
        <Problem words={problem} />
        <PasswordInput
          label={said.password}
          description={said.passwordHint(invitation.leastLength)}
          autoComplete="new-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={busy}>
          {said.submit}
        </Button>
      </form>
      <p className={styles.or}>{signIn.or}</p>
      <div className={styles.stack}>
        <Button variant="default" size="md" onClick={passkey} disabled={busy}>
          {said.passkey}
        </Button>
        <p className={styles.small}>{said.passkeyHint}</p>
      </div>
    </Doorstep>
  );
}
