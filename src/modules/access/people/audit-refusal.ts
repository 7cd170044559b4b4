import { PermissionRefusal } from '#modules/record/command.ts';
import { refusalFrom } from '#modules/record/refusal.ts';
import { onPool, statement } from '#platform/database/db.ts';
import type { AccessDeps } from '../deps.ts';

const APPEND = statement('access.audit-people-refusal', 'select kinfold.append_looks($1::jsonb)');

/** A refusal is itself an event the privacy officer can see; its own transaction, since the refused one is gone. */
export async function auditPeopleRefusal<T>(deps: AccessDeps, operation: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const refusal = refusalFrom(error);
    if (refusal && [401, 403, 404].includes(refusal.status) && refusal.code !== 'signed-out') {
      const actor = error instanceof PermissionRefusal ? error.actor : null;
      const look = { ...actor, operation, outcome: 'refused', details: { code: refusal.code } };
      await onPool(deps.owner).query(APPEND, [JSON.stringify([look])]);
    }
    throw error;
  }
}
