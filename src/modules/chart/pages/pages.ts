import { IconUsers } from '@tabler/icons-react';
import type { StaffPage } from '#web/staff/page.ts';
import { withinChart } from './frame/within-chart.ts';

/** Youth and their charts. */
export const pages: readonly StaffPage[] = [
  {
    path: '/app/youth',
    title: 'Youth',
    permission: 'chart.search',
    load: () => import('./youth-page.tsx'),
    soon: true,
    nav: { label: 'Youth', order: 20, icon: IconUsers, count: 'charts' },
  },
  {
    path: '/app/youth/transferred',
    title: 'Transferred',
    permission: 'chart.transferred',
    load: () => import('../transferred/pages/transferred-page.tsx'),
  },
  {
    path: '/app/youth/$chart/transferred',
    title: 'Transferred chart',
    permission: 'chart.transferred',
    load: () => import('../transferred/pages/kept-page.tsx'),
  },
  {
    path: '/app/youth/$chart',
    title: 'Chart',
    permission: 'chart.read',
    within: withinChart,
    load: () => import('./overview-page.tsx'),
    soon: true,
  },
  {
    path: '/app/youth/$chart/timeline',
    title: 'Timeline',
    permission: 'chart.read',
    within: withinChart,
    load: () => import('./timeline-page.tsx'),
    soon: true,
  },
  {
    path: '/app/youth/$chart/family',
    title: 'Family and contacts',
    permission: 'chart.read',
    within: withinChart,
    load: () => import('./family-page.tsx'),
    soon: true,
  },
  {
    path: '/app/youth/$chart/face-sheet',
    title: 'Face sheet',
    permission: 'chart.read',
    load: () => import('./face-sheet-page.tsx'),
  },
  {
    path: '/app/youth/$chart/looks',
    title: 'Who looked',
    permission: 'chart.looks',
    within: withinChart,
    load: () => import('./looks-page.tsx'),
  },
];
