import { DataTable } from '#design-system/lists/data-table.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import type { Tone } from '#design-system/tone.ts';
import { kindLabel } from '#modules/duties/pages/facts/kind-labels.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import type { readAsKnown } from '../../contract/as-known.ts';
import { fingerprint } from '../fingerprint.ts';
import styles from './as-known.module.css';
import { sayDay, sayInstant } from './instants.ts';
import { AS_KNOWN } from './words.ts';

export type Known = AnswerOf<typeof readAsKnown>;

const TONES: Readonly<Record<string, Tone>> = {
  late: 'brick',
  amber: 'marigold',
  today: 'pine',
  soon: 'pine',
  later: 'pine',
  met: 'moss',
  'met-late': 'moss',
};
const ORDER = Object.keys(AS_KNOWN.standings);

/** What followed: duties as they stood, the stretches rules count by, and the facts it all came from. */
export function Followed({ known }: { readonly known: Known }) {
  return (
    <>
      <p className={styles.counted} role="status">
        {AS_KNOWN.counted(known.facts.length, known.factsSince)} <JudgedBy known={known} />
      </p>
      <section>
        <h3 className={styles.subhead}>{AS_KNOWN.duties}</h3>
        <Duties known={known} />
      </section>
      <section>
        <h3 className={styles.subhead}>{AS_KNOWN.points}</h3>
        <Points points={known.changePoints} />
      </section>
      <details className={styles.more}>
        <summary>{`${AS_KNOWN.facts} (${known.facts.length})`}</summary>
        <Facts facts={known.facts} />
      </details>
      <details className={styles.more}>
        <summary>{AS_KNOWN.fingerprints}</summary>
        <dl className={styles.hashes}>
          {(['pack', 'parameters', 'calendars'] as const).map((name) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{AS_KNOWN.fingerprintsOf[name]}</dt>
              <dd>{known.hashes[name]}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function JudgedBy({ known: { version, hashes, edition } }: { readonly known: Known }) {
  const since = sayInstant(edition.recordedAt);
  const said = [AS_KNOWN.by(version, fingerprint(hashes.pack), since)];
  if (!edition.newest) said.push(AS_KNOWN.changedSince);
  if (edition.early) said.unshift(AS_KNOWN.early);
  return said.join(' ');
}

function Duties({ known: { pack, duties, facts } }: { readonly known: Known }) {
  const hours = new Map(facts.map(({ no, at }) => [no, at]));
  const { columns, noDuties } = AS_KNOWN;
  const rank = ({ standing }: Known['duties'][number]) => ORDER.indexOf(standing);
  const rows = [...duties].sort((a, b) => rank(a) - rank(b) || (a.due < b.due ? -1 : 1));
  return (
    <DataTable
      caption={AS_KNOWN.duties}
      rows={rows}
      rowKey={({ key }) => key}
      empty={
        <EmptyState title={noDuties[0]}>
          <p>{noDuties[1]}</p>
        </EmptyState>
      }
      columns={[
        {
          key: 'standing',
          head: columns.standing,
          cell: ({ standing }) => (
            <span>
              <Chip tone={TONES[standing] ?? 'stone'}>{AS_KNOWN.standings[standing] ?? standing}</Chip>
            </span>
          ),
          sortBy: rank,
        },
        {
          key: 'duty',
          head: columns.duty,
          cell: ({ title, because, missed }) => (
            <span className={styles.cell}>
              {title.en}
              {because ? <span className={styles.small}>{AS_KNOWN.because[because] ?? because}</span> : null}
              {missed > 0 ? <span className={styles.small}>{AS_KNOWN.missed(missed)}</span> : null}
            </span>
          ),
          sortBy: ({ title }) => title.en,
        },
        {
          key: 'due',
          head: columns.due,
          cell: ({ due, dueAt, lateAfter, until }) => (
            <span className={styles.cell}>
              <time dateTime={dueAt ?? due}>{dueAt ? sayInstant(dueAt) : sayDay(due)}</time>
              {until === null ? null : <span className={styles.small}>{AS_KNOWN.ended(sayDay(until))}</span>}
              {lateAfter === due ? null : <span className={styles.small}>{AS_KNOWN.lateAfter(sayDay(lateAfter))}</span>}
            </span>
          ),
          sortBy: ({ due }) => due,
        },
        {
          key: 'met',
          head: columns.met,
          cell: ({ dueAt, metOn, metBy }) => {
            if (metOn === null) return '';
            // Of a duty counted in hours the day alone would not say whether it was met in time.
            const metAt = dueAt ? hours.get(metBy.at(-1) ?? 0) : null;
            return (
              <span className={styles.cell}>
                <time dateTime={metAt ?? metOn}>{metAt ? sayInstant(metAt) : sayDay(metOn)}</time>
                {metBy.length > 0 ? <span className={styles.small}>{AS_KNOWN.metBy(metBy.length)}</span> : null}
              </span>
            );
          },
          sortBy: ({ metOn }) => metOn ?? '',
        },
        {
          key: 'why',
          head: columns.why,
          cell: ({ clause, cite }) => <a href={`/app/policy/${pack}#${encodeURIComponent(clause)}`}>{cite}</a>,
          sortBy: ({ cite }) => cite,
        },
      ]}
    />
  );
}

function Points({ points }: { readonly points: Known['changePoints'] }) {
  if (points.length === 0) return <p className={styles.small}>{AS_KNOWN.noPoints}</p>;
  return (
    <ul className={styles.points}>
      {points.map(({ term, title, cite, from, to }) => (
        <li key={`${term} ${from}`}>
          {title.en}: {AS_KNOWN.until(sayDay(from), to === null ? null : sayDay(to))}{' '}
          <span className={styles.small}>{cite}</span>
        </li>
      ))}
    </ul>
  );
}

function Facts({ facts }: Pick<Known, 'facts'>) {
  const { factColumns } = AS_KNOWN;
  return (
    <DataTable
      caption={AS_KNOWN.facts}
      rows={[...facts].reverse()}
      rowKey={({ no }) => String(no)}
      empty={null}
      columns={[
        { key: 'no', head: factColumns.no, cell: ({ no }) => no, sortBy: ({ no }) => no, align: 'end' },
        {
          key: 'what',
          head: factColumns.what,
          cell: ({ kind, supersedes, withdraws }) => (
            <span className={styles.cell}>
              {kindLabel(kind)}
              {supersedes === null ? null : (
                <span className={styles.small}>
                  {withdraws ? AS_KNOWN.withdraws(supersedes) : AS_KNOWN.amends(supersedes)}
                </span>
              )}
            </span>
          ),
          sortBy: ({ kind }) => kindLabel(kind),
        },
        {
          key: 'on',
          head: factColumns.on,
          cell: ({ on }) => <time dateTime={on}>{sayDay(on)}</time>,
          sortBy: ({ on }) => on,
        },
        {
          key: 'recorded',
          head: factColumns.recorded,
          cell: ({ recordedAt }) => <time dateTime={recordedAt}>{sayInstant(recordedAt)}</time>,
          sortBy: ({ recordedAt }) => recordedAt,
        },
      ]}
    />
  );
}
