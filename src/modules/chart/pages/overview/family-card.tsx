import { memo } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { pointWords, relationshipWords, rulesForUse, talkWords } from '#modules/youth/words.ts';
import type { Overview } from '../../contract.ts';
import { words } from '../words.ts';
import styles from './overview.module.css';

/** Who is around the youth now: family first, then the team. */
export const FamilyCard = memo(function FamilyCard({ overview }: { readonly overview: Overview }) {
  const { relatives, contactPoints, header } = overview;
  const now = relatives.filter(({ to }) => to === null);
  const telephoneOf = (relative: string) =>
    contactPoints.find((point) => point.relative === relative && point.kind === 'telephone' && !point.confidential);
  return (
    <Card
      title={words.overview.family}
      aside={
        <a
          className={styles.all}
          href={`/app/youth/${header.id}/family`}
          aria-label={`${words.tabs.family}: ${words.overview.allOfFamily}`}
        >
          {words.overview.allOfFamily}
        </a>
      }
    >
      <ul className={styles.people}>
        {now.map((relative) => {
          const telephone = telephoneOf(relative.id);
          return (
            <li key={relative.id}>
              <strong>{relative.name}</strong>{' '}
              {relative.noContact ? <Chip tone="brick">{words.overview.noContact}</Chip> : null} ·{' '}
              {[
                relationshipWords(relative.relationship),
                relative.livesWith && words.overview.livesWith,
                talkWords(relative),
              ]
                .filter(Boolean)
                .join(' · ')}
              {telephone ? (
                <>
                  <br />
                  <a className={styles.telephone} href={`tel:${telephone.value}`}>
                    {pointWords(telephone)}
                  </a>
                  <span className={styles.small}> {rulesForUse(telephone).join(' · ')}</span>
                </>
              ) : null}
            </li>
          );
        })}
        {header.careManager ? (
          <li>
            <strong>{header.careManager.name}</strong> · {words.overview.accountable}
            <br />
            <span className={styles.small}>{header.agency.name}</span>
          </li>
        ) : null}
      </ul>
      {now.length === 0 && !header.careManager ? <p className={styles.record}>{words.overview.noFamily}</p> : null}
    </Card>
  );
});
