import { SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { usePageParam } from '#web/staff/routing/use-page.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { readClauses, readPacks } from '../contract.ts';
import { type Clause, ClauseCard, type Language } from './clause-card.tsx';
import { grouped, hasWords } from './grouped.ts';
import styles from './policy.module.css';
import { CLAUSES, PACKS } from './words.ts';

/** The clauses of a pack in words, each with its numbers and who set them. A `#clause` in the address leads to one. */
export default function ClausesPage() {
  const pack = usePageParam('pack');
  const packs = useRead(readPacks, {});
  const clauses = useRead(readClauses, { params: { pack } });
  const title = packs.data?.packs.find(({ id }) => id === pack)?.title.en;
  return (
    <WithPanel>
      <p className={styles.back}>
        <a href="/app/policy">{CLAUSES.back}</a>
      </p>
      <PageHeader title={CLAUSES.rulesOf} summary={title} />
      {clauses.isPending ? <LoadingState label={CLAUSES.loading} rows={6} /> : null}
      {clauses.isError && !clauses.data ? (
        <FailedState title={PACKS.failed} kept={PACKS.kept} onRetry={() => void clauses.refetch()} />
      ) : null}
      {clauses.data ? <Clauses pack={pack} clauses={clauses.data.clauses} /> : null}
    </WithPanel>
  );
}

function Clauses({ pack, clauses }: { readonly pack: string; readonly clauses: readonly Clause[] }) {
  const [typed, setTyped] = useState('');
  const [ownOnly, setOwnOnly] = useState(false);
  const [language, setLanguage] = useState<Language>('en');
  const mayOverride = useMay()('policy.override');
  const sought = useSought();
  const own = ({ parameters }: Clause) => parameters.some(({ override }) => override !== null);
  const shown = clauses.filter((clause) => hasWords(clause, typed.trim()) && (!ownOnly || own(clause)));
  const groups = grouped(shown);
  return (
    <div className={styles.stack}>
      <div className={styles.tools}>
        <TextInput
          className={styles.find}
          type="search"
          label={CLAUSES.find}
          placeholder={CLAUSES.findHint}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={CLAUSES.language}
          value={language}
          onChange={(next) => setLanguage(next === 'es' ? 'es' : 'en')}
          data={Object.entries(CLAUSES.languages).map(([value, label]) => ({ value, label }))}
        />
        <Switch
          label={CLAUSES.onlySet}
          checked={ownOnly}
          onChange={(event) => setOwnOnly(event.currentTarget.checked)}
        />
        <span className={styles.small} role="status">
          {CLAUSES.count(shown.length, clauses.length)}
        </span>
      </div>
      <nav aria-label={CLAUSES.groupsLabel}>
        <ul className={styles.groups}>
          {groups.map(({ id, title, clauses: some }) => (
            <li key={id}>
              <a href={`/app/policy/${pack}#part-${id}`}>{title}</a> <span className={styles.small}>{some.length}</span>
            </li>
          ))}
        </ul>
      </nav>
      {groups.length === 0 ? (
        <EmptyState title={ownOnly && typed.trim() === '' ? CLAUSES.noneSet : CLAUSES.none}>
          <p>{ownOnly && typed.trim() === '' ? CLAUSES.noneSetWhy : CLAUSES.noneWhy}</p>
        </EmptyState>
      ) : null}
      {groups.map(({ id, title, clauses: some }) => (
        <div key={id} className={styles.stack}>
          <p className={styles.part} id={`part-${id}`} tabIndex={-1}>
            {title}
          </p>
          {some.map((clause) => (
            <ClauseCard key={clause.id} {...{ pack, clause, mayOverride, language }} sought={clause.id === sought} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** What the address leads to within the page: gone to once the clauses are here, and again when the address changes. */
function useSought(): string {
  const { hash } = useLocation();
  const sought = decodeURIComponent(hash);
  useEffect(() => {
    const place = sought === '' ? null : document.getElementById(sought);
    if (place === null) return;
    place.scrollIntoView({ block: 'start' });
    place.setAttribute('tabindex', '-1');
    place.focus({ preventScroll: true });
  }, [sought]);
  return sought;
}
