import type { TimelineEntry } from '#design-system/lists/timeline-list.tsx';
import { kindLabel } from '#modules/duties/pages/facts/kind-labels.ts';
import type { ChartDuty } from '../../contract.ts';
import type { Mark } from '../overview/marks.ts';
import { words } from '../words.ts';
import { aboutDuty } from './about-duty.ts';
import { detailOf } from './detail-of.ts';
import { familyOf, TONES } from './families.ts';

const STATUS: Readonly<Record<string, TimelineEntry['status']>> = {
  'contact.made': 'contact-made',
  'contact.attempted': 'contact-attempted',
};

/** One fact as an entry of the timeline; a contact leads to its note, what was decided of a duty to the duty. */
export function entryOf(mark: Mark, chart: string, owed: readonly ChartDuty[] = []): TimelineEntry {
  const family = familyOf(mark.kind);
  const note = mark.data['contact'];
  const duty = aboutDuty(mark, owed);
  const contact = mark.kind.startsWith('contact.') && typeof note === 'string';
  return {
    id: String(mark.seq),
    day: mark.on,
    kind: { label: words.timeline[family], tone: TONES[family] },
    status: STATUS[mark.kind],
    title: kindLabel(mark.kind),
    href: contact
      ? `/app/youth/${chart}/notes#${note}`
      : duty && `/app/youth/${chart}?duty=${encodeURIComponent(duty.key)}`,
    by: duty?.title ?? detailOf(mark),
  };
}
