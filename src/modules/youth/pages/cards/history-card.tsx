import { Button } from '@mantine/core';
import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import { dayInWords } from '#design-system/time/day-words.ts';
import { kindLabel } from '#modules/duties/pages/facts/kind-labels.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { readHistory } from '../../contract.ts';
import type { FamilyRecord } from '../../family-record.ts';
import { CHANGED_WORDS } from '../../history-words.ts';
import type { SaidLanguage } from '../../languages.ts';
import { authorityWords, coverageWords, languagesInWords, orderWords, pointWords, say } from '../../words.ts';
import styles from './cards.module.css';
import { Row, Rows } from './rows.tsx';

const PARTS: Readonly<Record<string, string>> = {
  youth: 'The youth',
  relative: 'Family',
  contact_point: 'How to reach them',
  coverage: 'Coverage',
  school: 'School',
  court_order: 'Court order',
  alert: 'Alert',
  enrolment: 'Enrolment',
  consent: 'Consent',
  referral: 'Referral',
  referral_assignment: 'Assignment',
};

type Change = AnswerOf<typeof readHistory>['changes'][number];

/** What no longer holds, and what was said before it was changed. Nothing is taken away from the record. */
export function HistoryCard({ chart, family }: { readonly chart: string; readonly family: FamilyRecord }) {
  const [shown, setShown] = useState(false);
  const toggle = (
    <Button variant="default" size="xs" onClick={() => setShown(!shown)} aria-expanded={shown}>
      {shown ? 'Hide' : 'Show'}
    </Button>
  );
  return (
    <Card title="Earlier" hint="What ended, and what was changed, when and by whom." aside={toggle}>
      {shown ? <Earlier chart={chart} family={family} /> : null}
    </Card>
  );
}

function Earlier({ chart, family }: { readonly chart: string; readonly family: FamilyRecord }) {
  const history = useRead(readHistory, { params: { chart } });
  const ended = endedOf(family);
  return (
    <>
      <h3>Ended</h3>
      <Rows none="Nothing has ended.">
        {ended.map(({ key, what, stretch }) => (
          <Row key={key} main={what} more={[stretch]} actions={[]} />
        ))}
      </Rows>
      <h3>Changed</h3>
      {history.isError ? <p role="alert">What was changed could not be shown. Load the page again.</p> : null}
      {history.data ? (
        <Rows none="Nothing was changed.">
          {history.data.changes.map((change) => (
            <Changed key={`${change.row} ${change.at}`} change={change} today={family.today} />
          ))}
        </Rows>
      ) : null}
      <h3>Recorded wrongly</h3>
      {history.data ? (
        <Rows none="Nothing was taken back or set right.">
          {history.data.wrong.map((entry) => (
            <Wrong key={`${entry.table} ${entry.at}`} entry={entry} today={family.today} />
          ))}
        </Rows>
      ) : null}
    </>
  );
}

type WrongEntry = AnswerOf<typeof readHistory>['wrong'][number];

/** What was said, what is right instead, who says so and why. */
function Wrong({ entry, today }: { readonly entry: WrongEntry; readonly today: string }) {
  const { table, about, on, instead, at, by, reason } = entry;
  const title = table === 'fact' ? kindLabel(about) : [PARTS[table] ?? table, about].filter(Boolean).join(': ');
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.main}>{title}</p>
        <p className={styles.more}>
          {on ? (
            <>
              said of <DayText day={on} today={today} />;{' '}
            </>
          ) : null}
          {instead ? (
            <>
              it was <DayText day={instead} today={today} />
            </>
          ) : (
            'it never was so'
          )}
        </p>
        <p className={styles.more}>
          {reason} (<DayText day={at.slice(0, 10)} today={today} />, {by ?? 'somebody who has left'})
        </p>
      </div>
    </li>
  );
}

function Changed({ change, today }: { readonly change: Change; readonly today: string }) {
  const title = [PARTS[change.table] ?? change.table, change.about].filter((part) => part !== '').join(': ');
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.main}>
          {title}, <DayText day={change.at.slice(0, 10)} today={today} /> by {change.by ?? 'somebody who has left'}
        </p>
        {change.fields.map(({ field, was, became }) => (
          <p key={field} className={styles.more}>
            {say(CHANGED_WORDS, field)}: {inWords(field, was, today)} → {inWords(field, became, today)}
          </p>
        ))}
      </div>
    </li>
  );
}

/** A stored value as people read it. */
function inWords(field: string, value: unknown, today: string): string {
  if (value === null || value === undefined || value === '') return 'not said';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field === 'languages') return languagesInWords(value as readonly SaidLanguage[]);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(String).join(', ');
  return dayInWords(String(value), today);
}

interface Ended {
  readonly key: string;
  readonly what: string;
  readonly stretch: string;
}

function endedOf(family: FamilyRecord): readonly Ended[] {
  const from = <T extends { readonly from: string; readonly to: string | null }>(
    rows: readonly T[],
    what: (row: T) => string,
  ): Ended[] =>
    rows.flatMap((row) =>
      row.to === null || row.to > family.today
        ? []
        : [
            {
              key: `${what(row)} ${row.from} ${row.to}`,
              what: what(row),
              stretch: `From ${dayInWords(row.from, family.today)} to ${dayInWords(row.to, family.today)}`,
            },
          ],
    );
  return [
    ...from(family.relatives, ({ name, authority }) => `${name} (${authorityWords(authority)})`),
    ...from(family.orders, ({ kind }) => orderWords(kind)),
    ...from(family.contactPoints, pointWords),
    ...from(family.coverage, ({ kind }) => coverageWords(kind)),
    ...from(family.schools, ({ name }) => name),
    ...from(family.identifiers, ({ value }) => value),
    ...from(family.alerts, ({ words }) => words),
  ];
}
