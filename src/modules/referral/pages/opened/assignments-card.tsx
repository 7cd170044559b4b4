import { Card } from '#design-system/page/card.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import styles from './eligibility.module.css';
import { GIVE_BACK } from './give-back-words.ts';
import { type Opened, offerNow } from './opened.ts';
import { ASSIGN } from './opened-words.ts';

const WORDS: Readonly<Record<string, string>> = { returned: ASSIGN.returned, accepted: ASSIGN.accepted };
const TONES = { returned: 'marigold', accepted: 'moss', offered: 'sky' } as const;
const toneOf = (state: string) => (state in TONES ? TONES[state as keyof typeof TONES] : 'stone');

/** To whom it was offered, when, and what they said. */
export function AssignmentsCard({ opened }: { readonly opened: Opened }) {
  if (opened.assignments.length === 0) return null;
  const open = offerNow(opened);
  return (
    <Card title={open ? ASSIGN.offered(open.agencyName) : ASSIGN.before} hint={open ? ASSIGN.waiting : undefined}>
      <ol className={styles.decisions}>
        {[...opened.assignments].reverse().map((assignment) => (
          <li key={assignment.id} className={styles.decision}>
            <p className={styles.head}>
              <strong>{assignment.agencyName}</strong> <DayText day={assignment.onDay} />
              <Chip tone={toneOf(assignment.state)}>{WORDS[assignment.state] ?? assignment.state}</Chip>
            </p>
            {assignment.reason && assignment.reason !== 'recorded-from-document' ? <p>{assignment.reason}</p> : null}
            {assignment.returnedBecause && assignment.returnedBecause !== 'other' ? (
              <p>
                <strong>{GIVE_BACK.because[assignment.returnedBecause]}</strong>
              </p>
            ) : null}
            {assignment.returnReason ? <p>{ASSIGN.said(assignment.returnReason)}</p> : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
