import type { TimelineEntry } from '#design-system/lists/timeline-list.tsx';
import type { ChartDuty } from '../../contract.ts';
import { sayDay } from '../say.ts';
import { words } from '../words.ts';
import { TONES } from './families.ts';

const { stood } = words.timeline;

/** How a duty that was met is said, by its standing; it stands on the day it was met. */
const MET: Readonly<Record<string, (due: string) => string>> = { met: stood.met, 'met-late': stood.metLate };

/** How a duty whose day came without that is marked and said; what is void was never owed. */
const STOOD: Readonly<Record<string, Pick<TimelineEntry, 'status' | 'by'>>> = {
  exempted: { status: 'exempt', by: stood.exempted },
  missed: { status: 'near-miss', by: stood.missed },
  impossible: { status: 'near-miss', by: stood.impossible },
  amber: { status: 'target', by: stood.amber },
  late: { status: 'late', by: stood.late },
};

/** Where a duty stands in what was: on the day it was met, else on its due day; null for what is still to come. */
function stoodOn(
  { standing, due, metOn }: ChartDuty,
  today: string,
): Pick<TimelineEntry, 'day' | 'status' | 'by'> | null {
  const met = MET[standing];
  if (met && metOn) return { day: metOn, status: 'met', by: met(sayDay(due, today)) };
  const stands = STOOD[standing];
  return stands && due <= today ? { day: due, ...stands } : null;
}

/** What was met, and what was owed by a day that has come; what is still to come is on the overview. */
export function dutyEntries(owed: readonly ChartDuty[], today: string, chart: string): readonly TimelineEntry[] {
  return owed.flatMap((item) => {
    const stands = stoodOn(item, today);
    if (!stands) return [];
    const href = `/app/youth/${chart}?duty=${encodeURIComponent(item.key)}`;
    const kind = { label: words.timeline.duties, tone: TONES.duties };
    return [{ id: `owed ${item.key}`, title: item.title, kind, href, ...stands }];
  });
}
