import { type ReactNode, useCallback, useMemo } from 'react';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { Tabs } from '#design-system/page/tabs.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { RecordHeader } from '#design-system/record/record-header.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { talksIn } from '#modules/youth/languages.ts';
import { planWords } from '#modules/youth/pages/plan-words.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { useGo, usePageParam } from '#web/staff/routing/use-page.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { useShortcut } from '#web/staff/shortcuts/shortcuts.ts';
import { type Overview, openChart } from '../../contract.ts';
import { nameOf, sayCoverage, sayDay, stageWords } from '../say.ts';
import { words } from '../words.ts';
import styles from './chart-frame.module.css';

const TABS = [
  ['overview', '', 'chart.read'],
  ['timeline', '/timeline', 'chart.read'],
  ['notes', '/notes', 'chart.read'],
  ['family', '/family', 'chart.read'],
  ['referral', null, 'referral.read'],
  ['policy', '/policy', 'duty.explain'],
  ['related', '/related', 'relation.read'],
  ['looks', '/looks', 'chart.looks'],
] as const;
export type ChartTab = (typeof TABS)[number][0];

export interface ChartFrameProps {
  readonly tab: ChartTab;
  readonly children: (overview: Overview) => ReactNode;
  /** Beside the page: why something is owed. */
  readonly panel?: (overview: Overview) => ReactNode;
}

/** Every part of a chart: who it is about stays in sight, the parts are links, and n begins a note. */
export function ChartFrame({ tab, children, panel }: ChartFrameProps) {
  const chart = usePageParam('chart');
  const read = useRead(openChart, { params: { chart } });
  if (read.data) {
    return (
      <WithChart overview={read.data} tab={tab} panel={panel?.(read.data)}>
        {children(read.data)}
      </WithChart>
    );
  }
  return (
    <WithPanel>{read.isPending ? <LoadingState label={words.loading} rows={7} /> : <NotShown read={read} />}</WithPanel>
  );
}

/** Instead of a chart: the same words for one that does not exist and one this seat may not see. */
export function NotShown({ read }: { readonly read: ReturnType<typeof useRead<typeof openChart>> }) {
  const mayTake = useMay()('emergency.take');
  // An address that cannot be a chart's is told from one that is none no more than by the server's code.
  if ([404, 422].includes(read.error?.problem?.status ?? 0)) {
    return (
      <>
        <PageHeader title={words.gone.title} />
        <EmptyState title={words.gone.nothing}>
          <p>{words.gone.says}</p>
          {mayTake ? (
            <p>
              {words.gone.safety} <a href="/app/emergency">{words.gone.emergency}</a>
            </p>
          ) : null}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={words.failed.title} />
      <FailedState title={words.failed.title} kept={words.failed.kept} onRetry={() => void read.refetch()} />
    </>
  );
}

interface WithChartProps {
  readonly overview: Overview;
  readonly tab: ChartTab;
  readonly panel: ReactNode;
  readonly children: ReactNode;
}

function WithChart({ overview, tab, panel, children }: WithChartProps) {
  const go = useGo();
  const may = useMay();
  const { header, today } = overview;
  const base = `/app/youth/${header.id}`;
  const mayNote = may('contact.record');
  const newNote = useCallback(() => go(`${base}/notes/new`), [go, base]);
  const about = useMemo(() => headerOf(header, today), [header, today]);
  // Registered here so that it goes before the frame's own, which asks about whom.
  useShortcut('n', words.header.newNote, newNote, mayNote);
  const hrefOf = (path: string | null) => (path === null ? `/app/referrals/${header.id}` : `${base}${path}`);
  const tabs = TABS.filter(([, , permission]) => may(permission));
  const current = TABS.find(([name]) => name === tab);
  return (
    <div className={styles.chart}>
      <RecordHeader {...about} faceSheetHref={`${base}/face-sheet`} onNote={mayNote ? newNote : undefined} />
      <Tabs
        label={words.tabs.label}
        tabs={tabs.map(([name, path]) => ({ label: words.tabs[name], href: hrefOf(path) }))}
        current={hrefOf(current?.[1] ?? '')}
      />
      <WithPanel panel={panel}>{children}</WithPanel>
    </div>
  );
}

/** What the record header says, from what the chart says. */
function headerOf(header: Overview['header'], today: string) {
  const { youth, coverage, careManager, alerts, stage, stageSince } = header;
  const legal = `${youth.legalFirst} ${youth.legalLast}`;
  const stageSaid = stageWords(stage);
  return {
    preferredName: nameOf(header),
    legalName: legal === nameOf(header) ? undefined : legal,
    pronouns: youth.pronouns ?? undefined,
    age: youth.age ?? undefined,
    language: [talksIn(youth.languages), youth.interpreter ? words.header.interpreter : null]
      .filter(Boolean)
      .join(', '),
    alerts: alerts.map((alert) => alert.words),
    coverage: coverage.map((one) => (one.plan ? planWords(one.plan) : sayCoverage(one))),
    careManager: careManager ? words.header.careManager(careManager.name) : words.header.noCareManager,
    stage: {
      label: stageSince ? words.header.since(stageSaid, sayDay(stageSince, today)) : stageSaid,
      tone: 'stone' as const,
    },
  };
}
