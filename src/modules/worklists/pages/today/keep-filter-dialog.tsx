import { Button, Modal, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { failureWords } from '#web/staff/data/failure-words.ts';
import { newId } from '#web/staff/data/new-id.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { listFilters, openWith, saveFilter, type WorklistFilter } from '../../filters/contract.ts';
import { words } from '../words.ts';
import styles from './today.module.css';

const said = words.saved;
const CHANGES = { changes: [listFilters.name] };

/** Keeps the view at hand under a name. */
export function KeepFilterDialog({
  filter,
  onClose,
}: {
  readonly filter: WorklistFilter;
  readonly onClose: () => void;
}) {
  const [id] = useState(newId);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [opens, setOpens] = useState(false);
  const opening = useWrite(openWith, { ...CHANGES, onDone: onClose });
  const save = useWrite(saveFilter, {
    ...CHANGES,
    onDone: () => (opens ? opening.mutate({ body: { filter: id } }) : onClose()),
  });
  const error = save.error ?? opening.error;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    save.mutate({ params: { filter: id }, body: { name, filter, shared } });
  };
  return (
    <Modal opened onClose={onClose} title={said.title}>
      <form onSubmit={submit} noValidate className={styles.form}>
        <p className={styles.says}>{said.says}</p>
        <TextInput
          label={said.name}
          description={said.nameHint}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
          error={error ? failureWords(error, said.problems) : undefined}
          required
          data-autofocus
        />
        <Switch
          label={said.share}
          description={said.shareHint}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <Switch label={said.open} checked={opens} onChange={(event) => setOpens(event.currentTarget.checked)} />
        <div className={styles.choices}>
          <Button variant="default" onClick={onClose}>
            {said.back}
          </Button>
          <Button type="submit" loading={save.isPending || opening.isPending}>
            {said.confirm}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
