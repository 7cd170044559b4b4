import { lazy, Suspense, useEffect } from 'react';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import styles from '../forms.module.css';
import { words } from '../words.ts';
import type { DutyWhyProps } from './duty-why.tsx';

const load = () => import('./duty-why.tsx').then(({ DutyWhy }) => ({ default: DutyWhy }));
const Why = lazy(load);

/** Its forms are fetched once the list can be read, so that they delay neither the list nor the first duty opened. */
export function useWhySoon(): void {
  useEffect(() => {
    const timer = window.setTimeout(() => void load(), 1_500);
    return () => window.clearTimeout(timer);
  }, []);
}

/** `DutyWhy`, whose code is not part of the page it stands beside. */
export function DutyWhyLater(props: DutyWhyProps) {
  return (
    <Suspense
      fallback={
        <aside className={styles.aside} aria-label={props.item.title}>
          <LoadingState label={words.why.loading} rows={5} />
        </aside>
      }
    >
      <Why {...props} />
    </Suspense>
  );
}
