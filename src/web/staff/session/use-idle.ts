import { useCallback, useEffect, useRef, useState } from 'react';
import { systemClock } from '#platform/clock/clock.ts';
import { type Idle, idleAt } from './idle.ts';

const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const ACTIVE: Idle = { state: 'active' };

/** Watches for use of the screen, in all windows of this browser together. During the warning only `stay` counts as use. */
export function useIdle(minutes: number, watching: boolean): { readonly idle: Idle; readonly stay: () => void } {
  const [idle, setIdle] = useState<Idle>(ACTIVE);
  const last = useRef(systemClock.now());
  const channel = useRef<BroadcastChannel | null>(null);
  const warned = idle.state !== 'active';

  const stay = useCallback(() => {
    last.current = systemClock.now();
    channel.current?.postMessage(last.current);
    setIdle(ACTIVE);
  }, []);

  useEffect(() => {
    if (!watching) return undefined;
    last.current = systemClock.now();
    setIdle(ACTIVE);
    const windows = new BroadcastChannel('kinfold-touch');
    channel.current = windows;
    windows.onmessage = ({ data }) => {
      last.current = Math.max(last.current, Number(data));
    };
    const timer = window.setInterval(() => setIdle(idleAt(systemClock.now(), last.current, minutes)), 1_000);
    return () => {
      window.clearInterval(timer);
      windows.close();
      channel.current = null;
    };
  }, [watching, minutes]);

  useEffect(() => {
    if (!watching || warned) return undefined;
    const touch = () => {
      const now = systemClock.now();
      // Other windows hear of it at most every few seconds.
      if (now - last.current > 5_000) channel.current?.postMessage(now);
      last.current = now;
    };
    for (const kind of TOUCHES) window.addEventListener(kind, touch, { passive: true });
    return () => {
      for (const kind of TOUCHES) window.removeEventListener(kind, touch);
    };
  }, [watching, warned]);

  return { idle, stay };
}
