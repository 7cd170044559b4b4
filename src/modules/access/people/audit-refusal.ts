import { type Caller, PermissionRefusal } from '#modules/record/command.ts';
import { refusalFrom } from '#modules/record/refusal.ts';
import { onPool, statement } from '#platform/database/db.ts';
import type { AccessDeps } from '../deps.ts';

const APPEND = statement('access.audit-people-refusal', 'select kinfold.append_looks($1::jsonb)');

/** A refusal is itself an event the privacy officer can see; its own transaction, since the refused one is gone. */
export async function auditPeopleRefusal<T>(
  deps: AccessDeps,
  operation: string,
  caller: Caller,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const refusal = refusalFrom(error);
    if (refusal && [401, 403, 404].includes(refusal.status) && refusal.code !== 'signed-out') {
      const actor = error instanceof PermissionRefusal ? error.actor : null;
      // Who was refused before there was an actor is looked up there, not believed.
      const who = actor ?? { token: caller.tokenHash.toString('hex'), asSeat: caller.seat };
      const look = { ...who, operation, outcome: 'refused', details: { code: refusal.code } };
      await onPool(deps.owner).query(APPEND, [JSON.stringify([look])]);
    }
    throw error;
  }
}
