import type { Person } from './people.ts';

/** What anybody may open without signing in. */
export const PUBLIC_ADDRESSES = [
  '/',
  '/es',
  '/county/union',
  '/es/condado/hudson',
  '/find?q=07201',
  '/find?q=',
  '/find?q=zzyzx',
  '/how-it-works',
  '/es/como-funciona',
  '/app/sign-in',
  '/app/invitation',
  '/app/address',
];

/** The addresses of each person that can be gone to as they are; `:chart` stands for a youth of theirs. */
export const ADDRESSES: Readonly<Partial<Record<Person, readonly string[]>>> = {
  careManager: [
    '/app',
    '/app?group=youth',
    '/app?whose=waiting',
    '/app/youth',
    '/app/youth?stage=ended',
    '/app/youth/transferred',
    '/app/youth/:chart',
    '/app/youth/:chart/timeline',
    '/app/youth/:chart/notes',
    '/app/youth/:chart/notes/new',
    '/app/youth/:chart/family',
    '/app/youth/:chart/face-sheet',
    '/app/youth/:chart/looks',
    '/app/youth/:chart/related',
    '/app/youth/:chart/policy',
    '/app/account',
    '/app/drafts',
    '/app/emergency',
    '/app/nowhere',
  ],
  supervisor: [
    '/app/referrals?stage=offered',
    '/app/referrals/recorded',
    '/app/caseload',
    '/app/caseload/move',
    '/app/import',
    '/app?whose=team',
    '/app/directory',
  ],
  csaCoordinator: ['/app', '/app/referrals?stage=needs-a-person', '/app/referrals?stage=all', '/app/referrals/new'],
  agencyLead: ['/app/policy', '/app/policy/nj-cmo'],
  familySupportPartner: ['/app/start', '/app/youth'],
  administrator: ['/app/people', '/app/on-call', '/app/directory/15'],
  privacyOfficer: ['/app/audit', '/app/audit?outcome=refused', '/app/audit/emergency', '/app/audit/redactions'],
};

/** Reached by doing something there; where a youth is moved is looked at in `caseload-moves.journey.ts`. */
export const WALKED_ADDRESSES = [
  '/app/referrals/$chart',
  '/app/referrals/$chart/enrolment',
  '/app/referrals/$chart/leave',
  '/app/import/$import',
  '/app/caseload/youth/$chart',
  '/app/caseload/moves/$job',
  '/app/youth/$chart/notes/$note/amend',
  '/app/youth/$chart/transferred',
];
