import { Switch } from '@mantine/core';
import { ThemeSwitch } from '#design-system/theme/theme-switch.tsx';
import { useSignal } from '#web/staff/data/signal.ts';
import { setSingleKeys, singleKeys } from '#web/staff/shortcuts/shortcuts.ts';
import { words } from '../words.ts';
import styles from './account.module.css';
import { Part } from './part.tsx';

const said = words.account.appearance;

/** Light or dark, and whether single keys do things: tastes, kept in this browser. */
export function AppearancePart() {
  const keys = useSignal(singleKeys);
  return (
    <Part title={said.title}>
      <div className={styles.form}>
        <span>{said.theme}</span>
        <ThemeSwitch />
        <Switch
          label={said.keys}
          description={said.keysHint}
          checked={keys}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
      </div>
    </Part>
  );
}
