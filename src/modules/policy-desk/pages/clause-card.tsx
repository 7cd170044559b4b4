import { classes } from '#design-system/class-names.ts';
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
  readonly language: Language;
  /** The clause a link led to. */
  readonly sought: boolean;
}

export type Language = 'en' | 'es';

/** One clause: where it stands, how binding and how certain it is, what it says, and what follows. */
export function ClauseCard({ pack, clause, mayOverride, language, sought }: ClauseCardProps) {
  return (
    <div className={classes(sought && styles.sought)} lang={language}>
      <Card id={clause.id} title={clause.title[language]} aside={<CiteLink pack={pack} clause={clause} />}>
        <p className={styles.chips} lang="en">
          <Chip tone={FORCE_TONES[clause.force] ?? 'stone'}>{CLAUSES.forces[clause.force] ?? clause.force}</Chip>
          <Chip strong={false}>{CLAUSES.authorities[clause.authority] ?? clause.authority}</Chip>
          <Chip strong={false} tone={clause.confidence === 'low' ? 'marigold' : 'stone'}>
            {CLAUSES.confidences[clause.confidence] ?? clause.confidence}
          </Chip>
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
        <p className={styles.says}>{clause.says[language]}</p>
        <p className={styles.small} lang="en">
          {clause.source}
        </p>
        {clause.rules.length > 0 ? (
          <>
            <h3 className={styles.subhead} lang="en">
              {CLAUSES.rules}
            </h3>
            <ul className={styles.rules}>
              {clause.rules.map((rule) => (
                <li key={rule.id}>
                  <strong>{rule.title[language]}</strong>: {rule.words[language]}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {clause.readings.length > 0 ? (
          <details className={styles.more} lang="en">
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
          <Numbers clause={clause.title.en} pack={pack} parameters={clause.parameters} mayOverride={mayOverride} />
        ) : null}
      </Card>
    </div>
  );
}

/** Where the clause stands in its source; a link, so that its address can be passed on. */
function CiteLink({ pack, clause }: Pick<ClauseCardProps, 'pack' | 'clause'>) {
  return (
    <a
      className={styles.cite}
      href={`/app/policy/${pack}#${encodeURIComponent(clause.id)}`}
      title={CLAUSES.link(clause.title.en)}
      lang="en"
    >
      {clause.cite}
    </a>
  );
}
