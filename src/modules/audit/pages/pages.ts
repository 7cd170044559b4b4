import { IconEye } from '@tabler/icons-react';
import type { StaffPage } from '#web/staff/page.ts';

/** Who did or saw what. */
export const pages: readonly StaffPage[] = [
  {
    path: '/app/audit',
    title: 'Audit',
    permission: 'audit.read',
    load: () => import('./trail-page.tsx'),
    nav: { label: 'Audit', order: 80, icon: IconEye, count: 'emergencies' },
  },
  {
    path: '/app/audit/emergency',
    title: 'Emergency access',
    permission: 'emergency.review',
    load: () => import('./emergency/emergency-page.tsx'),
  },
  {
    path: '/app/audit/redactions',
    title: 'Redactions',
    permission: 'audit.read',
    load: () => import('./redactions/redactions-page.tsx'),
  },
];
