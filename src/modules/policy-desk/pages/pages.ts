import { IconBook } from '@tabler/icons-react';
import { withinChart } from '#modules/chart/pages/frame/within-chart.ts';
import type { StaffPage } from '#web/staff/page.ts';

/** The rules the program counts by, and the numbers an agency sets itself. */
export const pages: readonly StaffPage[] = [
  {
    path: '/app/policy',
    title: 'Policy',
    permission: 'policy.read',
    load: () => import('./packs-page.tsx'),
    nav: { label: 'Policy', order: 50, icon: IconBook },
  },
  { path: '/app/policy/$pack', title: 'Clauses', permission: 'policy.read', load: () => import('./clauses-page.tsx') },
  {
    path: '/app/youth/$chart/policy',
    title: 'What follows from the rules',
    permission: 'duty.explain',
    within: withinChart,
    load: () => import('./as-known/as-known-page.tsx'),
  },
];
