import type { TimelineEntry } from '#design-system/lists/timeline-list.tsx';
import type { OwedItem } from '#modules/worklists/contract.ts';
import { words } from '../words.ts';
import { TONES } from './families.ts';

const { stood } = words.timeline;

/** How a duty whose day has come is marked and said, by its standing; what is void was never owed. */
const STOOD: Readonly<Record<string, Pick<TimelineEntry, 'status' | 'by'>>> = {
  met: { status: 'met', by: stood.met },
  'met-late': { status: 'met', by: stood.metLate },
  exempted: { status: 'exempt', by: stood.exempted },
  missed: { status: 'near-miss', by: stood.missed },
  impossible: { status: 'near-miss', by: stood.impossible },
  amber: { status: 'target', by: stood.amber },
  late: { status: 'late', by: stood.late },
};

/** What was owed by a day that has come, with how it stands; what is still to come is on the overview. */
export function dutyEntries(owed: readonly OwedItem[], today: string, chart: string): readonly TimelineEntry[] {
  return owed
    .filter(({ due }) => due <= today)
    .flatMap((item) => {
      const stands = STOOD[item.standing];
      if (!stands) return [];
      const href = `/app/youth/${chart}?duty=${encodeURIComponent(item.key)}`;
      const kind = { label: words.timeline.duties, tone: TONES.duties };
      return [{ id: `owed ${item.key}`, day: item.due, title: item.title, kind, href, ...stands }];
    });
}
