import { Chip } from '#design-system/page/chip.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import type { Overview } from '../contract.ts';
import { Card } from './frame/card.tsx';
import { ChartFrame } from './frame/chart-frame.tsx';
import styles from './overview/overview.module.css';
import { sayCode, sayDay, sayTelephone } from './say.ts';
import { words } from './words.ts';

type Relative = Overview['relatives'][number];
type Point = Overview['contactPoints'][number];

/** Everybody around the youth, now and formerly, and how each may be reached. */
export default function FamilyPage() {
  return (
    <ChartFrame tab="family">
      {(overview) => (
        <div className={styles.main}>
          <People overview={overview} />
          <Reach overview={overview} />
        </div>
      )}
    </ChartFrame>
  );
}

function aboutOf(relative: Relative): string {
  const { family } = words;
  const said = [
    sayCode(relative.relationship).toLowerCase(),
    relative.livesWith ? words.overview.livesWith : null,
    relative.speaks ? family.speaks(relative.speaks) : null,
    relative.interpreter ? family.interpreter : null,
    family.authority[relative.authority] ?? sayCode(relative.authority).toLowerCase(),
  ];
  return said.filter(Boolean).join(' · ');
}

function People({ overview: { relatives, today } }: { readonly overview: Overview }) {
  if (relatives.length === 0) return <EmptyState title={words.family.none.title}>{words.family.none.says}</EmptyState>;
  const sorted = relatives.toSorted((a, b) => Number(a.to !== null) - Number(b.to !== null));
  return (
    <Card title={words.family.people}>
      <ul className={styles.people}>
        {sorted.map((relative) => (
          <li key={relative.id}>
            <strong>{relative.name}</strong> · {aboutOf(relative)}
            {relative.to === null ? null : (
              <span className={styles.small}>
                {' '}
                · {words.family.formerly} {sayDay(relative.to, today)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What may be left there: yes, no, or not asked yet. */
function leave(allowed: boolean | null, yes: string, no: string): string | null {
  if (allowed === null) return null;
  return allowed ? yes : no;
}

/** How a way to reach somebody reads on one line; an address in its parts. */
export function pointWords(point: Point): string {
  if (point.kind !== 'address') return sayTelephone(point.value);
  return [point.value, point.city, [point.state, point.zip].filter(Boolean).join(' '), point.county]
    .filter(Boolean)
    .join(', ');
}

function Reach({ overview: { contactPoints, relatives } }: { readonly overview: Overview }) {
  if (contactPoints.length === 0) return null;
  const whose = (point: Point) => relatives.find(({ id }) => id === point.relative)?.name ?? words.family.ofYouth;
  const { family } = words;
  return (
    <Card title={family.contacts}>
      <ul className={styles.people}>
        {contactPoints.map((point) => (
          <li key={point.id}>
            {point.kind === 'telephone' ? <a href={`tel:${point.value}`}>{pointWords(point)}</a> : pointWords(point)} ·{' '}
            {sayCode(point.kind).toLowerCase()} · {whose(point)}{' '}
            {point.confidential ? <Chip tone="brick">{family.confidential}</Chip> : null}
            <span className={styles.small}>
              {[
                leave(point.voicemail, family.voicemail, family.noVoicemail),
                leave(point.textOk, family.text, family.noText),
              ]
                .filter(Boolean)
                .map((said) => ` · ${said}`)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
