import { FilterPills } from '#design-system/lists/filter-pills.tsx';
import { TimelineList } from '#design-system/lists/timeline-list.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { usePageQuery } from '#web/staff/routing/use-page.ts';
import type { Overview } from '../contract.ts';
import { ChartFrame } from './frame/chart-frame.tsx';
import { entryOf } from './timeline/entry-of.ts';
import { FAMILIES, type Family, familyOf } from './timeline/families.ts';
import styles from './timeline/timeline.module.css';
import { words } from './words.ts';

/** Everything that happened, newest first, to be narrowed to one kind. */
export default function TimelinePage() {
  return <ChartFrame tab="timeline">{(overview) => <Timeline overview={overview} />}</ChartFrame>;
}

function Timeline({ overview }: { readonly overview: Overview }) {
  const { header, marks, today } = overview;
  const base = `/app/youth/${header.id}/timeline`;
  const wanted = usePageQuery().get('show');
  const only: Family | undefined = FAMILIES.find((family) => family === wanted);
  const newest = marks.toReversed();
  const shown = only ? newest.filter(({ kind }) => familyOf(kind) === only) : newest;
  const pills = [
    { label: words.timeline.all, href: base, count: marks.length },
    ...FAMILIES.map((family) => ({
      label: words.timeline[family],
      href: `${base}?show=${family}`,
      count: marks.filter(({ kind }) => familyOf(kind) === family).length,
    })).filter(({ count }) => count > 0),
  ];
  return (
    <div className={styles.page}>
      <div className={styles.filter}>
        <FilterPills label={words.timeline.filter} pills={pills} current={only ? `${base}?show=${only}` : base} />
      </div>
      {shown.length === 0 ? (
        <EmptyState title={words.timeline.empty.title}>{words.timeline.empty.says}</EmptyState>
      ) : (
        <TimelineList today={today} entries={shown.map((mark) => entryOf(mark, header.id))} />
      )}
    </div>
  );
}
