import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AnswerOf } from '#platform/http/operation.ts';
import type { invite } from '../contract.ts';
import styles from './people.module.css';
import { FORMS, HANDED } from './words.ts';

export interface LinkHandedProps {
  readonly name: string;
  readonly delivery: AnswerOf<typeof invite>;
  readonly onClose: () => void;
}

/** Where the link went; to be copied when there is no mail server. It is nowhere to be seen again. */
export function LinkHanded({ name, delivery: { delivery, link }, onClose }: LinkHandedProps) {
  return (
    <Modal opened onClose={onClose} title={HANDED.title} closeOnClickOutside={false}>
      <div className={styles.form}>
        <p className={styles.says}>{HANDED[delivery](name)}</p>
        {link === null ? null : <Link link={link} />}
        <div className={styles.choices}>
          <Button onClick={onClose}>{FORMS.close}</Button>
        </div>
      </div>
    </Modal>
  );
}

function Link({ link }: { readonly link: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // Not every browser lets a page write there; the field can be copied by hand.
    await navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div className={styles.link}>
      <TextInput label={HANDED.label} value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
      <Button variant="default" data-autofocus onClick={() => void copy()}>
        {HANDED.copy}
      </Button>
      <span role="status">{copied ? HANDED.copied : ''}</span>
    </div>
  );
}
