import type { Story } from '#design-system/story.ts';
import { FilterPills } from './filter-pills.tsx';

export const story: Story = {
  name: 'FilterPills',
  states: {
    'with counts': () => (
      <FilterPills
        label="Whose duties"
        current="#mine"
        pills={[
          { label: 'Mine', href: '#mine', count: 23 },
          { label: 'My team', href: '#team', count: 141 },
          { label: 'Unassigned', href: '#unassigned', count: 6 },
          { label: 'Waiting on others', href: '#waiting', count: 11 },
        ]}
      />
    ),
  },
};
