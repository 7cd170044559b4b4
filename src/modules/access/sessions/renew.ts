import { type Db, statement } from '#platform/database/db.ts';
import { hashOf, newToken } from '../tokens.ts';

const RENEW = statement(
  'access.renew-token',
  `update kinfold.session set token_hash = $2, last_seen_at = now() where id = $1 and ended_at is null and ends_at > now()`,
);

/** A proof of who somebody is, and whether its answer can give their browser another token. */
export interface Renewing {
  /** The token came in our cookie. One a program sends in a header is its own to keep, and stays. */
  readonly renew: boolean;
}

/**
 * Another token for the same session, once its person has proved themselves again: whoever came by the former one is out
 * (OWASP ASVS 5.0, 7.2.4). The session, with its end and what is open in it, stays; nothing written is lost. A request that
 * left with the former token meanwhile is answered as signed out, and the page sends it again. Null when nothing is renewed.
 */
export async function renewedToken(db: Db, session: string, { renew }: Renewing): Promise<string | null> {
  if (!renew) return null;
  const token = newToken();
  await db.query(RENEW, [session, hashOf(token)]);
  return token;
}
