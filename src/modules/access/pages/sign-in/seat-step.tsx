import { Button } from '@mantine/core';
import { call } from '#web/staff/api.ts';
import { signOut } from '../../contract.ts';
import styles from '../doorstep.module.css';
import { Doorstep, Problem } from '../doorstep.tsx';
import { useDoorstepWords, useLanguage } from '../language.ts';
import type { OwnSeat } from '../sign-in-page.tsx';
import { useAttempt } from '../use-attempt.ts';

export interface SeatStepProps {
  readonly seats: readonly OwnSeat[];
  readonly onChoose: (seat: string) => void;
}

/** Somebody with several seats sits in one at a time; somebody with none is told so. */
export function SeatStep({ seats, onChoose }: SeatStepProps) {
  const words = useDoorstepWords();
  const { busy, problem, run } = useAttempt(useLanguage());
  const leave = () =>
    run(async () => {
      await call(signOut, {});
      location.reload();
    });
  return (
    <Doorstep title={words.seats.title}>
      <p className={styles.small}>{seats.length === 0 ? words.signIn.noSeat : words.seats.hint}</p>
      <ul className={styles.seats}>
        {seats.map((seat) => (
          <li key={seat.id}>
            <button type="button" className={styles.seat} onClick={() => onChoose(seat.id)}>
              <strong>{seat.title ?? seat.label}</strong>
              <span className={styles.small}>{seat.agencyName}</span>
            </button>
          </li>
        ))}
      </ul>
      <Problem words={problem} />
      {seats.length === 0 ? (
        <Button variant="default" loading={busy} onClick={() => void leave()}>
          {words.signIn.signOut}
        </Button>
      ) : null}
    </Doorstep>
  );
}
