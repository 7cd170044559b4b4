import { IconBuildingCommunity } from '@tabler/icons-react';
import type { StaffPage } from '#web/staff/page.ts';

/** Organizations and the counties they serve. */
export const pages: readonly StaffPage[] = [
  {
    path: '/app/directory',
    title: 'Directory',
    permission: 'directory.read',
    load: () => import('./directory-page.tsx'),
    nav: { label: 'Directory', order: 60, icon: IconBuildingCommunity },
  },
  {
    path: '/app/directory/$agency',
    title: 'Organization',
    permission: 'directory.read',
    load: () => import('./agency-page.tsx'),
  },
];
