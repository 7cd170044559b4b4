import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { usePageParam } from '#web/staff/routing/use-page.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import type { Agreement } from '../agreements/contract.ts';
import { AgreementsCard } from '../agreements/pages/agreements-card.tsx';
import { WhyItRunsOut } from '../agreements/pages/why-it-runs-out.tsx';
import { readDirectory } from '../contract.ts';
import styles from './directory.module.css';
import type { Read } from './directory-page.tsx';
import { DIRECTORY } from './words.ts';

/** One organization: how it is reached, which counties it serves, and of one's own also its agreements. */
export default function AgencyPage() {
  const wanted = Number(usePageParam('agency'));
  const directory = useRead(readDirectory, {});
  const may = useMay();
  const [asked, setAsked] = useState<Agreement | null>(null);
  const read = directory.data;
  const agency = read?.agencies.find(({ id }) => id === wanted);
  const panel = asked ? <WhyItRunsOut agreement={asked} onClose={() => setAsked(null)} /> : undefined;
  return (
    <WithPanel panel={panel}>
      <p className={styles.small}>
        <a href="/app/directory">{DIRECTORY.back}</a>
      </p>
      <PageHeader title={agency?.name ?? DIRECTORY.title} summary={agency && kindOf(agency.kind)} />
      {directory.isPending ? <LoadingState label={DIRECTORY.loading} rows={6} /> : null}
      {directory.isError ? (
        <FailedState title={DIRECTORY.failed} kept={DIRECTORY.kept} onRetry={() => void directory.refetch()} />
      ) : null}
      {read && !agency ? <EmptyState title={DIRECTORY.noAgency} /> : null}
      {read && agency ? (
        <div className={styles.stack}>
          <About read={read} agency={agency} />
          {agency.id === read.own && may('agreement.read') ? (
            <AgreementsCard organizations={read.agencies.filter(({ id }) => id !== read.own)} onWhy={setAsked} />
          ) : null}
        </div>
      ) : null}
    </WithPanel>
  );
}

const kindOf = (kind: string): string => (DIRECTORY.kinds as Readonly<Record<string, string>>)[kind] ?? kind;

interface AboutProps {
  readonly read: Read;
  readonly agency: Read['agencies'][number];
}

function About({ read, agency }: AboutProps) {
  const names = new Map(read.counties.map(({ code, name }) => [code, name]));
  const serves = read.areas
    .filter((area) => area.agency === agency.id && (area.to === null || area.to >= read.today))
    .map(({ county }) => names.get(county) ?? county);
  return (
    <Card title={DIRECTORY.about}>
      <dl className={styles.about}>
        <dt>{DIRECTORY.phone}</dt>
        <dd>
          {agency.phone ?? DIRECTORY.noPhone}
          {agency.phone && agency.phoneSource ? (
            <span className={styles.small}> {DIRECTORY.phoneFrom(agency.phoneSource)}</span>
          ) : null}
        </dd>
        {agency.website ? (
          <>
            <dt>{DIRECTORY.mendSite}</dt>
            <dd>
              <a href={agency.website} rel="noreferrer">
                {agency.website}
              </a>
            </dd>
          </>
        ) : null}
        {serves.length > 0 ? (
          <>
            <dt>{DIRECTORY.counties}</dt>
            <dd>{serves.join(', ')}</dd>
          </>
        ) : null}
      </dl>
    </Card>
  );
}
