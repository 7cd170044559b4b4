import { CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { later } from '#web/staff/routing/later.tsx';
import { sparesData } from '#web/staff/routing/spares-data.ts';
import styles from '../forms.module.css';
import { words } from '../words.ts';
import type { DutyWhyProps } from './duty-why.tsx';

/** `DutyWhy`, whose code is not part of the page it stands beside. */
export const DutyWhyLater = later<DutyWhyProps>(() => import('./duty-why.tsx').then(({ DutyWhy }) => DutyWhy), {
  waiting: ({ item }) => (
    <aside className={styles.aside} aria-label={item.title}>
      <LoadingState label={words.why.loading} rows={5} />
    </aside>
  ),
  failed: ({ item, onClose }, onRetry) => (
    <aside className={styles.aside} aria-label={item.title}>
      <CloseButton className={styles.close} aria-label="Close" onClick={onClose} />
      <FailedState title={words.why.failed} kept={words.why.kept} onRetry={onRetry} />
    </aside>
  ),
});

/** Its forms are fetched once the list can be read, so that they delay neither the list nor the first duty opened. */
export function useWhySoon(): void {
  useEffect(() => {
    if (sparesData()) return undefined;
    const timer = window.setTimeout(() => void DutyWhyLater.preload(), 1_500);
    return () => window.clearTimeout(timer);
  }, []);
}
