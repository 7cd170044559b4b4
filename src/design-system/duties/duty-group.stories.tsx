import type { Story } from '#design-system/story.ts';
import { DutyGroup } from './duty-group.tsx';
import { DutyRow } from './duty-row.tsx';

const row = <DutyRow href="#duty" title="Weekly call" youth="Jonah T." age={9} due="2026-10-12" today="2026-10-13" />;

export const story: Story = {
  name: 'DutyGroup',
  states: {
    late: () => (
      <DutyGroup time="late" count="4" href="#late">
        {row}
      </DutyGroup>
    ),
    today: () => (
      <DutyGroup time="today" count="3" href="#today">
        {row}
      </DutyGroup>
    ),
    'waiting on others': () => (
      <DutyGroup time="waiting" count="11" href="#waiting">
        {row}
      </DutyGroup>
    ),
  },
};
