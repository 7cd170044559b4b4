import type { Story } from '#design-system/story.ts';
import type { Lane, LaneMark } from './lane.ts';
import { Lanes } from './lanes.tsx';

const contact = (day: string, made = true): LaneMark => ({
  kind: 'mark',
  id: day,
  day,
  shape: 'disc',
  filled: made,
  tone: 'pine',
  label: made ? `Contact made on ${day}` : `Contact attempted on ${day}`,
});

const lanes: readonly Lane[] = [
  {
    label: 'Enrolment',
    items: [
      {
        kind: 'bar',
        id: '1',
        from: '2026-10-13',
        to: '2026-11-01',
        tone: 'pine',
        weight: 1,
        short: 'engage',
        label: 'Engagement, 13 October to 1 November',
      },
      {
        kind: 'bar',
        id: '2',
        from: '2026-11-01',
        to: '2026-12-14',
        tone: 'pine',
        weight: 2,
        short: 'plan',
        label: 'Planning, 1 November to 14 December',
      },
      {
        kind: 'bar',
        id: '3',
        from: '2026-12-14',
        to: null,
        tone: 'pine',
        weight: 3,
        short: 'put into practice',
        label: 'Putting the plan into practice, since 14 December',
      },
    ],
  },
  {
    label: 'Contacts',
    items: [
      contact('2026-10-14'),
      contact('2026-10-19'),
      contact('2026-10-22', false),
      contact('2026-10-25'),
      contact('2026-10-29'),
      contact('2026-11-05'),
      contact('2026-11-08', false),
      contact('2026-11-12'),
      contact('2026-11-22'),
    ],
  },
  {
    label: 'Meetings',
    items: [
      {
        kind: 'mark',
        id: '7',
        day: '2026-11-11',
        shape: 'square',
        filled: true,
        tone: 'sky',
        label: 'First team meeting, 11 November',
      },
      {
        kind: 'mark',
        id: '8',
        day: '2026-12-12',
        shape: 'square',
        filled: false,
        tone: 'sky',
        label: 'Team meeting planned for 12 December',
      },
    ],
  },
  {
    label: 'Plan',
    items: [
      {
        kind: 'bar',
        id: '4',
        from: '2026-10-19',
        to: '2026-11-11',
        tone: 'marigold',
        weight: 2,
        short: 'interim',
        label: 'Interim plan',
      },
      {
        kind: 'bar',
        id: '5',
        from: '2026-11-11',
        to: '2027-01-23',
        tone: 'marigold',
        weight: 3,
        short: 'initial, approved 24 Nov',
        label: 'Initial plan, approved 24 November',
      },
    ],
  },
  {
    label: 'Stays',
    items: [
      {
        kind: 'bar',
        id: '6',
        from: '2026-11-27',
        to: '2026-12-07',
        tone: 'plum',
        weight: 2,
        short: 'inpatient 27 Nov – 7 Dec',
        label: 'Inpatient stay, 27 November to 7 December',
      },
    ],
  },
  {
    label: 'Owed',
    items: [
      {
        kind: 'mark',
        id: '9',
        day: '2026-11-11',
        shape: 'diamond',
        filled: true,
        tone: 'moss',
        label: 'Service plan: met on 11 November',
      },
      {
        kind: 'mark',
        id: '10',
        day: '2026-12-09',
        shape: 'diamond',
        filled: true,
        tone: 'marigold',
        label: 'Contact after leaving hospital: due 9 December, near',
      },
      {
        kind: 'mark',
        id: '11',
        day: '2027-02-08',
        shape: 'diamond',
        filled: false,
        tone: 'pine',
        label: 'Review of the service plan: due 8 February',
      },
    ],
  },
];

const span = { label: 'Where we are', from: '2026-09-29', to: '2027-02-27', today: '2026-12-06' };

export const story: Story = {
  name: 'Lanes',
  states: {
    'five months': () => <Lanes {...span} lanes={lanes} />,
    'nothing yet': () => <Lanes {...span} label="At the start" lanes={lanes.map((lane) => ({ ...lane, items: [] }))} />,
  },
};
