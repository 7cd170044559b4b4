import { IconPhoneCall, IconUsersGroup } from '@tabler/icons-react';
import type { StaffPage } from '#web/staff/page.ts';

/** Signing in, accepting an invitation, one's own account. */
export const pages: readonly StaffPage[] = [
  { path: '/app/sign-in', title: 'Sign in', beforeSignIn: true, load: () => import('./sign-in-page.tsx') },
  {
    path: '/app/invitation',
    title: 'Your invitation',
    beforeSignIn: true,
    load: () => import('./invitation-page.tsx'),
  },
  { path: '/app/address', title: 'Your address', beforeSignIn: true, load: () => import('./address-page.tsx') },
  { path: '/app/account', title: 'My account', load: () => import('./account-page.tsx') },
  {
    path: '/app/on-call',
    title: 'On call',
    permission: 'on-call.read',
    load: () => import('../on-call/pages/on-call-page.tsx'),
    nav: { label: 'On call', order: 65, icon: IconPhoneCall },
  },
  {
    path: '/app/emergency',
    title: 'Emergency access',
    permission: 'emergency.take',
    load: () => import('../emergency/pages/take-page.tsx'),
  },
  {
    path: '/app/people',
    title: 'People & seats',
    permission: 'people.read',
    load: () => import('../people-pages/people-page.tsx'),
    nav: { label: 'People & seats', order: 70, icon: IconUsersGroup },
  },
];
