import { wallTime } from '#platform/clock/zoned-time.ts';
import type { DraftState } from '#web/staff/drafts.ts';
import { ZONE } from '#web/staff/here.ts';
import { words } from '../words.ts';
import styles from './note.module.css';

/** How the words on the screen stand against the words on the server. */
export function DraftStateLine({ state, savedAt }: { readonly state: DraftState; readonly savedAt: number | null }) {
  const saved = savedAt === null ? words.draft.fresh : words.draft.saved(wallTime(savedAt, ZONE).hour);
  return (
    <p className={styles.state} role="status">
      {state === 'saved' ? saved : words.draft[state]}
    </p>
  );
}
