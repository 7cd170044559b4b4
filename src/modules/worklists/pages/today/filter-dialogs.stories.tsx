import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Story } from '#design-system/story.ts';
import { createQueryClient } from '#web/staff/data/query-client.ts';
import type { SavedFilter } from '../../filters/contract.ts';
import { KeepFilterDialog } from './keep-filter-dialog.tsx';
import { ManageFiltersDialog } from './manage-filters-dialog.tsx';

const nothing = () => undefined;

function WithQueries({ children }: { readonly children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

const late = { whose: 'team', group: 'youth', clause: null, time: 'late' } as const;
const filters: readonly SavedFilter[] = [
  { id: '5f0a5b3c-0000-4000-8000-000000000001', name: 'Late, by youth', filter: late, shared: false, by: null },
  { id: '5f0a5b3c-0000-4000-8000-000000000002', name: 'Monday meeting', filter: late, shared: true, by: null },
  { id: '5f0a5b3c-0000-4000-8000-000000000003', name: 'First visits', filter: late, shared: true, by: 'M. Ortega' },
];

const manage = (some: readonly SavedFilter[], opensWith: string | null) => (
  <WithQueries>
    <ManageFiltersDialog filters={some} opensWith={opensWith} onClose={nothing} />
  </WithQueries>
);

export const story: Story = {
  name: 'Saved filters: dialogs',
  screen: true,
  states: {
    keep: () => (
      <WithQueries>
        <KeepFilterDialog filter={late} onClose={nothing} />
      </WithQueries>
    ),
    manage: () => manage(filters, filters[1]?.id ?? null),
    'manage, none kept': () => manage([], null),
  },
};
