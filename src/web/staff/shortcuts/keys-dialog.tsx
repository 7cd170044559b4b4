import { Switch } from '@mantine/core';
import { LateModal } from '#design-system/forms/late-modal.tsx';
import { KeyHint } from '#design-system/page/key-hint.tsx';
import { useSignal } from '../data/signal.ts';
import styles from './keys-dialog.module.css';
import { type Shortcut, setSingleKeys, shortcuts, singleKeys } from './shortcuts.ts';

const MOD = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
const shown = (key: string) => (key.startsWith('mod+') ? `${MOD} ${key.slice(4).toUpperCase()}` : key);

/** One line a key: the meaning in force. */
function inForce(list: readonly Shortcut[]): readonly Shortcut[] {
  return [...new Map(list.map((shortcut) => [shortcut.key, shortcut])).values()];
}

/** The keys that do something here, and the switch that turns single keys off. */
export function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const list = useSignal(shortcuts);
  const single = useSignal(singleKeys);
  return (
    <LateModal opened={open} onClose={onClose} title="Keys">
      <dl className={styles.keys}>
        {inForce(list).map((shortcut) => (
          <div key={shortcut.key} className={styles.line}>
            <dt>
              <KeyHint keys={shown(shortcut.key)} />
            </dt>
            <dd>{shortcut.does}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label="Single keys do something"
        description="Switch this off if keys are pressed by accident"
        checked={single}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
    </LateModal>
  );
}
