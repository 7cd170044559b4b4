import { Button, PasswordInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { FieldError } from '#design-system/forms/field-error.tsx';
import { SIGN_IN } from '../routing/home.ts';
import styles from './lock-screen.module.css';
import { LOCK, type LockLanguage, type LockWords } from './lock-words.ts';
import { type OwnProvider, provesAt } from './own-provider.ts';

export interface LockScreenProps {
  readonly person: string;
  /** What that person is written to in; the page behind stays as it is. */
  readonly language?: LockLanguage;
  /** The session is over, not only locked: signing in happens in another window, so that this page is not lost. */
  readonly ended: boolean;
  /** Somebody signed out, and the server could not be told yet. */
  readonly leaving?: boolean;
  /** `null` when it opened the screen, else why not, in words. Left out for whoever has no password. */
  readonly onPassword?: ((password: string) => Promise<string | null>) | undefined;
  /** The same with a passkey; left out for whoever has none. */
  readonly onPasskey?: (() => Promise<string | null>) | undefined;
  /** Where somebody without either proves who they are. */
  readonly provider?: OwnProvider | null | undefined;
  /** After signing in elsewhere: looks again, and says in words why the screen stays locked. */
  readonly onReturn: () => Promise<string | null>;
  readonly onSignOut: () => void;
}

/** Covers the page without taking it down: what was written stands where it stood when the screen is opened again. */
export function LockScreen(props: LockScreenProps) {
  const { person, language = 'en', ended, onPassword, onPasskey, provider, onReturn, onSignOut } = props;
  const words = LOCK[language];
  const dialog = useRef<HTMLDialogElement>(null);
  // The platform's own dialog makes everything behind it, open menus and panels too, out of reach.
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className={styles.lock}
      lang={language}
      aria-labelledby="lock-title"
      onCancel={(event) => event.preventDefault()}
      onClose={() => dialog.current?.showModal()}
    >
      <p className={styles.name}>Kinfold</p>
      <h2 className={styles.title} id="lock-title">
        {ended ? words.ended : words.locked}
      </h2>
      <p className={styles.words}>{words.kept(person)}</p>
      <p className={styles.waits} role="status">
        {props.leaving ? words.leaving : null}
      </p>
      {ended || (!onPassword && !onPasskey) ? (
        <SignInElsewhere words={words} provider={ended ? null : provider} onReturn={onReturn} />
      ) : (
        <div className={styles.ways}>
          {onPasskey ? <UnlockByPasskey words={words} onPasskey={onPasskey} strong={!onPassword} /> : null}
          {onPasskey && onPassword ? <p className={styles.or}>{words.or}</p> : null}
          {onPassword ? <UnlockForm words={words} onPassword={onPassword} /> : null}
        </div>
      )}
      <Button variant="subtle" onClick={onSignOut}>
        {words.signOut}
      </Button>
    </dialog>
  );
}

interface InWords {
  readonly words: LockWords;
}

function SignInElsewhere({ words, provider, onReturn }: Pick<LockScreenProps, 'provider' | 'onReturn'> & InWords) {
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    setWrong(await onReturn());
    setBusy(false);
  };
  return (
    <div className={styles.form}>
      <Button component="a" href={provider ? provesAt(provider, 'unlock') : SIGN_IN} target="_blank" rel="noopener">
        {provider ? words.through(provider.name) : words.signIn}
      </Button>
      <Button
        variant="default"
        loading={busy}
        onClick={look}
        aria-describedby={wrong ? 'elsewhere-problem' : undefined}
      >
        {words.signedIn}
      </Button>
      <FieldError id="elsewhere-problem" message={wrong ?? undefined} />
    </div>
  );
}

/** One touch, where the person has a passkey. */
function UnlockByPasskey({
  words,
  onPasskey,
  strong,
}: InWords & {
  readonly onPasskey: () => Promise<string | null>;
  readonly strong: boolean;
}) {
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    setWrong(await onPasskey());
    setBusy(false);
  };
  return (
    <div className={styles.form}>
      <Button
        variant={strong ? 'filled' : 'default'}
        loading={busy}
        onClick={press}
        aria-describedby={wrong ? 'passkey-problem' : undefined}
      >
        {words.byPasskey}
      </Button>
      <FieldError id="passkey-problem" message={wrong ?? undefined} />
    </div>
  );
}

function UnlockForm({
  words,
  onPassword,
}: InWords & { readonly onPassword: (password: string) => Promise<string | null> }) {
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setWrong(await onPassword(password));
    setPassword('');
    setBusy(false);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <PasswordInput
        label={words.password}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={wrong}
        required
        withAsterisk={false}
        autoFocus
        visibilityToggleButtonProps={{ 'aria-label': words.show }}
      />
      <Button type="submit" loading={busy}>
        {words.unlock}
      </Button>
    </form>
  );
}
