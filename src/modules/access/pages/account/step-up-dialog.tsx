import { Button, Modal, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { AnswerOf, BodySent } from '#platform/http/operation.ts';
import { call } from '#web/staff/api.ts';
import { ownProvider, provesAt } from '#web/staff/session/own-provider.ts';
import { readSession, stepUp } from '../../contract.ts';
import { Problem } from '../doorstep.tsx';
import { DOORSTEP } from '../doorstep-words/doorstep-words.ts';
import { usedPasskey } from '../passkey.ts';
import { useAttempt } from '../use-attempt.ts';
import { words } from '../words.ts';
import styles from './account.module.css';

export interface StepUpDialogProps {
  readonly open: boolean;
  /** Why a proof is asked for; left out, it is about how one signs in. */
  readonly says?: string;
  readonly onProved: () => void;
  readonly onClose: () => void;
}

/** Asks for a fresh proof: the second factor where there is one, else the password, else at the agency's own provider. */
export function StepUpDialog({ open, says = words.account.stepUp.says, onProved, onClose }: StepUpDialogProps) {
  // Asked before it opens, so that its field is there to take focus.
  const session = useQuery({ queryKey: ['session.means'], queryFn: () => call(readSession, {}), enabled: open });
  const means = session.data?.means;
  return (
    <Modal opened={open && means !== undefined} onClose={onClose} title={words.account.stepUp.title}>
      {session.data && hasNone(session.data.means) ? (
        <ProofElsewhere session={session.data} says={says} onProved={onProved} />
      ) : null}
      {means && !hasNone(means) ? <StepUpForm means={means} says={says} onProved={onProved} /> : null}
    </Modal>
  );
}

const hasNone = ({ password, totp, passkey }: AnswerOf<typeof readSession>['means']): boolean =>
  !password && !totp && !passkey;

interface ProofElsewhereProps extends Required<Pick<StepUpDialogProps, 'says' | 'onProved'>> {
  readonly session: AnswerOf<typeof readSession>;
}

/** In a window of its own, so that what is being done here stays; whoever says too early that it is done is asked again. */
function ProofElsewhere({ session, says, onProved }: ProofElsewhereProps) {
  const agencies = session.seats.map(({ agency }) => agency);
  const found = useQuery({
    queryKey: ['session.provider', agencies],
    queryFn: () => ownProvider(agencies),
    retry: false,
  });
  if (found.isPending) return null;
  const provider = found.data;
  return (
    <div className={styles.form}>
      <p>{says}</p>
      {provider ? (
        <>
          <Button component="a" href={provesAt(provider, 'step-up')} target="_blank" rel="noopener" data-autofocus>
            {words.account.stepUp.elsewhere(provider.name)}
          </Button>
          <Button variant="default" onClick={onProved}>
            {words.account.stepUp.done}
          </Button>
        </>
      ) : (
        <p>{found.isError ? DOORSTEP.en.problems.offline : words.account.stepUp.nothing}</p>
      )}
    </div>
  );
}

interface StepUpFormProps extends Required<Pick<StepUpDialogProps, 'says' | 'onProved'>> {
  readonly means: AnswerOf<typeof readSession>['means'];
}

function StepUpForm({ means, says, onProved }: StepUpFormProps) {
  const [typed, setTyped] = useState('');
  const { busy, problem, run } = useAttempt();
  const prove = (proof: () => Promise<BodySent<typeof stepUp>>) =>
    run(async () => {
      await call(stepUp, { body: await proof() });
      onProved();
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void prove(async () => (means.totp ? { totp: typed.replaceAll(' ', '') } : { password: typed }));
  };
  const byPassword = !means.totp && !means.passkey;
  return (
    <form className={styles.form} onSubmit={submit}>
      <p>{says}</p>
      <Problem words={problem} />
      {means.passkey ? (
        <Button
          variant={means.totp ? 'default' : 'filled'}
          loading={busy}
          onClick={() => prove(async () => ({ passkey: await usedPasskey({ for: 'own-session' }) }))}
        >
          {DOORSTEP.en.second.passkey}
        </Button>
      ) : null}
      {means.totp ? (
        <TextInput
          label={DOORSTEP.en.second.totp}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={typed}
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      {byPassword ? (
        <PasswordInput
          label={words.account.password.current}
          autoComplete="current-password"
          value={typed}
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      {means.totp || byPassword ? (
        <Button type="submit" loading={busy}>
          {words.account.stepUp.confirm}
        </Button>
      ) : null}
    </form>
  );
}
