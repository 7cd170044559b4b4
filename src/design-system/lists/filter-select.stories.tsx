import { useState } from 'react';
import type { Story } from '#design-system/story.ts';
import { FilterSelect } from './filter-select.tsx';

const choices = [
  { value: '', label: 'All clauses' },
  { value: 'call', label: 'By telephone every week' },
  { value: 'search', label: 'Search for a youth who is missing, with the family support organization' },
];

function Chosen({ first }: { readonly first: string }) {
  const [value, setValue] = useState(first);
  return <FilterSelect label="Clause" choices={choices} value={value} onChange={setValue} />;
}

export const story: Story = {
  name: 'FilterSelect',
  states: {
    everything: () => <Chosen first="" />,
    'narrowed to one': () => <Chosen first="call" />,
    'a long choice': () => <Chosen first="search" />,
  },
};
