import type { Story } from '#design-system/story.ts';
import { TimelineList } from './timeline-list.tsx';

export const story: Story = {
  name: 'TimelineList',
  states: {
    'two months': () => (
      <TimelineList
        today="2026-12-06"
        entries={[
          {
            id: '1',
            day: '2026-12-06',
            at: '10:30',
            kind: { label: 'Contact', tone: 'pine' },
            status: 'contact-made',
            title: 'Visit with Rosa and Luz at home',
            href: '#1',
            detail: 'Sleep is better. Dance class starts in January.',
            by: 'R. Osei · 45 minutes',
          },
          {
            id: '2',
            day: '2026-12-03',
            kind: { label: 'Contact', tone: 'pine' },
            status: 'contact-attempted',
            title: 'Call to Rosa, not yet reached',
            by: 'R. Osei',
            amended: 'Corrected by R. Osei on 4 Dec: it was Thursday, not Wednesday',
          },
          {
            id: '3',
            day: '2026-11-29',
            kind: { label: 'Stay', tone: 'plum' },
            title: 'Inpatient stay began',
            href: '#3',
            by: 'T. Marsh',
          },
          {
            id: '4',
            day: '2026-11-11',
            kind: { label: 'Meeting', tone: 'sky' },
            status: 'met',
            title: 'First team meeting',
            href: '#4',
            by: 'R. Osei · five came',
          },
        ]}
      />
    ),
  },
};
