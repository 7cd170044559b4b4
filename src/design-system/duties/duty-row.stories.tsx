import { Button } from '@mantine/core';
import type { Story } from '#design-system/story.ts';
import { DutyList } from './duty-group.tsx';
import { DutyRow } from './duty-row.tsx';

const common = { href: '#duty', today: '2026-10-13', youth: 'Amina R.', age: 14 };

export const story: Story = {
  name: 'DutyRow',
  states: {
    late: () => (
      <DutyList>
        <DutyRow
          {...common}
          title="Review of the service plan"
          due="2026-10-09"
          reason="90 days after the last submission on 11 July"
          chip={{ label: 'ISP review', tone: 'brick' }}
        />
      </DutyList>
    ),
    'today, selected, with an action': () => (
      <DutyList>
        <DutyRow
          {...common}
          title="First contact with the family"
          due="2026-10-13"
          dueAt="by 14:20"
          reason="Referred by PerformCare yesterday 14:20"
          action={<Button size="sm">Record contact</Button>}
          selected
        />
      </DutyList>
    ),
    'a target, without a reason line': () => (
      <DutyList>
        <DutyRow
          {...common}
          title="Offer of a family support partner"
          due="2026-10-15"
          chip={{ label: 'Target', tone: 'marigold' }}
        />
      </DutyList>
    ),
    'inside a chart, next year': () => (
      <DutyList>
        <DutyRow href="#duty" today="2026-10-13" title="Reassessment" due="2027-01-11" />
      </DutyList>
    ),
  },
};
