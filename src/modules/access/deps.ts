import type pg from 'pg';
import type { Clock } from '#platform/clock/clock.ts';
import type { Operation } from '#platform/http/operation.ts';
import type { Log } from '#platform/log/log.ts';
import type { Mailer } from '#platform/mail/mailer.ts';

/** What sign-in and the people screens need. */
export interface AccessDeps {
  /** Sign-in happens before anybody has entered, so it works on the owner's connections. */
  readonly owner: pg.Pool;
  readonly engine: pg.Pool;
  readonly clock: Clock;
  /** The installation's secret: keys for sealed values and keyed hashes are derived from it. */
  readonly secret: string;
  /** Where browsers reach us, such as `https://kinfold.example.org`; decides cookies, passkeys and links. */
  readonly publicUrl: string;
  /** Hosts within the installation's own network that may be identity providers; any other there is not spoken to. */
  readonly issuersInside: readonly string[];
  /** Null when no mail server is configured; links are then shown to the administrator. */
  readonly mailer: Mailer | null;
  readonly log: Log;
  /** Keeps a session from idling out; see `SessionToucher`. */
  readonly seen: (tokenHash: Buffer) => void;
  readonly operations: Operation[];
}
