import { Chip } from '#design-system/page/chip.tsx';
import { REVIEW_TASKS, type ReviewTaskCode } from '../../review-tasks.ts';
import { QUEUE, TASK_CHIPS } from '../words.ts';
import styles from './queue.module.css';

const isKnown = (code: string): code is ReviewTaskCode => code in REVIEW_TASKS;

/** What a person must settle, each in a few words; marigold when the decision waits for it. */
export function TaskChips({ codes }: { readonly codes: readonly string[] }) {
  if (codes.length === 0) return <span className={styles.small}>{QUEUE.nothingOpen}</span>;
  return (
    <ul className={styles.tasks}>
      {[...new Set(codes)].map((code) => (
        <li key={code}>
          <Chip tone={isKnown(code) && REVIEW_TASKS[code].holdsDecision ? 'marigold' : 'stone'}>
            {isKnown(code) ? TASK_CHIPS[code] : code}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
