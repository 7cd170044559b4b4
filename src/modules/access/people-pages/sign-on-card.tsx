import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { finishSingleSignOn, setSingleSignOn } from '../contract.ts';
import { isStale, useCarefulWrite } from './careful-write.tsx';
import { FormDialog, wrongFields } from './form-dialog.tsx';
import styles from './people.module.css';
import type { People } from './seat-lines.ts';
import { SETTINGS } from './settings-words.ts';
import { FORMS } from './words.ts';

const words = SETTINGS.signOn;

export interface SignOnCardProps {
  readonly agency: number;
  readonly provider: People['singleSignOn'];
  readonly revision: number;
  readonly onDone: (words: string) => void;
}

/** The agency's identity provider: which, another, or none. */
export function SignOnCard({ agency, provider, revision, onDone }: SignOnCardProps) {
  const [open, setOpen] = useState<'set' | 'remove' | null>(null);
  const done = (said: string) => {
    setOpen(null);
    onDone(said);
  };
  const close = () => setOpen(null);
  return (
    <Card title={words.title} hint={words.hint}>
      <p className={styles.now}>{provider ? words.now(provider.issuer, provider.emailDomain) : words.none}</p>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => setOpen('set')}>
          {provider ? words.change : words.set}
        </Button>
        {provider ? (
          <Button variant="default" onClick={() => setOpen('remove')}>
            {words.remove}
          </Button>
        ) : null}
      </div>
      {open === 'set' ? <ProviderDialog {...{ agency, provider, revision, onDone: done, onClose: close }} /> : null}
      {open === 'remove' ? <RemoveDialog {...{ provider, revision, onDone: done, onClose: close }} /> : null}
    </Card>
  );
}

interface DialogProps {
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

function RemoveDialog({
  provider,
  revision: base,
  onDone,
  onClose,
}: DialogProps & Pick<SignOnCardProps, 'provider' | 'revision'>) {
  const [identified] = useWriteId();
  const write = useCarefulWrite(setSingleSignOn, () => onDone(words.removed));
  return (
    <FormDialog
      {...{
        title: words.removeTitle,
        says: words.removeSays(provider?.issuer ?? null),
        confirm: words.remove,
        danger: true,
      }}
      {...{ write, onSubmit: () => write.send({ body: identified({ base, provider: null }) }), onClose }}
    />
  );
}

const FIELDS = ['issuer', 'clientId', 'emailDomain'] as const;
const HINTS = { issuer: words.fields.issuerHint, clientId: undefined, emailDomain: words.fields.domainHint } as const;

function ProviderDialog(props: DialogProps & Omit<SignOnCardProps, 'onDone'>) {
  const { agency, provider, revision: base, onDone, onClose } = props;
  const [values, setValues] = useState({
    issuer: provider?.issuer ?? '',
    clientId: provider?.clientId ?? '',
    emailDomain: provider?.emailDomain ?? '',
    clientSecret: '',
  });
  const [tried, setTried] = useState(false);
  const [identified] = useWriteId();
  const write = useCarefulWrite(setSingleSignOn, () => onDone(words.done));
  const own = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, !text.trim() && FORMS.missing]));
  const wrong = wrongFields(write, tried ? own : {});
  const set = (name: keyof typeof values, value: string) => setValues({ ...values, [name]: value });
  const submit = () => {
    setTried(true);
    if (!Object.values(own).some(Boolean)) write.send({ body: identified({ base, provider: values }) });
  };
  const back = new URL(finishSingleSignOn.path.replace(':agency', String(agency)), window.location.origin).href;
  return (
    <FormDialog
      title={words.formTitle}
      says={
        <>
          {words.formSays} <code className={styles.code}>{back}</code>
        </>
      }
      confirm={words.save}
      {...{ write, onSubmit: submit, onClose }}
    >
      {write.error && isStale(write.error) ? (
        <p>{provider ? words.theirs(provider.issuer, provider.clientId, provider.emailDomain) : words.none}</p>
      ) : null}
      {FIELDS.map((name) => (
        <TextInput
          key={name}
          label={words.fields[name]}
          placeholder={HINTS[name]}
          value={values[name]}
          error={wrong[name]}
          autoComplete="off"
          onChange={(event) => set(name, event.currentTarget.value)}
        />
      ))}
      <PasswordInput
        label={words.fields.clientSecret}
        description={words.fields.secretHint}
        value={values.clientSecret}
        error={wrong['clientSecret']}
        autoComplete="off"
        onChange={(event) => set('clientSecret', event.currentTarget.value)}
      />
    </FormDialog>
  );
}
