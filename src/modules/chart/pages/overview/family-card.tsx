import { Card } from '#design-system/page/card.tsx';
import type { Overview } from '../../contract.ts';
import { sayCode, sayTelephone } from '../say.ts';
import { words } from '../words.ts';
import styles from './overview.module.css';

/** Who is around the youth now: family first, then the team. */
export function FamilyCard({ overview }: { readonly overview: Overview }) {
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
              <strong>{relative.name}</strong> · {sayCode(relative.relationship).toLowerCase()}
              {relative.livesWith ? ` · ${words.overview.livesWith}` : null}
              {telephone ? (
                <>
                  <br />
                  <a className={styles.telephone} href={`tel:${telephone.value}`}>
                    {sayTelephone(telephone.value)}
                  </a>
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
}
