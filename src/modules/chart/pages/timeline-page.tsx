import { Button } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { FilterPills } from '#design-system/lists/filter-pills.tsx';
import { TimelineList } from '#design-system/lists/timeline-list.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { kindLabel } from '#modules/duties/pages/facts/kind-labels.ts';
import { mendingOf } from '#modules/mending/model.ts';
import { WrongFactButton } from '#modules/mending/pages/wrong-fact-button.tsx';
import { usePageQuery } from '#web/staff/routing/use-page.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import type { Overview } from '../contract.ts';
import { ChartPart } from './frame/chart-part.tsx';
import { dutyEntries } from './timeline/duty-entries.ts';
import { entryOf } from './timeline/entry-of.ts';
import { FAMILIES, type Family, familyOf } from './timeline/families.ts';
import { SetRightSwitch } from './timeline/set-right-switch.tsx';
import styles from './timeline/timeline.module.css';
import { words } from './words.ts';

/** Everything that happened and was owed until today, newest first, to be narrowed to one kind. */
export default function TimelinePage() {
  return <ChartPart>{(overview) => <Timeline overview={overview} />}</ChartPart>;
}

/** How many are drawn before somebody asks for what is earlier. */
const FIRST = 50;
/** How many fill the screen: the others are drawn right after, while these can be read. */
const IN_SIGHT = 14;

function Timeline({ overview }: { readonly overview: Overview }) {
  const { header, marks, owed, today } = overview;
  const may = useMay();
  const [whole, setWhole] = useState(false);
  // Rows are read a hundred times for each that is set right: they carry that button only when somebody came for it.
  const [settingRight, setSettingRight] = useState(false);
  const base = `/app/youth/${header.id}/timeline`;
  const wanted = usePageQuery().get('show');
  const only: Family | undefined = FAMILIES.find((family) => family === wanted);
  // Said in words when it is drawn: of years, most is never looked at.
  const happened = marks.toReversed().map((mark) => ({
    family: familyOf(mark.kind),
    day: mark.on,
    entry: () => ({
      ...entryOf(mark, header.id, owed),
      action: settingRight ? <WrongFactButton chart={header.id} fact={mark} about={kindLabel(mark.kind)} /> : undefined,
    }),
  }));
  const stood = dutyEntries(owed, today, header.id).map((entry) => ({
    family: 'duties' as const,
    day: entry.day,
    entry: () => entry,
  }));
  // Newest first; on one day what happened stands before what was owed by then.
  const all = [...happened, ...stood].toSorted((a, b) => Number(a.day < b.day) - Number(a.day > b.day));
  const shown = only ? all.filter(({ family }) => family === only) : all;
  const drawn = useDeferredValue(whole ? shown.length : FIRST, IN_SIGHT);
  const pills = [
    { label: words.timeline.all, href: base, count: all.length },
    ...FAMILIES.map((name) => ({
      label: words.timeline[name],
      href: `${base}?show=${name}`,
      count: all.filter(({ family }) => family === name).length,
    })).filter(({ count }) => count > 0),
  ];
  return (
    <div className={styles.page}>
      <div className={styles.filter}>
        <FilterPills label={words.timeline.filter} pills={pills} current={only ? `${base}?show=${only}` : base} />
        {may('record.mend') && marks.some(({ kind }) => mendingOf(kind)) ? (
          <SetRightSwitch on={settingRight} onChange={setSettingRight} />
        ) : null}
      </div>
      {shown.length === 0 ? (
        <EmptyState title={words.timeline.empty.title}>{words.timeline.empty.says}</EmptyState>
      ) : (
        <>
          <TimelineList today={today} entries={shown.slice(0, drawn).map(({ entry }) => entry())} />
          {whole || shown.length <= FIRST ? null : (
            <Button variant="default" onClick={() => setWhole(true)}>
              {words.timeline.earlier}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
