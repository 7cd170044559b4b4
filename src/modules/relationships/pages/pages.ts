import { withinChart } from '#modules/chart/pages/frame/within-chart.ts';
import type { StaffPage } from '#web/staff/page.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/app/youth/$chart/related',
    title: 'Who may see it',
    permission: 'relation.read',
    within: withinChart,
    load: () => import('./who-may-see-page.tsx'),
  },
];
