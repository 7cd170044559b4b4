import { Card } from '#design-system/page/card.tsx';
import { comparedWith, type Opened, openTasks } from './opened.ts';
import { TASKS } from './opened-words.ts';
import { TaskRow } from './task-row.tsx';
import styles from './tasks.module.css';

export interface TasksCardProps {
  readonly opened: Opened;
  readonly maySettle: boolean;
  /** Where the record is set right, for whoever may. */
  readonly setRightAt: string | null;
}

/** What a person must look at; those that are open come first. */
export function TasksCard({ opened, maySettle, setRightAt }: TasksCardProps) {
  if (opened.tasks.length === 0) return null;
  const open = openTasks(opened);
  // What is decided waits for nothing any more.
  const undecided = opened.stage === 'referred';
  const inOrder = [...open, ...opened.tasks.filter((task) => task.settledAt !== null)];
  return (
    <Card
      id="tasks"
      title={TASKS.title}
      aside={TASKS.open(open.length, opened.tasks.length)}
      hint={open.length === 0 || !undecided ? undefined : TASKS.hint}
    >
      <ul className={styles.tasks}>
        {inOrder.map((task) => (
          <TaskRow
            key={task.id}
            chart={opened.chart}
            task={task}
            maySettle={maySettle}
            setRightAt={setRightAt}
            mayHold={undecided}
            beside={task.code === 'likely-duplicate' && comparedWith(opened, task) !== undefined}
          />
        ))}
      </ul>
    </Card>
  );
}
