import { onPool, statement } from '#platform/database/db.ts';
import type { AccessDeps } from './deps.ts';

const WHERE = statement(
  // An address nobody proved may be a stranger's, who would be told that there is an account and where.
  'access.where-to-write',
  'select email, locale from kinfold.person where id = $1 and email_proven',
);

/**
 * Tells a person by mail that how they sign in was changed, in case it was not them; where they showed that mail reaches
 * them, and nowhere else. After the change is committed,
 * and never a reason to undo it: a mail server that is down is noted and nothing more.
 */
export async function tellChanged(deps: AccessDeps, person: string): Promise<void> {
  if (!deps.mailer) return;
  try {
    const { rows } = await onPool(deps.owner).query<{ email: string | null; locale: 'en' | 'es' }>(WHERE, [person]);
    const to = rows[0]?.email;
    if (!to) return;
    const link = new URL('/app/account', deps.publicUrl).href;
    await deps.mailer.send({ to, template: 'sign-in-changed', link, locale: rows[0]?.locale ?? 'en' });
  } catch (error) {
    deps.log.warn('could not send mail', { template: 'sign-in-changed', error });
  }
}
