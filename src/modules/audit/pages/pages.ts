import { IconEye } from '@tabler/icons-react';
import type { StaffPage } from '#web/staff/page.ts';

/** Who did or saw what. */
export const pages: readonly StaffPage[] = [
  {
    path: '/app/audit',
    title: 'Audit',
    permission: 'audit.read',
    load: () => import('./trail-page.tsx'),
    nav: { label: 'Audit', order: 80, icon: IconEye },
  },
];
