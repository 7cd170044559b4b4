import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import type { AnswerOf } from '#platform/http/operation.ts';
import { call } from '#web/staff/api.ts';
import { usePageQuery } from '#web/staff/routing/use-page.ts';
import { listSingleSignOn, signIn, signInWithPasskey } from '../../contract.ts';
import styles from '../doorstep.module.css';
import { Doorstep, Problem } from '../doorstep.tsx';
import { useDoorstepWords, useLanguage } from '../language.ts';
import { usedPasskey } from '../passkey.ts';
import { wordsOfCode } from '../problem-words.ts';
import { useAttempt } from '../use-attempt.ts';

export interface PasswordStepProps {
  readonly onAnswer: (answer: AnswerOf<typeof signIn>) => Promise<void>;
}

/** Who one is: e-mail and password, a passkey, or one's agency's own sign-in. */
export function PasswordStep({ onAnswer }: PasswordStepProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  // An agency's own sign-in comes back here when it did not work.
  const elsewhere = usePageQuery().get('problem');
  const words = useDoorstepWords();
  const language = useLanguage();
  const { busy, problem, run } = useAttempt(language, elsewhere === null ? null : wordsOfCode(elsewhere, language));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const through = await run(async () => onAnswer(await call(signIn, { body: { email, password } })));
    if (!through) setPassword('');
  };
  const passkey = () =>
    run(async () => onAnswer(await call(signInWithPasskey, { body: await usedPasskey({ for: 'sign-in' }) })));
  return (
    <Doorstep title={words.signIn.title} foot={words.signIn.help}>
      <WordsWaiting />
      <form onSubmit={submit} className={styles.form}>
        <Problem words={problem} />
        <TextInput
          label={words.signIn.email}
          type="email"
          autoComplete="username webauthn"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          autoFocus
        />
        <PasswordInput
          label={words.signIn.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy} size="md">
          {words.signIn.submit}
        </Button>
      </form>
      <p className={styles.or}>{words.signIn.or}</p>
      <div className={styles.stack}>
        <Button variant="default" size="md" onClick={passkey} disabled={busy}>
          {words.signIn.passkey}
        </Button>
        <OwnProviders />
      </div>
    </Doorstep>
  );
}

/** Words of somebody that never arrived rest in this browser: whose they are, and what they say, shows when they sign in. */
function WordsWaiting() {
  const words = useDoorstepWords();
  const [wait, setWait] = useState(false);
  useEffect(() => {
    const look = async () => {
      const { rowsInBrowser } = await import('#web/staff/kept/kept-rows.ts');
      setWait((await rowsInBrowser.all()).length > 0);
    };
    // A browser that keeps nothing has nothing that waits.
    look().catch(() => undefined);
  }, []);
  return wait ? <p className={styles.waiting}>{words.signIn.waiting}</p> : null;
}

/** Agencies whose people sign in with their own provider. When they cannot be asked for, the other ways remain. */
function OwnProviders() {
  const words = useDoorstepWords();
  const found = useQuery({ queryKey: ['single-sign-on'], queryFn: () => call(listSingleSignOn, {}), retry: false });
  return (found.data?.agencies ?? []).map(({ agency, agencyShort }) => (
    <Button key={agency} variant="default" size="md" component="a" href={`/api/oidc/${agency}/start`}>
      {words.signIn.sso(agencyShort)}
    </Button>
  ));
}
