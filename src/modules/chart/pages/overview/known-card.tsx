import { memo } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import { identifierWords, supportWords } from '#modules/youth/words.ts';
import type { Overview } from '../../contract.ts';
import { sayCoverage } from '../say.ts';
import { words } from '../words.ts';
import styles from './overview.module.css';

/** Numbers people use; those that only our own machinery uses are left out. */
const isSpoken = ({ kind }: Overview['identifiers'][number]) => kind !== 'referral';

/** What is known beside the people: coverage, school, numbers, other charts of the same youth, siblings. */
export const KnownCard = memo(function KnownCard({ overview }: { readonly overview: Overview }) {
  const { header, school, identifiers, links, today } = overview;
  const siblings = links.filter(({ kind }) => kind === 'sibling');
  const same = links.filter(({ kind }) => kind === 'same-person');
  const numbers = identifiers.filter(isSpoken);
  return (
    <Card title={words.overview.known}>
      <dl className={styles.facts}>
        <dt>{words.overview.lastContact}</dt>
        <dd>{header.lastContactOn ? <DayText day={header.lastContactOn} today={today} /> : words.overview.never}</dd>
        <dt>{words.overview.coverage}</dt>
        <dd>
          {header.coverage.length === 0 ? words.overview.nothing : null}
          {header.coverage.map((one) => (
            <div key={one.id}>{[sayCoverage(one), one.memberNumber].filter(Boolean).join(' · ')}</div>
          ))}
        </dd>
        <dt>{words.overview.school}</dt>
        <dd>
          {school.length === 0 ? words.overview.nothing : null}
          {school.map(({ id, name, district, grade, support }) => (
            <div key={id}>
              {[name, district, grade, support === 'unknown' || !support ? null : supportWords(support)]
                .filter(Boolean)
                .join(' · ')}
            </div>
          ))}
        </dd>
        {numbers.length > 0 ? (
          <>
            <dt>{words.overview.numbers}</dt>
            <dd>
              {numbers.map(({ kind, value }) => (
                <div key={`${kind} ${value}`}>{identifierWords(kind, value)}</div>
              ))}
            </dd>
          </>
        ) : null}
        {same.length > 0 ? (
          <>
            <dt>{words.overview.sameYouth}</dt>
            <dd>
              {same.map(({ chart, name }) => (
                <div key={chart}>
                  <a href={`/app/youth/${chart}`}>{name}</a>
                </div>
              ))}
            </dd>
          </>
        ) : null}
        {siblings.length > 0 ? (
          <>
            <dt>{words.overview.siblings}</dt>
            <dd>
              {siblings.map(({ chart, name }) => (
                <div key={chart}>
                  <a href={`/app/youth/${chart}`}>{name}</a>
                </div>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
    </Card>
  );
});
