import { Card } from '#design-system/page/card.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import type { readClauses } from '../contract.ts';
import { Numbers } from './numbers.tsx';
import styles from './policy.module.css';
import { CLAUSES, FORCE_TONES } from './words.ts';

export type Clause = AnswerOf<typeof readClauses>['clauses'][number];

export interface ClauseCardProps {
  readonly pack: string;
  readonly clause: Clause;
  readonly mayOverride: boolean;
}

/** One clause: where it stands, how binding and how certain it is, what it says, and what follows. */
export function ClauseCard({ pack, clause, mayOverride }: ClauseCardProps) {
  return (
    <Card id={clause.id} title={clause.title.en} aside={clause.cite}>
      <p className={styles.chips}>
        <Chip tone={FORCE_TONES[clause.force] ?? 'stone'}>{clause.force}</Chip>
        <Chip strong={false}>{clause.authority}</Chip>
        <Chip strong={false}>{CLAUSES.confidence(clause.confidence)}</Chip>
        <span className={styles.small}>
          {CLAUSES.from} <DayText day={clause.from} today="1900-01-01" />
          {clause.to ? (
            <>
              {' '}
              {CLAUSES.until} <DayText day={clause.to} today="1900-01-01" />
            </>
          ) : null}
        </span>
      </p>
      <p className={styles.says}>{clause.says.en}</p>
      <p className={styles.small}>{clause.source}</p>
      {clause.rules.length > 0 ? (
        <>
          <h3 className={styles.subhead}>{CLAUSES.rules}</h3>
          <ul className={styles.rules}>
            {clause.rules.map((rule) => (
              <li key={rule.id}>
                <strong>{rule.title.en}</strong>: {rule.words.en}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {clause.readings.length > 0 ? (
        <details className={styles.more}>
          <summary>{CLAUSES.readings}</summary>
          <ul>
            {clause.readings.map((reading) => (
              <li key={reading.question}>
                <strong>{reading.question}</strong> {reading.default}{' '}
                <span className={styles.small}>
                  {CLAUSES.otherwise}: {reading.otherwise}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {clause.parameters.length > 0 ? (
        <Numbers pack={pack} parameters={clause.parameters} mayOverride={mayOverride} />
      ) : null}
    </Card>
  );
}
