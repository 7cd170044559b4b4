import { classes } from '#design-system/class-names.ts';
import { decisionNow, type Opened, openTasks } from './opened.ts';
import { OPENED } from './opened-words.ts';
import styles from './steps.module.css';

interface Step {
  readonly label: string;
  readonly done: boolean;
  readonly note?: string | undefined;
}

const ENROLLED = [
  'enrolled',
  'planning',
  'active-community',
  'active-out-of-home',
  'transitioning',
  'transitioned',
  'ended',
];

function stepsOf(opened: Opened): readonly Step[] {
  const { steps } = OPENED;
  const open = openTasks(opened).length;
  const decided = decisionNow(opened)?.outcome;
  const last = opened.assignments.at(-1);
  return [
    { label: steps.received, done: true },
    { label: steps.settled, done: open === 0, note: open === 0 ? undefined : steps.open(open) },
    { label: steps.decided, done: decided !== undefined && decided !== 'more-information' },
    { label: steps.assigned, done: last !== undefined && last.state !== 'returned' },
    { label: steps.accepted, done: last?.state === 'accepted' },
    { label: steps.enrolled, done: ENROLLED.includes(opened.stage) },
  ];
}

/** The way from being received to being enrolled, and how far this one is. */
export function Steps({ opened }: { readonly opened: Opened }) {
  const steps = stepsOf(opened);
  const now = opened.stage === 'other-path' ? -1 : steps.findIndex((step) => !step.done);
  return (
    <ol className={styles.steps} aria-label={OPENED.steps.label}>
      {steps.map((step, index) => (
        <li
          key={step.label}
          className={classes(styles.step, step.done && styles.done, index === now && styles.now)}
          aria-current={index === now ? 'step' : undefined}
        >
          {step.label}
          {step.note ? <span className={styles.note}> {step.note}</span> : null}
          <span className="kf-unseen">{step.done ? `, ${OPENED.steps.done}` : ''}</span>
        </li>
      ))}
    </ol>
  );
}
