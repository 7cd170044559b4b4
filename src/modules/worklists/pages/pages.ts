import { IconHome, IconListCheck } from '@tabler/icons-react';
import type { StaffPage } from '#web/staff/page.ts';

/** Where the application begins: the day's work, or for seats without a list of their own what they are for. */
export const pages: readonly StaffPage[] = [
  {
    path: '/app',
    title: 'Today',
    permission: 'worklist.read',
    load: () => import('./today-page.tsx'),
    nav: { label: 'Today', order: 10, icon: IconListCheck, count: 'owed', onlyFirst: true },
  },
  {
    path: '/app/start',
    title: 'Start',
    load: () => import('./start-page.tsx'),
    nav: { label: 'Start', order: 5, icon: IconHome, onlyFirst: true },
  },
];
