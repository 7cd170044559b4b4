import { classes } from '#design-system/class-names.ts';
import { Chip } from '#design-system/page/chip.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import type { Outcome } from '../../contract.ts';
import { GROUNDS } from '../../grounds.ts';
import { labelIn } from '../labels.ts';
import parts from '../parts.module.css';
import { OUTCOME_WORDS } from '../words.ts';
import styles from './eligibility.module.css';
import { decisionNow, type Opened } from './opened.ts';
import { ELIGIBILITY } from './opened-words.ts';
import { reasonWords } from './outcomes.ts';

type Decision = Opened['decisions'][number];

/** Every decision, the newest first; one that no longer holds says so and stays readable. */
export function Decisions({ opened }: { readonly opened: Opened }) {
  const now = decisionNow(opened);
  return (
    <ol className={styles.decisions}>
      {[...opened.decisions].reverse().map((decision) => (
        <OneDecision key={decision.id} decision={decision} holds={decision === now} />
      ))}
    </ol>
  );
}

function OneDecision({ decision, holds }: { readonly decision: Decision; readonly holds: boolean }) {
  const words: string = OUTCOME_WORDS[decision.outcome as Outcome] ?? decision.outcome;
  return (
    <li className={classes(styles.decision, !holds && styles.replaced)}>
      <p className={styles.head}>
        <strong>{words}</strong>
        <span className={parts.small}>
          <DayText day={decision.decidedOn} /> {ELIGIBILITY.decidedBy(decision.by, decision.recorded)}
        </span>
        {holds ? null : <Chip>{ELIGIBILITY.replaced}</Chip>}
      </p>
      {decision.document ? (
        <p className={parts.small}>
          {ELIGIBILITY.recordedFrom} {decision.document}
        </p>
      ) : null}
      <ul className={styles.reasons}>
        {decision.reasons.map((reason) => (
          <li key={reason}>{reasonWords(reason)}</li>
        ))}
        {decision.grounds.map((ground) => (
          <li key={ground}>{labelIn(GROUNDS, ground)}</li>
        ))}
      </ul>
      {decision.supersedeReason ? (
        <p>
          {ELIGIBILITY.later}: {decision.supersedeReason}
        </p>
      ) : null}
    </li>
  );
}
