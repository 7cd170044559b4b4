import type { ChangedDuty } from '#web/staff/data/use-command.ts';
import { words } from './words.ts';

interface Named {
  readonly key: string;
  readonly title: string;
  readonly cite: string;
}

const met = (state: string | null) => state === 'met' || state === 'met-late';

/**
 * What a write changed in what is owed, in one calm sentence: the duties it met, each with its clause. `known` are the
 * duties as the screen showed them before. Empty when it met none of them.
 */
export function metWords(changes: readonly ChangedDuty[], known: readonly Named[]): string {
  const titled = (changed: readonly ChangedDuty[]) =>
    changed
      .flatMap(({ key }) => known.filter((duty) => duty.key === key))
      .map(({ title, cite }) => `${title} (${cite})`);
  const nowMet = titled(changes.filter(({ state, before }) => met(state) && !met(before)));
  if (nowMet.length === 0) return '';
  return `${words.met.many}: ${nowMet.join('; ')}.`;
}
