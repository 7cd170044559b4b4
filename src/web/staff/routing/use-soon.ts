import { useEffect } from 'react';
import type { StaffPage } from '../page.ts';
import { sparesData } from './spares-data.ts';

/** How long the first page is left alone, in milliseconds. */
const FIRST = 2_500;

/**
 * Fetches the code of pages one goes to all day, one after another, once the first page can be read: opening them is then
 * not also loading them. One that cannot be fetched is fetched when it is opened. Another list of pages begins anew.
 */
export function useSoon(pages: readonly StaffPage[]): void {
  useEffect(() => {
    if (sparesData()) return undefined;
    let wanted = true;
    const fetchAll = async () => {
      for (const { load, within } of pages.filter(({ soon }) => soon)) {
        if (!wanted) return;
        await Promise.all([within?.load(), load()]).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    const timer = window.setTimeout(() => void fetchAll(), FIRST);
    return () => {
      wanted = false;
      window.clearTimeout(timer);
    };
  }, [pages]);
}
