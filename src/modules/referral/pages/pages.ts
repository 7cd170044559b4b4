import { IconInbox } from '@tabler/icons-react';
import type { StaffPage } from '#web/staff/page.ts';

/** The coordinator's and the supervisor's way from a referral to somebody who calls the family. */
export const pages: readonly StaffPage[] = [
  {
    path: '/app/referrals',
    title: 'Referrals',
    permission: 'referral.read',
    load: () => import('./queue/queue-page.tsx'),
    nav: { label: 'Referrals', order: 30, icon: IconInbox, count: 'referrals' },
  },
  {
    path: '/app/referrals/new',
    title: 'Register a referral',
    permission: 'referral.register',
    load: () => import('./register/register-page.tsx'),
  },
  {
    path: '/app/referrals/recorded',
    title: 'Record a referral',
    permission: 'referral.record',
    load: () => import('./register/record-page.tsx'),
  },
  {
    path: '/app/referrals/$chart',
    title: 'Referral',
    permission: 'referral.read',
    load: () => import('./opened/referral-page.tsx'),
  },
  {
    path: '/app/import',
    title: 'Import referrals',
    permission: 'referral.import',
    load: () => import('./imports/import-page.tsx'),
  },
  {
    path: '/app/import/$import',
    title: 'An import',
    permission: 'referral.import',
    load: () => import('./imports/imported-page.tsx'),
  },
];
