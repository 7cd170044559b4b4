/** Rows of a chart that can be said to be wrong as a whole, in the words a page has for them. */
export const MENDED_ROWS = {
  alert: 'alert',
  court_order: 'court order',
  relative: 'person',
  contact_point: 'way to reach them',
  coverage: 'coverage',
  school: 'school',
} as const;
export type MendedRow = keyof typeof MENDED_ROWS;
export const MENDED_ROW_CODES = Object.keys(MENDED_ROWS) as [MendedRow, ...MendedRow[]];

/** How a kind of fact is set right, beyond superseding the fact itself. */
export interface Mending {
  /** The row that says the same: which column holds the day, and what taking back does to it. */
  readonly row?: { readonly table: string; readonly day?: string; readonly at?: string };
  /** False: it can be set to another day, never taken back. */
  readonly takenBack?: false;
  /** Facts of one entry, which move and go together. */
  readonly together?: true;
  /** Kinds recorded in the same entry because of it: they go and move with it, and not it with them. */
  readonly brings?: readonly string[];
}

const MENDINGS: Readonly<Record<string, Mending>> = {
  'referral.received': { row: { table: 'referral', at: 'received_at' }, takenBack: false },
  'referral.assigned': { row: { table: 'referral_assignment', day: 'on_day', at: 'at' }, takenBack: false },
  'referral.accepted': { row: { table: 'referral_assignment' } },
  'enrolment.started': { row: { table: 'enrolment', day: 'started_on' } },
  'enrolment.ended': { row: { table: 'enrolment', day: 'ended_on' } },
  'consent.given': { row: { table: 'consent', day: 'given_on' }, together: true },
  'consent.revoked': { row: { table: 'consent', day: 'ended_on' }, brings: ['discharge.requested'] },
  'rights.given': { row: { table: 'consent', day: 'given_on' }, together: true },
  'coverage.recorded': { row: { table: 'coverage', day: 'from_day' } },
};

/** Kinds set right where they are recorded, each in its own way: the note, the youth's own page, a second decision. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'contact.made',
  'contact.attempted',
  'youth.born',
  'referral.decided',
  'referral.returned',
  'accountable.assigned',
  'gate.overridden',
]);

/** How this kind of fact is set right here; null when it is set right elsewhere. */
export function mendingOf(kind: string): Mending | null {
  if (ELSEWHERE.has(kind) || kind.startsWith('duty.')) return null;
  return MENDINGS[kind] ?? {};
}
