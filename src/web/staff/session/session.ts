import type { Capacity } from '#modules/access/model.ts';
import type { Programme } from '#modules/facts/model.ts';
import type { OwnProvider } from './own-provider.ts';

/** A seat: one person in one capacity at one agency. Exactly one is taken at a time; what may be done follows from it. */
export interface Seat {
  readonly id: string;
  readonly code: Capacity;
  /** In the words of the state's pack: "Care manager". */
  readonly capacity: string;
  readonly agency: string;
  /** The programme of that agency: no seat sees a youth of the other. */
  readonly programme: Programme;
}

/** Who is signed in, the seats they hold, the one they sit in and what it may do. */
export interface StaffSession {
  readonly person: { readonly id: string; readonly name: string; readonly locale: 'en' | 'es' };
  readonly seats: readonly Seat[];
  readonly seat: Seat;
  /** Names of permissions the seat has; used to show or leave out, never to protect: the server decides. */
  readonly permissions: readonly string[];
  /** What this person can prove who they are with; the agency's own provider where there is nothing else. */
  readonly means: { readonly password: boolean; readonly passkey: boolean; readonly provider: OwnProvider | null };
  /** Minutes without a touch until the screen locks; the server's own clock decides. */
  readonly idleMinutes: number;
  /** True when the data are the invented demonstration. */
  readonly demonstration: boolean;
}

/** Whether a page or link that names a permission (or none) is offered to this session. */
export function offers(session: StaffSession, permission: string | undefined): boolean {
  return permission === undefined || session.permissions.includes(permission);
}
