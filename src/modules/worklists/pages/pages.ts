import { IconListCheck } from '@tabler/icons-react';
import type { StaffPage } from '#web/staff/page.ts';

/** The day's work: where the application begins. */
export const pages: readonly StaffPage[] = [
  {
    path: '/app',
    title: 'Today',
    permission: 'worklist.read',
    load: () => import('./today-page.tsx'),
    nav: { label: 'Today', order: 10, icon: IconListCheck, count: 'mine' },
  },
];
