import { Button, Modal, Radio, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { failureWords } from '#web/staff/data/failure-words.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import { listFilters, openWith, removeFilter, type SavedFilter, saveFilter } from '../../filters/contract.ts';
import { words } from '../words.ts';
import styles from './today.module.css';

const said = words.saved;
const CHANGES = { changes: [listFilters.name] };

interface ManageFiltersDialogProps {
  readonly filters: readonly SavedFilter[];
  readonly opensWith: string | null;
  readonly onClose: () => void;
}

/** Which filter the list opens with; one's own renamed, shared or not, and deleted. */
export function ManageFiltersDialog({ filters, opensWith, onClose }: ManageFiltersDialogProps) {
  const opening = useWrite(openWith, CHANGES);
  return (
    <Modal opened onClose={onClose} title={said.manageTitle} size="lg">
      <Radio.Group
        aria-label={said.open}
        value={opensWith ?? ''}
        onChange={(filter) => opening.mutate({ body: { filter: filter === '' ? null : filter } })}
      >
        <ul className={styles.kept}>
          <li>
            <Radio value="" label={said.usual} />
          </li>
          {filters.map((one) => (
            <Kept key={`${one.id} ${one.name}`} one={one} />
          ))}
        </ul>
      </Radio.Group>
      <WriteFailed error={opening.error} refusals={said.problems} />
      <div className={styles.choices}>
        <Button onClick={onClose}>{said.done}</Button>
      </div>
    </Modal>
  );
}

function Kept({ one }: { readonly one: SavedFilter }) {
  const [name, setName] = useState(one.name);
  const save = useWrite(saveFilter, CHANGES);
  const remove = useWrite(removeFilter, CHANGES);
  const error = save.error ?? remove.error;
  const keep = (different: Partial<Pick<SavedFilter, 'name' | 'shared'>>) =>
    save.mutate({
      params: { filter: one.id },
      body: { name: one.name, filter: one.filter, shared: one.shared, ...different },
    });
  if (one.by !== null) {
    return (
      <li>
        <Radio value={one.id} aria-label={said.openLabel(one.name)} label={`${one.name} · ${said.by(one.by)}`} />
      </li>
    );
  }
  return (
    <li>
      <Radio value={one.id} aria-label={said.openLabel(one.name)} />
      <TextInput
        className={styles.keptName}
        aria-label={said.name}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
        error={error ? failureWords(error, said.problems) : undefined}
      />
      {name === one.name ? null : (
        <Button size="xs" loading={save.isPending} onClick={() => keep({ name })}>
          {said.rename}
        </Button>
      )}
      <Switch
        label={said.share}
        checked={one.shared}
        onChange={(event) => keep({ shared: event.currentTarget.checked })}
      />
      <Button
        size="xs"
        variant="default"
        aria-label={said.removeLabel(one.name)}
        loading={remove.isPending}
        onClick={() => remove.mutate({ params: { filter: one.id } })}
      >
        {said.remove}
      </Button>
    </li>
  );
}
