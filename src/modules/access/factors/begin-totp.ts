import { toString as drawCode } from 'qrcode';
import { Refusal } from '#modules/record/refusal.ts';
import type { Db } from '#platform/database/db.ts';
import type { AccessDeps } from '../deps.ts';
import { keepTotp } from './totp.ts';
import { newTotpSecret, totpUri } from './totp-code.ts';

/** A secret for an authenticator app, kept and not yet confirmed. Throws `already-there` (409) when one is set up. */
export async function beginTotp(
  db: Db,
  deps: AccessDeps,
  { person, name, email }: { readonly person: string; readonly name: string; readonly email: string | null },
) {
  const secret = newTotpSecret();
  if (!(await keepTotp(db, deps.secret, person, secret))) throw new Refusal(409, 'already-there');
  const uri = totpUri(secret, email ?? name);
  const svg = await drawCode(uri, { type: 'svg', margin: 2 });
  return { secret, uri, picture: `data:image/svg+xml;utf8,${encodeURIComponent(svg)}` };
}
