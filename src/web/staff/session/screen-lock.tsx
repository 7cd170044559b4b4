import { useEffect } from 'react';
import { Countdown } from '#design-system/time/countdown.tsx';
import { useSignal } from '../data/signal.ts';
import { sessionStanding } from '../data/standing.ts';
import { HOME } from '../routing/home.ts';
import { host } from './host.ts';
import { leaveWhenReached, leaving } from './leaving.ts';
import { LockScreen } from './lock-screen.tsx';
import { LOCK } from './lock-words.ts';
import styles from './screen-lock.module.css';
import type { StaffSession } from './session.ts';
import { useIdle } from './use-idle.ts';

export interface ScreenLockProps {
  readonly session: StaffSession;
  readonly onUnlocked: () => void;
  readonly onSignOut: () => void;
}

/** Warns before the screen locks, locks it, here and on the server, and opens it again in the same place. */
export function ScreenLock({ session, onUnlocked, onSignOut }: ScreenLockProps) {
  const standing = useSignal(sessionStanding);
  const { locale } = session.person;
  const { idle, stay } = useIdle(session.idleMinutes, standing === 'open');
  useEffect(() => {
    if (idle.state === 'over') sessionStanding.set('locked');
  }, [idle.state]);
  useEffect(() => {
    // Without a connection the screen still locks; the server's own clock locks the session.
    if (standing === 'locked') void host.lock().catch(() => undefined);
  }, [standing]);
  const leaves = useSignal(leaving);
  useEffect(() => (leaves ? leaveWhenReached() : undefined), [leaves]);
  const opening = async (asked: Promise<string | null>) => {
    const wrong = await asked;
    if (wrong === null) {
      leaving.set(false);
      sessionStanding.set('open');
      onUnlocked();
    }
    return wrong;
  };
  const lookAgain = async (): Promise<string | null> => {
    const found = await host.lookAgain(session.person.id).catch(() => 'not-yet' as const);
    if (found === 'not-yet') return LOCK[locale].notYet;
    // Somebody else's page takes this one's place; until it is there, the lock stays.
    if (found === 'another') location.assign(HOME);
    else onUnlocked();
    return null;
  };
  if (standing !== 'open') {
    const ended = standing === 'signed-out';
    return (
      <LockScreen
        person={session.person.name}
        language={locale}
        ended={ended}
        leaving={leaves}
        onPassword={session.means.password ? (password) => opening(host.unlock(password, locale)) : undefined}
        onPasskey={session.means.passkey ? () => opening(host.unlockWithPasskey(locale)) : undefined}
        provider={session.means.provider}
        onReturn={lookAgain}
        onSignOut={onSignOut}
      />
    );
  }
  if (idle.state !== 'warning') return null;
  return (
    <div className={styles.warning}>
      <Countdown secondsLeft={idle.secondsLeft} onStay={stay} onLock={() => sessionStanding.set('locked')} />
    </div>
  );
}
