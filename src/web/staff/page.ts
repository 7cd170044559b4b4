import type { ComponentType } from 'react';
import type { NavItem } from './shell/nav-item.ts';

/** Fetches a page's code. */
export type Load = () => Promise<{ readonly default: ComponentType }>;

/** What several pages share, drawn once around them: the header of a chart. It puts an `Outlet` where the page stands. */
export interface PageFrame {
  /** Unlike that of any other frame. */
  readonly name: string;
  readonly load: Load;
}

/**
 * A page of the staff application. A slice lists its pages in `src/modules/<slice>/pages/pages.ts`, which the
 * application finds by itself; the page's own code is loaded when somebody goes there.
 */
export interface StaffPage {
  /** `/app/youth/$chart/plan`; what follows a `$` is a parameter, read with `usePageParam`. */
  readonly path: string;
  /** Stands in the window's title, so it never names a person. */
  readonly title: string;
  /** Which seats are offered the page; the server decides again. Left out, every seat is. */
  readonly permission?: string;
  /** True for pages before signing in: no frame, no session. */
  readonly beforeSignIn?: boolean;
  /** What stands around the page and stays while one goes to others within it. */
  readonly within?: PageFrame;
  readonly load: Load;
  /** True for pages one goes to all day: their code is fetched while the first page is read, before somebody asks. */
  readonly soon?: true;
  /** Given, the page has a line in the navigation. */
  readonly nav?: {
    readonly label: string;
    /** Lines stand in this order: 10 Today, 20 Youth, 30 Referrals, 40 Caseload, 50 Policy, 60 Directory, 70 People & seats, 80 Audit. */
    readonly order: number;
    readonly icon?: NavItem['icon'];
    /** True for pages that are of use to those seats alone whose day begins there. */
    readonly onlyFirst?: boolean;
    /** Which of the worklist's counts stands beside it. */
    readonly count?: 'owed' | 'team' | 'unassigned' | 'waiting' | 'charts' | 'referrals' | 'emergencies';
  };
}
