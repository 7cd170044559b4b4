import { Button } from '@mantine/core';
import { words } from '../words.ts';
import styles from './timeline.module.css';

interface SetRightSwitchProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Whether each entry offers to be set right, and what to look for once it does. */
export function SetRightSwitch({ on, onChange }: SetRightSwitchProps) {
  return (
    <>
      <Button variant={on ? 'light' : 'default'} size="xs" aria-pressed={on} onClick={() => onChange(!on)}>
        {words.timeline.setRight}
      </Button>
      <p className={styles.hint} role="status">
        {on ? words.timeline.setRightHint : null}
      </p>
    </>
  );
}
