import { Button } from '@mantine/core';
import styles from './countdown.module.css';

export interface CountdownProps {
  readonly secondsLeft: number;
  readonly onStay: () => void;
  readonly onLock: () => void;
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Read out at the start, each half minute and near the end; every second would drown everything else. */
function spoken(seconds: number): string {
  const step = seconds > 30 ? 30 : 10;
  const rounded = Math.ceil(seconds / step) * step;
  return `The screen locks in about ${rounded} seconds. Nothing you wrote is lost.`;
}

/** The warning before the screen locks: how long is left, and that nothing is lost. */
export function Countdown({ secondsLeft, onStay, onLock }: CountdownProps) {
  return (
    <div className={styles.countdown}>
      <p className={styles.words}>
        The screen locks in <span className={styles.clock}>{clock(secondsLeft)}</span>. What you wrote is kept.
      </p>
      <p className="kf-unseen" role="alert">
        {spoken(secondsLeft)}
      </p>
      <Button size="sm" onClick={onStay}>
        Stay here
      </Button>
      <Button size="sm" variant="default" onClick={onLock}>
        Lock now
      </Button>
    </div>
  );
}
